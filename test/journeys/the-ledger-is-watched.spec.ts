import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { type Day, clockActor } from '#kernel';
import { type Finding, LedgerChecks, ledgerConstraints } from '#ledger';
import { CountyService } from '#offices';
import type { TestExchange } from '../support/exchange.js';
import { ledgerDesk } from '../support/ledger-desk.js';
import { hire } from '../support/people.js';

/** A breach: what the owner of the database does to the ledger behind the exchange's back, and the promise it breaks. */
type Plant = readonly [promise: string, how: string, statements: readonly string[]];

const bare = (table: string): string => `ALTER TABLE ${table} DISABLE TRIGGER ALL`;
const loose = (table: string, constraint: string): string => `ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`;

// One line, one breach: aligned by hand.
// prettier-ignore
const plants: readonly Plant[] = [
  ['entries_balance', 'an entry of one side alone', [bare('ledger_entry'), `INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) SELECT transaction_id, account_id, 7 FROM ledger_entry LIMIT 1`]],
  ['entries_balance', 'a transaction without entries', [bare('ledger_transaction'), `INSERT INTO ledger_transaction (id, kind, subject, subject_id, entries, booked_on, booked_at) SELECT gen_random_uuid(), kind, subject, subject_id, entries, booked_on, booked_at FROM ledger_transaction LIMIT 1`]],
  ['no_entry_of_nothing', 'an entry of nothing', [bare('ledger_entry'), loose('ledger_entry', 'ledger_entry_not_zero'), `UPDATE ledger_entry SET amount_fen = 0 WHERE id = (SELECT min(id) FROM ledger_entry)`]],
  ['balances_are_sums', 'a balance that was written', [bare('ledger_account'), `UPDATE ledger_account SET balance_fen = balance_fen + 1 WHERE kind = 'bank'`]],
  ['no_account_below_nothing', 'an account below nothing', [bare('ledger_account'), loose('ledger_account', 'ledger_account_not_negative'), `UPDATE ledger_account SET balance_fen = -1 WHERE kind = 'bank'`]],
  ['no_account_below_nothing', 'an account that may go below nothing', [bare('ledger_account'), `UPDATE ledger_account SET may_go_negative = true WHERE kind = 'bank'`]],
  ['held_is_paid_less_approved', 'a payment that was never booked', [bare('receipt'), `UPDATE receipt SET amount_fen = amount_fen + 1`]],
  ['owed_is_approved_not_paid', 'an approval that was never booked', [bare('disbursement'), `UPDATE disbursement SET approved_by = gen_random_uuid(), approved_by_name = 'x', approved_at = requested_at WHERE approved_at IS NULL`]],
  ['banks_hold_paid_less_gone', 'money booked in another town’s account', [bare('ledger_account'), `UPDATE ledger_account SET office_code_born = '370126103000' WHERE kind = 'bank'`]],
  ['no_more_out_than_in', 'more approved than was paid in', [bare('disbursement'), `UPDATE disbursement SET amount_fen = 99000000, approved_by = gen_random_uuid(), approved_by_name = 'x', approved_at = requested_at WHERE approved_at IS NULL`]],
  ['closed_is_even', 'a deposit closed with money in it', [`UPDATE deposit SET state = 'released' WHERE id IN (SELECT subject_id FROM receipt)`]],
  ['closed_is_even', 'a deposit waived after it was paid', [`UPDATE deposit SET state = 'waived' WHERE id IN (SELECT subject_id FROM receipt)`]],
  ['early_by_schedule_alone', 'a release while the lease runs', [`UPDATE deposit SET called_off_at = NULL`]],
  ['nobody_may_rewrite', 'a grant to delete entries', [`GRANT DELETE ON ledger_entry TO exchange_server`]],
  ['one_slip_one_booking', 'a slip that points at another booking', [bare('receipt'), loose('receipt', 'receipt_booked_once'), `UPDATE receipt SET transaction_id = (SELECT id FROM ledger_transaction WHERE kind <> 'pay_in' LIMIT 1)`]],
  ['two_persons_pay', 'an approval by who asked', [bare('disbursement'), loose('disbursement', 'disbursement_two_persons'), `UPDATE disbursement SET approved_by = requested_by, approved_by_name = 'x', approved_at = requested_at`]],
  ['back_to_its_source', 'a release to another account', [bare('disbursement'), `UPDATE disbursement SET payee_account_tail = '6666'`]],
  ['back_to_its_source', 'a release to a payment of another deposit', [bare('disbursement'), `UPDATE disbursement SET subject_id = (SELECT id FROM deposit WHERE id NOT IN (SELECT subject_id FROM receipt) LIMIT 1) WHERE approved_at IS NULL`]],
  ['no_more_back_than_came', 'more back to an account than it paid', [bare('disbursement'), `UPDATE disbursement SET amount_fen = 99000000 WHERE approved_at IS NULL`]],
];

