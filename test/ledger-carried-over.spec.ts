import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { constraintOf, migrate } from '#platform';
import { migrations } from '../apps/exchange/src/libs.js';

/** The last state of the county before the ledger kept the money of any record. */
const before = migrations.filter(({ stamp }) => stamp < 1_761_000_028_100);

const id = Object.fromEntries(
  ['transfer', 'first', 'second', 'slip', 'release', 'claim'].map((each) => [each, randomUUID()]),
);
const villages = ['370126101201', '370126101202'] as const;

const looser = `DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT conrelid::regclass AS kept, conname FROM pg_constraint
    WHERE contype = 'c' AND conrelid IN ('transfer'::regclass, 'inspection'::regclass) LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.kept, c.conname);
  END LOOP; END $$`;

/** A county that ran before: its deposits, slips, outflows and bookings are there afterwards, to the fen. */
describe('A ledger from before', () => {
  let owner: pg.Client;
  const name = `ledger_before_${process.pid}`;

  /** A row of an older schema: what is not said is something of the right type. */
  const plant = async (table: string, said: Record<string, unknown>): Promise<void> => {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
       WHERE table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'`,
      [table],
    );
    const anything: Record<string, unknown> = {
      ...{ uuid: randomUUID(), bool: false, jsonb: '{}', daterange: '[2026-09-23,2031-09-23)' },
      ...{ date: '2026-09-23', timestamptz: '2026-09-23', _text: '{}', _uuid: '{}' },
    };
    const filled = Object.fromEntries(
      rows.map((row) => [row.name, anything[row.type] ?? (/text|char/.test(row.type) ? 'x' : 1)]),
    );
    const values = { ...filled, ...said };
    const places = Object.keys(values).map((_, index) => `$${index + 1}`);
    await owner.query(
      `INSERT INTO ${table} (${Object.keys(values).join()}) VALUES (${places.join()})`,
      Object.values(values),
    );
  };
  const rows = async (sql: string, ...values: unknown[]): Promise<unknown> => (await owner.query(sql, values)).rows;

  beforeAll(async () => {
    const url = new URL(process.env['TEST_OWNER_URL'] ?? '');
    const server = new pg.Client(url.href);
    await server.connect();
    await server.query(`CREATE DATABASE ${name}`);
    await server.end();
    url.pathname = `/${name}`;
    await migrate(url.href, '', before, []);
    owner = new pg.Client(url.href);
    await owner.connect();
    await owner.query('SET session_replication_role = replica');
    // What a transfer and a survey otherwise are is none of the ledger's business.
    await owner.query(looser);
    await plantCounty();
    await owner.query('SET session_replication_role = DEFAULT');
    await migrate(url.href, '', migrations, []);
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    const server = new pg.Client(process.env['TEST_OWNER_URL']);
    await server.connect();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });

  async function plantCounty(): Promise<void> {
    const names = { place: '殷巷镇 李家桥村', area_mu: '12', transferor_name: '王甲', transferee_name: '禾野' };
    await plant('transfer', { id: id.transfer, ...names });
    await plant('inspection', { transfer_id: id.transfer, state: 'planned' });
    for (const [index, deposit] of [id.first, id.second].entries()) {
      const office = { office_code: villages[index], office_code_born: villages[index] };
      const transfer_id = index === 0 ? id.transfer : randomUUID();
      const called_off_at = index === 0 ? '2026-09-23' : null;
      const about = { transfer_id, case_number: `A${index}`, state: 'releasing', called_off_at };
      await plant('deposit', { id: deposit, ...about, ...office });
    }
    const account = async (kind: string, village: string, balance_fen: number, deposit_id: string | null) => {
      const [made, side] = [randomUUID(), kind === 'bank' ? 'asset' : 'liability'];
      const office = { office_code: village, office_code_born: village };
      await plant('ledger_account', { id: made, kind, side, ...office, deposit_id, balance_fen });
      return made;
    };
    const [bank, bank2] = [
      await account('bank', villages[0], 1000, null),
      await account('bank', villages[1], 500, null),
    ];
    const [held, payable] = [
      await account('held', villages[0], -700, id.first!),
      await account('payable', villages[0], -300, id.first!),
    ];
    const held2 = await account('held', villages[1], -500, id.second!);
    const book = async (kind: string, deposit_id: string, debit: string, credit: string, amount: number) => {
      const made = randomUUID();
      await plant('ledger_transaction', { id: made, kind, deposit_id, entries: 2 });
      await plant('ledger_entry', { transaction_id: made, account_id: debit, amount_fen: amount });
      await plant('ledger_entry', { transaction_id: made, account_id: credit, amount_fen: -amount });
      return made;
    };
    const transaction_id = await book('pay_in', id.first!, bank, held, 1000);
    await book('pay_in', id.second!, bank2, held2, 500);
    await book('approve_release', id.first!, held, payable, 300);
    const payer = { payer_name: '禾野', payer_bank: '演练银行', payer_account_tail: '1111' };
    await plant('deposit_payment', { id: id.slip, deposit_id: id.first, transaction_id, amount_fen: 1000, ...payer });
    const asked = { deposit_id: id.first, payee_name: '禾野', payee_bank: '演练银行', payee_account_tail: '1111' };
    const answer = { approved_by: randomUUID(), approved_by_name: '演负责', approved_at: '2026-09-23' };
    const back = { kind: 'release', payment_id: id.slip, amount_fen: 300, tranche: 1 };
    await plant('deposit_outflow', { id: id.release, ...asked, ...back, ...answer });
    await plant('deposit_outflow', { id: id.claim, ...asked, kind: 'claim', amount_fen: 100 });
    await plant('work_assignment', { kind: 'deposit_outflow', subject_id: id.claim });
  }

  it('has one bank account for the villages of a town, with the money of all', async () => {
    expect(
      await rows(`SELECT office_code, office_code_born, balance_fen FROM ledger_account WHERE kind = 'bank'`),
    ).toEqual([{ office_code: '370126101000', office_code_born: '370126101000', balance_fen: 1500 }]);
    const sums = `SELECT a.id FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
      GROUP BY a.id HAVING a.balance_fen <> coalesce(sum(e.amount_fen), 0)`;
    expect(await rows(sums)).toEqual([]);
    expect(await rows('SELECT count(*) AS many, sum(amount_fen)::bigint AS sum FROM ledger_entry')).toEqual([
      { many: 6, sum: 0 },
    ]);
  });

  it('says of every account and booking whose money it is', async () => {
    expect(
      await rows(
        `SELECT kind, number, place, balance_fen FROM ledger_account WHERE subject = 'deposit' ORDER BY balance_fen`,
      ),
    ).toEqual([
      { kind: 'held', number: 'A0', place: '殷巷镇 李家桥村', balance_fen: -700 },
      { kind: 'held', number: 'A1', place: '', balance_fen: -500 },
      { kind: 'payable', number: 'A0', place: '殷巷镇 李家桥村', balance_fen: -300 },
    ]);
    expect(
      await rows(`SELECT subject, subject_id, count(*) AS many FROM ledger_transaction GROUP BY 1, 2 ORDER BY 3`),
    ).toEqual([
      { subject: 'deposit', subject_id: id.second, many: 1 },
      { subject: 'deposit', subject_id: id.first, many: 2 },
    ]);
  });

  it('has its slips as receipts, its outflows as disbursements, and who has them in hand', async () => {
    expect(await rows('SELECT id, subject_id, amount_fen, payer_account_tail AS tail FROM receipt')).toEqual([
      { id: id.slip, subject_id: id.first, amount_fen: 1000, tail: '1111' },
    ]);
    expect(
      await rows(
        'SELECT id, subject, receipt_id, amount_fen, tranche, approved_by_name AS by FROM disbursement ORDER BY amount_fen',
      ),
    ).toEqual([
      { id: id.claim, subject: 'deposit', receipt_id: null, amount_fen: 100, tranche: null, by: null },
      { id: id.release, subject: 'deposit', receipt_id: id.slip, amount_fen: 300, tranche: 1, by: '演负责' },
    ]);
    expect(await rows('SELECT kind, subject_id FROM work_assignment')).toEqual([
      { kind: 'disbursement', subject_id: id.claim },
    ]);
  });

  it('stands beside deposits and surveys that know their transfer by subject and id', async () => {
    const about = { subject: 'transfer', subject_id: id.transfer };
    expect(await rows('SELECT subject, subject_id, place FROM deposit WHERE id = $1', id.first)).toEqual([
      { ...about, place: '殷巷镇 李家桥村' },
    ]);
    expect(await rows('SELECT subject, subject_id, area_mu, party, counterparty FROM inspection')).toEqual([
      { ...about, area_mu: '12.0000', party: '王甲', counterparty: '禾野' },
    ]);
  });

  it.each([
    ['an entry that is changed', 'UPDATE ledger_entry SET amount_fen = amount_fen + 1', 'ledger_entry_append_only'],
    [
      'a balance that is written',
      'UPDATE ledger_account SET balance_fen = balance_fen + 1',
      'ledger_account_by_entries',
    ],
    ['another holder', `UPDATE ledger_account SET number = 'B'`, 'ledger_account_by_entries'],
    ['a slip that is changed', 'UPDATE receipt SET amount_fen = 1', 'receipt_append_only'],
    ['another sum than was asked', 'UPDATE disbursement SET amount_fen = 1', 'disbursement_kept'],
    ['another holder of what was asked', 'UPDATE disbursement SET subject_id = gen_random_uuid()', 'disbursement_kept'],
    ['a disbursement that is deleted', 'DELETE FROM disbursement', 'disbursement_kept'],
    ['a release without its slip', again('subject_id, gen_random_uuid(), payee_account_tail'), 'disbursement_to_payer'],
    ['a release to another account', again(`subject_id, receipt_id, '2222'`), 'disbursement_to_payer'],
    [
      'a release while its case runs',
      again(`'${id.second}', receipt_id, payee_account_tail`),
      'disbursement_in_its_time',
    ],
  ])('still refuses %s', async (_what, statement, constraint) => {
    expect(await owner.query(statement).catch(constraintOf)).toBe(constraint);
  });
});

/** A second release like the first, but for its holder, its slip and its account. */
function again(differs: string): string {
  return `INSERT INTO disbursement (id, subject, subject_id, receipt_id, payee_account_tail, kind, amount_fen, reason, payee_name, payee_bank,
      payee_account_sealed, requested_by, requested_by_name, requested_at)
    SELECT gen_random_uuid(), subject, ${differs}, 'release', 1, 'x', payee_name, payee_bank, payee_account_sealed, requested_by, 'x', requested_at
    FROM disbursement WHERE kind = 'release'`;
}
