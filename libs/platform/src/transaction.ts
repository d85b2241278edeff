import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';
import { codeOf, isAway } from './database-errors.js';
import { generalProblems } from './general.problems.js';
import { plainly } from './plain-entities.js';

declare const opened: unique symbol;

/** What may be done outside a transaction: reading. */
export type Reader = Pick<
  EntityManager,
  'find' | 'findBy' | 'findOne' | 'findOneBy' | 'findOneOrFail' | 'findOneByOrFail' | 'existsBy' | 'countBy' | 'query'
>;

/** A manager known to be inside a transaction. Only Database.transaction makes one. */
export type Tx = EntityManager & { readonly [opened]: true };

/** Writes that were sent and not waited for, by the transaction they belong to. */
const onTheirWay = new WeakMap<object, Promise<unknown>[]>();
/** Those of them that had left whole when they were promised: a commit that is sent now comes after them. */
const leftWhole = new WeakSet<Promise<unknown>>();

/**
 * Sends a write whose outcome nobody reads (a line of the history, a state) and goes on: it is waited for before the commit,
 * and if it is refused, the act is. What follows in the transaction is answered after it.
 */
export function soon(tx: Tx, sent: Promise<unknown>): void {
  const pending = onTheirWay.get(tx);
  if (!pending) throw new TypeError('Only a transaction of the database waits for what is on its way.');
  // Told before the commit, or by the statement that was refused because of it.
  sent.catch(() => undefined);
  pending.push(sent);
}

/** What follows once a transaction is committed. */
const afterwards = new WeakMap<object, (() => void)[]>();

/** Does something once the transaction is committed, and not at all if it is not: a job begins, what was kept is forgotten. */
export function after(tx: Tx, work: () => void): void {
  const following = afterwards.get(tx);
  if (!following) throw new TypeError('Only a transaction of the database knows what follows it.');
  following.push(work);
}

/** What is looked at when the work of a transaction is done. */
const atTheEnd = new WeakMap<object, (() => Promise<void>)[]>();

/** Does something in the transaction when its work is done, before the commit: what must hold however the work went about it. */
export function lastly(tx: Tx, work: () => Promise<void>): void {
  const last = atTheEnd.get(tx);
  if (!last) throw new TypeError('Only a transaction of the database has an end.');
  last.push(work);
}

export function isTransaction(reader: object): boolean {
  return onTheirWay.has(reader);
}

/** One transaction on one connection; the first statement of the work leaves with the one that opens it. */
export async function inTransaction<T>(source: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner() as QueryRunner & { transactionDepth: number };
  const client = (await runner.connect()) as PoolClient;
  const pending: Promise<unknown>[] = [];
  const following: (() => void)[] = [];
  const wire = wireOf(client);
  const last: (() => Promise<void>)[] = [];
  let leaving = false;
  try {
    const begun = client.query('START TRANSACTION');
    begun.catch(() => undefined); // Told with the first statement.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const tx = within(source, runner.manager, wire, begun);
    onTheirWay.set(tx, pending);
    afterwards.set(tx, following);
    atTheEnd.set(tx, last);
    const done = await work(tx);
    for (const look of last) await look();
    await begun;
    await Promise.all(wire.broken ? pending : pending.filter((sent) => !leftWhole.has(sent)));
    // The commit does not wait for what left before it: where a write is refused, PostgreSQL takes all of it back.
    leaving = true;
    const committed = client.query('COMMIT');
    committed.catch(() => undefined); // Told after the write that was refused.
    await Promise.all(pending);
    await committed;
    leaving = false;
    for (const work of following) work();
    return done;
  } catch (error) {
    const cause = await firstRefused(pending);
    await client.query('ROLLBACK').catch(() => undefined);
    // The order to commit has left, and what became of it was not heard.
    if (leaving && isAway(error)) throw generalProblems.unknown({ retryAfter: 5 });
    // 25P02: refused only because something before it was.
    throw codeOf(error) === '25P02' && cause !== undefined ? cause : error;
  } finally {
    await runner.release();
  }
}

async function firstRefused(pending: readonly Promise<unknown>[]): Promise<unknown> {
  const ends = await Promise.allSettled(pending);
  return ends.find((end) => end.status === 'rejected')?.reason;
}

/**
 * What goes over the connection of one transaction. `broken`: a statement never left, because its values could not be written, so
 * PostgreSQL does not know that the act has failed.
 */
function wireOf(client: PoolClient) {
  const wire = { many: 0, broken: false, leave };
  function leave(text: string, values: unknown[] = []): Promise<QueryResult<ObjectLiteral>> {
    return new Promise((resolve, reject) => {
      let here = true;
      wire.many += 1;
      client.query<ObjectLiteral>(text, values, (error: Error | null, result) => {
        wire.broken ||= here && error !== null;
        if (error) reject(error);
        else resolve(result);
      });
      here = false;
    });
  }
  return wire;
}

/** The manager of a transaction: nothing that it sends counts unless the transaction was opened. */
function within(
  source: DataSource,
  manager: EntityManager,
  wire: ReturnType<typeof wireOf>,
  begun: Promise<unknown>,
): Tx {
  const send = async (text: string, values?: unknown[]): Promise<QueryResult<ObjectLiteral>> => {
    const result = await wire.leave(text, values).catch((error: Error) => {
      Error.captureStackTrace(error); // Where it was asked, not where the answer was read.
      throw error;
    });
    await begun;
    return result;
  };
  /** Of what sends one statement at most: whether it has left already, or is still being written by TypeORM. */
  const noted =
    <Given extends unknown[], Result>(ask: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> => {
      const before = wire.many;
      const asked = ask(...given);
      if (wire.many > before) leftWhole.add(asked);
      return asked;
    };
  const plain = plainly(source, manager, send, true);
  return Object.assign(Object.create(manager) as Tx, {
    ...plain,
    insert: noted(plain.insert),
    update: noted(plain.update),
    delete: noted(plain.delete),
    query: noted(async (text: string, values?: unknown[]) => {
      const { command, rows, rowCount } = await send(text, values);
      return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
    }),
  });
}
