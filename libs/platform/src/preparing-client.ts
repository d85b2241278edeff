import pg from 'pg';

/** How many different statements a connection may hold ready; TypeORM writes a few hundred. */
const most = 1000;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
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
 * A connection on which PostgreSQL reads and plans a statement with parameters once, not at every call: an act asks some
 * thirty of them, and half of their cost was planning. A statement given as an object is left as it is, so that
 * `Database.ask` is planned afresh. What is asked in the same breath leaves in one packet.
 */
export class PreparingClient extends pg.Client {}

type Ask = (this: pg.Client, asked: unknown, values?: unknown, done?: unknown) => unknown;

Object.defineProperty(PreparingClient.prototype, 'query', {
  value(this: pg.Client, asked: unknown, values?: unknown, done?: unknown): unknown {
    const stream = (this as unknown as Wire).connection?.stream;
    stream?.cork();
    if (stream) process.nextTick(() => stream.uncork());
    const ask = (pg.Client.prototype as unknown as { query: Ask }).query;
    const name = typeof asked === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(asked) : undefined;
    return name === undefined
      ? ask.call(this, asked, values, done)
      : ask.call(this, { name, text: asked, values }, done);
  },
});
