import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DepositOutflows, DepositPayments, DepositsService, LedgerChecks } from '#deposits';
import { type Day, Problem, fen, mu } from '#kernel';
import { Files, type Received, type Tx, constraintOf } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { type Clerk, hire, scanOf } from '../support/staff.js';

const town = '370126101000';
const payer = '禾野种植专业合作社';

/** What a deposit should hold, by plain arithmetic that shares nothing with the product. */
interface Model {
  held: number;
  asked: number;
  approved: number;
  paid: number;
}

describe('The ledger', () => {
  let exchange: TestExchange;
  let staff: Record<'finance' | 'director', Clerk>;
  let scan: Received;
  let made = 0;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    staff = await hire(exchange, { finance: ['town_finance', town], director: ['county_director', '370126000000'] });
    scan = await exchange.app.get(Files).receive({ fileName: 'slip.pdf', content: Buffer.from(await scanOf('slip').arrayBuffer()) }, 20);
  });
  afterAll(() => exchange.close());

  const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => exchange.database.transaction(work);
  const now = () => exchange.clock.now();
  const number = (): string => `GH${(made += 1).toString().padStart(8, '0')}`;
  const open = async (): Promise<string> => {
    const about = {
      transferId: randomUUID(), caseNumber: '370126101A26090017', officeCode: town, rulesDay: exchange.today, payerPartyId: randomUUID(), payerName: payer,
      transfereeKind: 'cooperative' as const, annualRentFen: fen(10_800_000), areaMu: mu('120'), term: { start: '2026-11-01' as Day, end: '2032-10-31' as Day },
    };
    return (await act((tx) => exchange.app.get(DepositsService).request(tx, about, staff.director.actor, now()))).id;
  };
  const slip = (amount: number, slipNumber = number()) => ({ slipNumber, amountFen: fen(amount), payerName: payer, payerBank: '演练银行', payerAccount: '999900001111', paidOn: exchange.today });
  const pay = (id: string, amount: number, slipNumber?: string) =>
    act((tx) => exchange.app.get(DepositPayments).payIn(tx, id, slip(amount, slipNumber), scan, staff.finance.actor, now()));
  const outflows = () => exchange.app.get(DepositOutflows);
  const balances = async (id: string) =>
    (await exchange.database.ask<{ held: number; owed: number; bank: number }>(
      `SELECT coalesce(-sum(balance_fen) FILTER (WHERE kind = 'held'), 0)::bigint AS held, coalesce(-sum(balance_fen) FILTER (WHERE kind = 'payable'), 0)::bigint AS owed,
         (SELECT coalesce(sum(amount_fen), 0)::bigint FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id JOIN ledger_transaction t ON t.id = e.transaction_id
          WHERE a.kind = 'bank' AND t.deposit_id = $1) AS bank
       FROM ledger_account WHERE deposit_id = $1`, [id]))[0];
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
        const id = await open();
        const model: Model = { held: 0, asked: 0, approved: 0, paid: 0 };
        const some = async (where: string) => (await exchange.database.ask<{ id: string; amount: number }>(`SELECT id, amount_fen AS amount FROM deposit_outflow WHERE deposit_id = $1 AND ${where} ORDER BY requested_at, id LIMIT 1`, [id]))[0];
        for (const { kind, amount, times } of steps) {
          if (kind === 'pay') {
            const slipNumber = number();
            const done = await atOnce(times, () => pay(id, amount, slipNumber));
            expect(done).toBeLessThanOrEqual(1);
            model.held += done * amount;
          } else if (kind === 'ask') {
            const before = (await exchange.database.ask<{ sum: number }>('SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM deposit_outflow WHERE deposit_id = $1', [id]))[0]?.sum ?? 0;
            const done = await atOnce(times, () => act((tx) => outflows().requestRelease(tx, id, { amountFen: fen(amount), reason: '测试退还' }, staff.finance.actor, now())));
            const after = (await exchange.database.ask<{ sum: number }>('SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM deposit_outflow WHERE deposit_id = $1', [id]))[0]?.sum ?? 0;
            expect(after - before).toBe(done * amount);
            model.asked += done * amount;
            expect(model.asked).toBeLessThanOrEqual(model.held);
          } else if (kind === 'approve') {
            const found = await some('approved_at IS NULL AND refused_at IS NULL');
            const done = found ? await atOnce(times, () => act((tx) => outflows().approve(tx, id, found.id, staff.director.actor, now()))) : 0;
            expect(done).toBe(found ? 1 : 0);
            if (found) {
              model.held -= found.amount;
              model.asked -= found.amount;
              model.approved += found.amount;
            }
          } else if (kind === 'refuse') {
            const found = await some('approved_at IS NULL AND refused_at IS NULL');
            const done = found ? await atOnce(times, () => act((tx) => outflows().refuse(tx, id, found.id, '测试不批', staff.director.actor, now()))) : 0;
            if (found) model.asked -= done * found.amount;
          } else {
            const found = await some('approved_at IS NOT NULL AND paid_at IS NULL');
            const paid = { slipNumber: number(), paidOn: exchange.today };
            const done = found ? await atOnce(times, () => act((tx) => outflows().recordPaid(tx, id, found.id, paid, scan, staff.finance.actor, now()))) : 0;
            expect(done).toBe(found ? 1 : 0);
            if (found) {
              model.approved -= found.amount;
              model.paid += found.amount;
            }
          }
          expect(await balances(id)).toEqual({ held: model.held, owed: model.approved, bank: model.held + model.approved });
        }
        expect(await exchange.app.get(LedgerChecks).check(now())).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  describe('refuses in the database, whoever asks,', () => {
    let id: string;
    beforeAll(async () => {
      id = await open();
      await pay(id, 3_240_000);
    });
    const account = async (kind: string) => (await exchange.database.ask<{ id: string }>(`SELECT id FROM ledger_account WHERE kind = $2 AND (deposit_id = $1 OR $2 = 'bank') LIMIT 1`, [id, kind]))[0]?.id ?? '';
    const plant = async (entries: readonly [string, number][], said = entries.length) => {
      const transactionId = randomUUID();
      await act(async (tx) => {
        await tx.query(`INSERT INTO ledger_transaction VALUES ($1, 'pay_in', $2, '假账', $3, $4, $5, NULL)`, [transactionId, id, said, exchange.today, now()]);
        for (const [kind, amount] of entries) await tx.query('INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) VALUES ($1, $2, $3)', [transactionId, await account(kind), amount]);
      });
      return transactionId;
    };
    const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => constraintOf(error) || String((error as Error).message));

    it('a transaction that does not sum to nothing', async () => {
      expect(await refused(plant([['bank', 100], ['held', -99]]))).toBe('ledger_transaction_balanced');
      expect(await refused(plant([['bank', 100]], 2))).toBe('ledger_transaction_balanced');
      expect(await refused(plant([], 2))).toBe('ledger_transaction_balanced');
    });

    it('an entry of nothing, and two more entries on an old transaction', async () => {
      expect(await refused(plant([['bank', 0], ['held', 0]]))).toBe('ledger_entry_not_zero');
      const old = await plant([['bank', 100], ['held', -100]]);
      const more = act(async (tx) => {
        for (const [kind, amount] of [['bank', 5], ['held', -5]] as const) await tx.query('INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) VALUES ($1, $2, $3)', [old, await account(kind), amount]);
      });
      expect(await refused(more)).toBe('ledger_transaction_balanced');
    });

    it('an account below nothing', async () => {
      expect(await refused(plant([['held', 9_000_000], ['bank', -9_000_000]]))).toBe('ledger_account_not_negative');
    });

    it('an entry, a transaction or a payment that is edited or deleted', async () => {
      for (const table of ['ledger_entry', 'ledger_transaction', 'deposit_payment']) {
        expect(await refused(exchange.database.ask(`DELETE FROM ${table}`))).toMatch(/append_only|permission denied/);
      }
      expect(await refused(exchange.database.ask('UPDATE ledger_entry SET amount_fen = amount_fen + 1'))).toMatch(/append_only|permission denied/);
    });

    it('a balance that is written instead of booked', async () => {
      expect(await refused(exchange.database.ask('UPDATE ledger_account SET balance_fen = balance_fen + 1'))).toBe('ledger_account_by_entries');
      const insert = `INSERT INTO ledger_account VALUES (gen_random_uuid(), 'payable', 'liability', '370126101000', '370126101000', $1, -5, false, $2)`;
      expect(await refused(exchange.database.ask(insert, [id, now()]))).toBe('ledger_account_by_entries');
    });

    it('an approval by who asked, and another sum than was asked', async () => {
      await act((tx) => outflows().requestRelease(tx, id, { amountFen: fen(1000), reason: '测试' }, staff.finance.actor, now()));
      const own = `UPDATE deposit_outflow SET approved_by = requested_by, approved_by_name = 'x', approved_at = $2 WHERE deposit_id = $1`;
      expect(await refused(exchange.database.ask(own, [id, now()]))).toBe('deposit_outflow_two_persons');
      expect(await refused(exchange.database.ask('UPDATE deposit_outflow SET amount_fen = 2000 WHERE deposit_id = $1', [id]))).toBe('deposit_outflow_kept');
    });
  });

  it('shows each town’s money, every booking, and the same as a workbook', async () => {
    const page = await exchange.app.inject({ url: '/ledger', headers: { accept: 'text/html', ...staff.finance.headers } });
    expect([page.statusCode, page.body.includes('账是平的')]).toEqual([200, true]);
    const sheet = await exchange.app.inject({ url: '/ledger/sheet', headers: staff.director.headers });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await exchange.app.inject({ url: '/api/ledger' })).statusCode).toBe(401);
  });
});
