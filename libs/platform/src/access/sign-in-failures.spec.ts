import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../../../../test/support/exchange.js';
import type { Tx } from '../transaction.js';
import { bookAttempt, clearAttempts } from './sign-in-failures.js';

const origin = { place: '10.9.9.1', network: '10.9.9.1', known: false };
const limits = { allowed: 5, longest: 15 };

/** Two that lock the same rows in opposite orders wait for each other until PostgreSQL ends one of them. */
describe('Whoever signs in', () => {
  let exchange: TestExchange;
  const now = new Date('2026-09-23T09:00:00+08:00');
  const book = (tx: Tx) => bookAttempt(tx, 'key', origin, limits, now);

  beforeAll(async () => {
    exchange = await TestExchange.open();
    await exchange.database.transaction(book);
  });
  afterAll(() => exchange.close());

  const lock = (tx: Tx, place: string, more: string) =>
    tx.query(`SELECT 1 FROM sign_in_failure WHERE login_key = 'key' AND network = $1 FOR UPDATE ${more}`, [place]);
  const waits = async (): Promise<boolean> =>
    (await exchange.database.ask('SELECT 1 FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()')).length > 0;

  it.each([
    ['is counted', book],
    ['comes in', (tx: Tx) => clearAttempts(tx, 'key', origin)],
  ])('waits at the row of all places before anything else is locked: who %s', async (_name, work) => {
    let other: Promise<unknown> = Promise.resolve();
    await exchange.database.transaction(async (tx) => {
      await lock(tx, '*', '');
      other = exchange.database.transaction(work);
      while (!(await waits())) await turn();
      expect(await lock(tx, origin.place, 'NOWAIT')).toHaveLength(1);
    });
    await other;
  });
});
