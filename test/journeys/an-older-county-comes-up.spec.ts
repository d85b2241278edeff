import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Sweeper, migrate } from '#platform';
import { forgetting, migrations } from '../../apps/exchange/src/libs.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { olderCounty, olderKey } from '../support/older-county.js';

/** What a county remembers, in the words of the schema it was written in. */
const before = {
  transfers: 'SELECT id, number, state, revision, due_at, office_code FROM transfer',
  notices: 'SELECT id, number, state, version, period_start, ends_on, due_at, transfer_id AS subject_id FROM notice',
  deposits: 'SELECT id, state, amount_fen, due_at FROM deposit',
  certificates: 'SELECT id, number, state, area_mu FROM certificate',
  cases: 'SELECT id, number, state, due_at, received_at FROM case_file',
  claims: 'SELECT id, number, state, due_at, claimed_at AS received_at FROM priority_claim',
  disbursements: 'SELECT id, deposit_id, amount_fen, requested_at, approved_at, paid_at FROM deposit_outflow',
  inspections: 'SELECT id, state, round, visited_at FROM inspection',
  papers: 'SELECT id, kind, number, code, sha256, made_at FROM paper',
  deadlines: 'SELECT id, subject_id, first_day, last_day, due_at, closed_at FROM deadline',
  rights: 'SELECT id, standing AS state, holder_id, term FROM management_right',
  history: 'SELECT id, subject_id, from_state, to_state, moment FROM step_history',
  // The villages' bank accounts are one account of their town today.
  balances: `SELECT left(office_code_born, 9) || kind || coalesce(deposit_id::text, '') AS id, sum(balance_fen) AS fen FROM ledger_account GROUP BY 1`,
  entries: 'SELECT e.id, a.kind, e.amount_fen FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id',
};
/** The same today. */
const today: typeof before = {
  ...before,
  rights: before.rights.replace('standing AS', 'status AS'),
  notices: before.notices.replace('transfer_id AS ', ''),
  disbursements: before.disbursements
    .replace('deposit_id', 'subject_id AS deposit_id')
    .replace('deposit_outflow', 'disbursement'),
  balances: before.balances.replace('deposit_id', 'subject_id'),
  cases: `${before.cases} WHERE kind <> 'priority_claim'`,
  claims: `SELECT id, number, state, due_at, received_at FROM case_file WHERE kind = 'priority_claim'`,
};
/** States and kinds that have another name today. */
const renamed: Record<string, string> = {
  'transfers.noticed': 'on_notice',
  'transfers.yielded': 'superseded',
  'deposits.secured': 'guaranteed',
  'history.noticed': 'on_notice',
  'history.yielded': 'superseded',
  'history.secured': 'guaranteed',
  'notices.replaced': 'withdrawn',
};

type Row = Record<string, unknown>;
type Memory = Record<keyof typeof before, Row[]>;

async function recall(client: pg.Client, queries: typeof before): Promise<Memory> {
  const found: Partial<Memory> = {};
  for (const [name, sql] of Object.entries(queries) as [keyof Memory, string][]) {
    const { rows } = await client.query<Row>(`${sql} ORDER BY id`);
    found[name] = rows.map((row) => {
      const words = Object.entries(row).map(([key, value]) => [key, renamed[`${name}.${String(value)}`] ?? value]);
      return Object.fromEntries(words) as Row;
    });
  }
  return found as Memory;
}

describe('A running county of an older version', () => {
  let exchange: TestExchange | undefined;
  let then: Memory;
  let now: Memory;

  beforeAll(async () => {
    const name = `exchange_older_${process.pid}`;
    const { url, client } = await olderCounty(process.env['TEST_OWNER_URL'] ?? '', name);
    then = await recall(client, before);
    const latest = await client.query<{ at: Date }>('SELECT max(moment) AS at FROM step_history');
    await migrate(url, 'exchange_server', migrations, forgetting);
    now = await recall(client, today);
    await client.end();
    exchange = await TestExchange.over(name, url, latest.rows[0]!.at.toISOString(), { SECRET_KEY: olderKey });
  }, 180_000);
  afterAll(() => exchange?.close());

  it.each(Object.keys(before) as (keyof Memory)[])('keeps its %s', (each) => {
    expect(then[each].length).toBeGreaterThan(0);
    expect(now[each]).toEqual(then[each]);
  });

  it('shows every case, notice, deposit and certificate as the document says', async () => {
    const given = new Given(exchange!);
    const faults: string[] = [];
    const same = async (login: string, path: string, wanted: object): Promise<void> => {
      try {
        expect(await given.as(login).get(path)).toMatchObject(wanted);
      } catch (error) {
        faults.push(`${path}: ${(error as Error).message}`);
      }
    };
    for (const { id, number, state } of then.transfers)
      await same('reviewer', `/transfers/${String(id)}`, { number, state });
    for (const { id, state } of then.notices) await same('reviewer', `/notices/${String(id)}`, { state });
    for (const { id, state, amount_fen } of then.deposits)
      await same('director', `/deposits/${String(id)}`, { state, amountFen: Number(amount_fen) });
    for (const { id, state } of then.certificates) await same('director', `/certificates/${String(id)}`, { state });
    for (const { id, number, state } of [...then.cases, ...then.claims])
      await same('reviewer', `/cases/${String(id)}`, { number, state });
    for (const { id } of then.inspections) await same('reviewer', `/inspections/${String(id)}`, {});
    expect(faults).toEqual([]);
  });

  it('draws a paper of every kind anew', async () => {
    const reviewer = new Given(exchange!).as('reviewer');
    const kinds = new Map(then.papers.map((paper) => [paper['kind'], paper['id']]));
    const drawn: [unknown, number][] = [];
    for (const [kind, id] of kinds) drawn.push([kind, (await reviewer.ask(`/papers/${String(id)}`)).statusCode]);
    expect(drawn.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('goes on: its clock runs, and its money balances', async () => {
    exchange!.passDays(1);
    await exchange!.app.get(Sweeper).sweep();
    const [entries] = await exchange!.database.ask<{ sum: string }>('SELECT sum(amount_fen) AS sum FROM ledger_entry');
    expect(Number(entries?.sum)).toBe(0);
    expect(await exchange!.database.ask('SELECT * FROM clock_trouble')).toEqual([]);
  });
});