describe('The hourly check of the ledger', () => {
  let exchange: TestExchange;
  let desk: Awaited<ReturnType<typeof ledgerDesk>>;
  let owner: pg.Client;

  beforeAll(async () => {
    desk = await ledgerDesk(2, async () => [{ villageCode: '370126102201' }]);
    ({ exchange } = desk);
    owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    await desk.open();
    const id = await desk.open();
    await desk.pay(id, 3_240_000);
    await desk.over(id);
    await release(id, 40_000);
    await release(id, 1000, true);
  }, 180_000);
  afterAll(async () => {
    await owner.end();
    await exchange.close();
  });

  /** Asks for money back, and lets the director approve it. */
  const release = async (id: string, amount: number, approved = false): Promise<string> => {
    await desk.askBack(id, amount);
    const [disbursement] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM disbursement WHERE subject_id = $1 AND amount_fen = $2',
      [id, amount],
    );
    const disbursementId = disbursement?.id ?? '';
    if (approved) await desk.approve(id, disbursementId);
    return disbursementId;
  };

  /** What the check finds while the statements stand; then they are taken back. */
  const whileDone = async (statements: readonly string[]): Promise<Finding[]> => {
    await owner.query('BEGIN');
    try {
      for (const each of statements) expect((await owner.query(each)).rowCount).not.toBe(0);
      return await exchange.app.get(LedgerChecks).broken(async (sql) => (await owner.query<{ id: string }>(sql)).rows);
    } finally {
      await owner.query('ROLLBACK');
    }
  };
  const broken = (findings: readonly Finding[]): string[] => findings.map(({ promise }) => promise);

  it('finds nothing where nothing is wrong', async () => {
    expect(await whileDone([])).toEqual([]);
  });

  it.each(plants)('finds for “%s” %s', async (promise, _how, statements) => {
    expect(broken(await whileDone(statements))).toContain(promise);
  });

  it('finds each guard, the ledger’s own and those of deposits, that is asleep or gone', async () => {
    const { guards } = exchange.app.get(LedgerChecks).promises;
    expect(guards.length).toBeGreaterThan(13);
    for (const [table, name] of guards) {
      const missing = { promise: 'guards_are_there', who: [name], more: 0 };
      expect(await whileDone([`ALTER TABLE ${table} DISABLE TRIGGER ${name}`])).toContainEqual(missing);
      expect(await whileDone([`DROP TRIGGER ${name} ON ${table}`])).toContainEqual(missing);
    }
  });

  it.each(ledgerConstraints)('finds that the constraint %s is gone', async (name) => {
    const drop = loose(/^(ledger_account|ledger_entry|disbursement|receipt)/.exec(name)?.[0] ?? '', name);
    expect(await whileDone([drop])).toContainEqual({ promise: 'constraints_are_there', who: [name], more: 0 });
  });

  it('says it in the log without a name or an account, and at the top of the director’s and the supervisor’s page', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const look = async (): Promise<string> =>
      (
        await exchange.app.inject({
          url: '/director',
          headers: { accept: 'text/html', ...desk.staff.director.headers },
        })
      ).body;
    const checks = exchange.app.get(LedgerChecks);
    expect(await checks.check(desk.now())).toEqual([]);
    expect(await look()).toContain('没有问题');
    expect(said).not.toHaveBeenCalled();
    await owner.query(
      `${bare('ledger_account')}; UPDATE ledger_account SET balance_fen = balance_fen + 1 WHERE kind = 'bank';`,
    );
    expect(broken(await checks.check(desk.now()))).toEqual([
      'balances_are_sums',
      'banks_hold_paid_less_gone',
      'guards_are_there',
    ]);
    expect(await look()).toContain('账本核对发现问题');
    expect(await look()).toContain('I2 余额等于分录之和');
    expect(said.mock.calls).toEqual([[expect.stringContaining('balances_are_sums')]]);
    expect(JSON.stringify(said.mock.calls)).not.toMatch(new RegExp(`${desk.payer}|999900001111`));
    await owner.query(
      `UPDATE ledger_account SET balance_fen = balance_fen - 1 WHERE kind = 'bank'; ALTER TABLE ledger_account ENABLE TRIGGER ALL;`,
    );
    expect(await checks.check(desk.now())).toEqual([]);
    said.mockRestore();
  });

  it('is not fooled by towns that merge: money leaves the account it came into', async () => {
    const other = await desk.open(desk.special[0]);
    const { teller } = await hire(exchange, { teller: ['town_finance', '370126102000'] });
    await desk.pay(other, 3_240_000, undefined, teller.actor);
    const text = readFileSync(join(process.cwd(), 'data/divisions/370126-2019.csv'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('370126102'))
      .join('\n');
    const merger = {
      fileName: 'merger.csv',
      text,
      successors: 'old,new\n370126102000,370126101000',
      on: '2026-09-23' as Day,
    };
    await exchange.app.get(CountyService).load(merger, clockActor);
    const offices = await exchange.database.ask<{ code: string }>(
      `SELECT office_code AS code FROM ledger_account WHERE kind = 'bank'`,
    );
    expect(offices.map(({ code }) => code.slice(0, 9))).toEqual(['370126101', '370126101']);
    await desk.over(other);
    const disbursement = await release(other, 3_240_000, true);
    await desk.payOut(other, disbursement);
    const banks = await exchange.database.ask<{ born: string; balance: number }>(
      `SELECT office_code_born AS born, balance_fen AS balance FROM ledger_account WHERE kind = 'bank' ORDER BY 1`,
    );
    expect(banks).toEqual([
      { born: '370126101000', balance: 3_240_000 },
      { born: '370126102000', balance: 0 },
    ]);
    expect(await exchange.app.get(LedgerChecks).check(desk.now())).toEqual([]);
  });
});
