import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LedgerChecks } from '#ledger';
import { Problem } from '#kernel';
import { constraintOf } from '#platform';
import type { TestExchange } from '../support/exchange.js';
import { ledgerDesk } from '../support/ledger-desk.js';

/** What a deposit should hold, by plain arithmetic that shares nothing with the product. */
interface Model {
  held: number;
  asked: number;
  approved: number;
  paid: number;
}

describe('The ledger', () => {
  let exchange: TestExchange;
  let desk: Awaited<ReturnType<typeof ledgerDesk>>;

  beforeAll(async () => {
    desk = await ledgerDesk(12);
    ({ exchange } = desk);
  }, 180_000);
  afterAll(() => exchange.close());

  /** Does the same thing so many times at once; how many times it was done. */
  const atOnce = async (times: number, work: () => Promise<unknown>): Promise<number> => {
    const results = await Promise.allSettled(Array.from({ length: times }, work));
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      // Refusals are answers with a name; anything else is a defect.
      if (!(result.reason instanceof Problem) && constraintOf(result.reason) === '') throw result.reason;
    }
    return results.filter((result) => result.status === 'fulfilled').length;
  };

  const commands = fc.array(
    fc.record({
      kind: fc.constantFrom('pay', 'ask', 'approve', 'settle', 'refuse'),
      amount: fc.integer({ min: 1, max: 2_000_000 }),
      times: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 3, maxLength: 9, size: '+1' },
  );

  it('agrees with plain arithmetic whatever is asked, in any order and several times at once', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const id = await desk.open();
        // Money goes back from the first slip on: what the model asks about is the ledger, not the transfer.
        await exchange.database.write('UPDATE deposit SET called_off_at = $2 WHERE id = $1', [id, desk.now()]);
        const model: Model = { held: 0, asked: 0, approved: 0, paid: 0 };
        const some = async (where: string) =>
          (
            await exchange.database.ask<{ id: string; amount: number }>(
              `SELECT id, amount_fen AS amount FROM disbursement WHERE subject_id = $1 AND ${where} ORDER BY requested_at, id LIMIT 1`,
              [id],
            )
          )[0];
        for (const { kind, amount, times } of steps) {
          if (kind === 'pay') {
            const slipNumber = desk.number();
            const done = await atOnce(times, () => desk.pay(id, amount, slipNumber));
            expect(done).toBeLessThanOrEqual(1);
            model.held += done * amount;
          } else if (kind === 'ask') {
            const before =
              (
                await exchange.database.ask<{ sum: number }>(
                  'SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM disbursement WHERE subject_id = $1',
                  [id],
                )
              )[0]?.sum ?? 0;
            const done = await atOnce(times, () => desk.askBack(id, amount));
            const after =
              (
                await exchange.database.ask<{ sum: number }>(
                  'SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM disbursement WHERE subject_id = $1',
                  [id],
                )
              )[0]?.sum ?? 0;
            expect(after - before).toBe(done * amount);
            model.asked += done * amount;
            expect(model.asked).toBeLessThanOrEqual(model.held);
          } else if (kind === 'approve') {
            const found = await some('approved_at IS NULL AND refused_at IS NULL');
            const done = found ? await atOnce(times, () => desk.approve(id, found.id)) : 0;
            expect(done).toBe(found ? 1 : 0);
            if (found) {
              model.held -= found.amount;
              model.asked -= found.amount;
              model.approved += found.amount;
            }
          } else if (kind === 'refuse') {
            const found = await some('approved_at IS NULL AND refused_at IS NULL');
            const done = found ? await atOnce(times, () => desk.refuse(id, found.id)) : 0;
            if (found) model.asked -= done * found.amount;
          } else {
            const found = await some('approved_at IS NOT NULL AND paid_at IS NULL');
            const slipNumber = desk.number();
            const done = found ? await atOnce(times, () => desk.payOut(id, found.id, slipNumber)) : 0;
            expect(done).toBe(found ? 1 : 0);
            if (found) {
              model.approved -= found.amount;
              model.paid += found.amount;
            }
          }
          expect(await desk.balances(id)).toEqual({
            held: model.held,
            owed: model.approved,
            bank: model.held + model.approved,
          });
        }
        expect(await exchange.app.get(LedgerChecks).check(desk.now())).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('shows each town’s money, every booking, and the same as a workbook', async () => {
    const page = await exchange.app.inject({
      url: '/ledger',
      headers: { accept: 'text/html', ...desk.staff.finance.headers },
    });
    expect([page.statusCode, page.body.includes('账是平的')]).toEqual([200, true]);
    const sheet = await exchange.app.inject({ url: '/ledger/sheet', headers: desk.staff.director.headers });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await exchange.app.inject({ url: '/api/ledger' })).statusCode).toBe(401);
  });

  it('is asked by day, kind, account, place and case, and leafed through without losing a booking', async () => {
    interface Ledger {
      rows: {
        id: string;
        day: string;
        kind: string;
        debit: string;
        credit: string;
        amountFen: number;
        caseNumber: string;
      }[];
      trial: { bankFen: number; differenceFen: number }[];
      next: string;
    }
    const ledger = (query: string) =>
      desk.staff.director.client.get<Ledger>(query.startsWith('/') ? query : `/ledger?${query}`);
    const { rows, trial } = await ledger('limit=100');
    expect(trial.every(({ differenceFen }) => differenceFen === 0)).toBe(true);
    const walked: string[] = [];
    for (let next = '/ledger?limit=7'; next !== '';) {
      const page = await ledger(next);
      walked.push(...page.rows.map(({ id }) => id));
      next = page.next;
    }
    const [counted] = await exchange.database.ask<{ many: number }>(
      'SELECT count(*)::int AS many FROM ledger_transaction',
    );
    expect([walked.length, new Set(walked).size]).toEqual([counted!.many, counted!.many]);
    expect(walked.slice(0, 100)).toEqual(rows.map(({ id }) => id));
    const held = (await ledger('account=held&kind=pay_in&sort=largest')).rows;
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ kind, debit, credit }) => kind === 'pay_in' && debit === 'bank' && credit === 'held')).toBe(
      true,
    );
    expect(held.map(({ amountFen }) => amountFen)).toEqual(
      held.map(({ amountFen }) => amountFen).toSorted((one, other) => other - one),
    );
    const number = rows[0]!.caseNumber;
    expect(new Set((await ledger(`case=${number}`)).rows.map(({ caseNumber }) => caseNumber))).toEqual(
      new Set([number]),
    );
    expect((await ledger('office=370126102')).rows).toEqual([]);
    expect((await ledger('from=2030-01-01')).rows).toEqual([]);
    expect((await ledger('to=2030-01-01&limit=100')).rows).toHaveLength(rows.length);
    expect((await desk.staff.director.client.ask('/ledger?from=2026-02-31')).json()).toMatchObject({
      type: '/problems/invalid-input',
      errors: [{ pointer: '#/from' }],
    });
  });
});
