import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type SemaphoreInterface, Semaphore, withTimeout } from 'async-mutex';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource, type ObjectLiteral } from 'typeorm';
import { isOrder } from './database-errors.js';
import { busyWords, generalProblems } from './general.problems.js';
import { once } from './idempotency.js';
import { type Send, plainly } from './plain-entities.js';
import { nameOf } from './preparing-client.js';
import { ReadingLane } from './reading-lane.js';
import { requestContext } from './request-context.js';
import { type Reader, type Tx, inTransaction } from './transaction.js';

/** So many connections no transaction takes: what is read beside one never waits for a connection that another one holds. */
const keptForReads = 2;
/** A transaction waits so long for its turn, as for a connection; seconds. */
const patience = 5;

/** The only injectable with access to the database. */
@Injectable()
export class Database {
  readonly reader: Reader;
  private known: ReadingLane | null = null;
  private readonly turns: SemaphoreInterface;

  constructor(@Inject(DataSource) private readonly source: DataSource) {
    const { poolSize = 10 } = source.options;
    const most = Math.max(poolSize - keptForReads, 1);
    const busy = generalProblems.busy({ retryAfter: patience, detail: busyWords.acts(patience) });
    this.turns = withTimeout(new Semaphore(most), patience * 1000, busy);
    this.reader = this.readerOver((text, values = []) => {
      const name = values.length > 0 ? nameOf(text) : undefined;
      return this.lane.ask<ObjectLiteral>(name === undefined ? { text, values } : { name, text, values });
    });
  }

  /** Everything a manager can read; its own SQL is looked at first. */
  private readerOver(send: Send): Reader {
    const { manager } = this.source;
    return Object.assign(Object.create(manager) as Reader, {
      ...plainly(this.source, manager, send, false),
      // A text that writes is refused before it is sent.
      query: (text: string, values?: unknown[]) => send(readsOnly(text), values).then((result) => result.rows),
    });
  }

  /** Runs the work in one transaction; repeats it, in a new one, up to three times after 40001 or 40P01. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const done = await this.turns.runExclusive(() => inTransaction(this.source, (tx) => once(tx, () => work(tx))));
        const context = requestContext.getStore();
        if (context) context.committed = true;
        const asked = context?.idempotency;
        if (asked) Object.assign(asked, { claimed: true, turn: asked.turn + 1 });
        return done;
      } catch (error) {
        if (attempt >= 3 || !isOrder(error)) throw error;
      }
    }
  }

  /**
   * Rows of a short hot read, as a statement that PostgreSQL prepares once per connection under `name`. What is asked in the
   * same turn of the event loop shares a connection and a packet.
   * Never name a statement whose best plan depends on a word in it.
   */
  async rows<Row extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.lane.ask<Row>({ name: shortened(name), text: readsOnly(text), values: [...values] });
    return result.rows;
  }

  /** The same without names of columns, for lists, which know theirs. Without a name it is planned afresh. */
  async tuples(name: string | null, text: string, values: readonly unknown[]): Promise<unknown[][]> {
    const asked = { text: readsOnly(text), values: [...values], rowMode: 'array' as const };
    if (name === null) return (await this.pool.query<unknown[]>(asked)).rows;
    return (await this.lane.ask({ name: shortened(name), ...asked })).rows as unknown as unknown[][];
  }

  /** Rows of a read that is planned afresh each time. */
  async ask<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>({ text: readsOnly(text), values: [...values] });
    return result.rows;
  }

  /**
   * One statement that writes by itself, outside a transaction: housekeeping that belongs to no act and leaves no history
   * (a session seen, a form remembered, a guess counted, a round claimed). What belongs to an act takes a `Tx`. The house
   * test lists the tables that may be written so.
   */
  async write<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>({ text, values: [...values] });
    return result.rows;
  }

  private get lane(): ReadingLane {
    return (this.known ??= new ReadingLane(this.pool));
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}

const shortNames = new Map<string, string>();

/** PostgreSQL cuts a statement's name at 63 characters, and would then take two statements for one. */
function shortened(name: string): string {
  if (name.length <= 60) return name;
  const known = shortNames.get(name);
  if (known !== undefined) return known;
  const short = `${name.slice(0, 16)} ${createHash('sha256').update(name).digest('base64url')}`.slice(0, 60);
  if (shortNames.size < 2000) shortNames.set(name, short);
  return short;
}

const writing =
  /\b(?:INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO|UPDATE\s+(?:ONLY\s+)?[\w".$]+(?:\s+(?:AS\s+)?\w+)?\s+SET)\b|^\s*TRUNCATE\b/i;
/** Texts that were looked at; most are constants of the program. */
const reading = new Set<string>();

/** Outside a transaction SQL only reads: a write there would survive the act it belongs to. */
function readsOnly(text: string): string {
  if (reading.has(text)) return text;
  if (writing.test(text)) throw new TypeError(`Writing takes a transaction or Database.write: ${text.slice(0, 60)}`);
  if (reading.size < 2000) reading.add(text);
  return text;
}
