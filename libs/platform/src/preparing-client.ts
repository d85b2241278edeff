import pg from 'pg';
import { type Named, PreparedQuery } from './prepared-query.js';

/** How many different statements a connection may hold ready; TypeORM writes a few hundred. */
const most = 1000;
const names = new Map<string, string>();

/** The name of a statement on every connection; none if there are too many of them. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

interface Wire {
  connection?: { stream?: { cork(): void; uncork(): void } };
}

/**
 * A connection on which PostgreSQL reads, plans and describes a statement with parameters once, not at every call: an act asks
 * some thirty of them, and half of their cost was planning. An object without a name is left as it is, so that `Database.ask`
 * is planned afresh. What is asked in the same breath leaves in one packet.
 */
export class PreparingClient extends pg.Client {}

type Done = (error: Error | null, result: unknown) => void;
type Ask = (this: pg.Client, asked: unknown, values?: unknown, done?: Done) => unknown;

/** The statement with its name, if it is one that is prepared. */
function named(asked: unknown, values: unknown): Named | null {
  if (typeof asked === 'string') {
    const name = Array.isArray(values) && values.length > 0 ? nameOf(asked) : undefined;
    return name === undefined ? null : { name, text: asked, values: values as unknown[] };
  }
  const { name, submit } = asked as { name?: unknown; submit?: unknown };
  return typeof name === 'string' && submit === undefined ? (asked as Named) : null;
}

Object.defineProperty(PreparingClient.prototype, 'query', {
  value(this: pg.Client, asked: unknown, values?: unknown, done?: Done): unknown {
    const stream = (this as unknown as Wire).connection?.stream;
    stream?.cork();
    if (stream) process.nextTick(() => stream.uncork());
    const ask = (pg.Client.prototype as unknown as { query: Ask }).query;
    const statement = named(asked, values);
    if (statement === null) return ask.call(this, asked, values, done);
    const told = done ?? (typeof values === 'function' ? (values as Done) : undefined);
    if (told) return void ask.call(this, new PreparedQuery(statement), told);
    return new Promise((resolve, reject) => {
      ask.call(this, new PreparedQuery(statement), (error: Error | null, result: unknown) => {
        if (error) reject(error);
        else resolve(result);
      });
    }).catch((error: Error) => {
      // Where it was asked, not where the answer was read.
      Error.captureStackTrace(error);
      throw error;
    });
  },
});
