import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { ImportsService } from '#rights';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Desks } from '../../apps/exchange/src/training/desks.js';
import { Gate } from '../support/gate.js';
import { Given } from '../support/given.js';
import { csvOf, registerFiles } from '../support/register-files.js';
import type { Taken } from '../support/register-rows.js';
import { Served, Wire, sleep } from '../support/served.js';

jest.setTimeout(240_000);

type Row = Record<string, string>;
type Asked = (sql: string, values?: unknown[]) => Promise<object[]>;

/** Some of them have no card yet: nothing but their names tells them apart, and no constraint of the database keeps them once. */
const cardless = (rows: readonly Row[]): Row[] =>
  rows.map((row, n) => (n % 3 === 2 ? { ...row, CYZJLX: '9', CYZJHM: '' } : row));
/** Three batches of members, a row in each of which cannot come in; a son without a card is named as his father. */
const large = registerFiles(280, 'killed', '370126101224');
const members = cardless(large.CBF_JTCY).map((row, n) =>
  n % 400 === 7 ? { ...row, CYZJLX: '1', CYZJHM: '999999197001010010' } : row,
);
const small = registerFiles(60, 'both', '370126101221');

/** What of a village is in the register, and that nothing stands beside it. */
async function village(asked: Asked, code: string): Promise<unknown> {
  const people = await asked(
    `SELECT h.contractor_code, n.name, n.identity_kind, encode(n.identity_index, 'hex') AS number, n.born::text, n.sex, m.relation, m.co_right, m.note_code
     FROM member m JOIN household h ON h.id = m.household_id JOIN person n ON n.id = m.person_id
     WHERE h.contractor_code LIKE $1 AND m.valid_to IS NULL ORDER BY 1, 2, 4, 7, 5`,
    [`${code}%`],
  );
  const all = ['party', 'person', 'household', 'member', 'quarantined_row', 'register_import'];
  const [counts] = await asked(
    `SELECT ${all.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join()}`,
  );
  const told = await asked('SELECT row_number, field, reason, shown, came_in FROM quarantined_row ORDER BY 1, 2');
  return { people, counts, told };
}

describe('Two registers that come at once', () => {
  let given: Given;
  let administrator: ApiClient;

  beforeAll(async () => {
    given = await Given.open();
    administrator = given.as('administrator');
  });
  afterAll(() => given.close());

  async function tried(name: string, rows: readonly Row[]): Promise<string> {
    const at = await administrator.post('/register/imports', { file: new File([csvOf(rows)], name) });
    await given.exchange.app.get(ImportsService).settled(at.split('/').at(-1)!);
    return at;
  }

  async function taken(at: string): Promise<Taken> {
    await administrator.post(`${at}/run`);
    await given.exchange.app.get(ImportsService).settled(at.split('/').at(-1)!);
    return administrator.get<Taken>(at);
  }

  it('each find what the other brought: who is in both is registered once', async () => {
    for (const table of [small.FBF, small.CBF]) await taken(await tried('表.csv', table));
    // Who has a card is kept once by an index of the database; nothing but the turn of the imports keeps who has none.
    const heads = new Set(small.CBF.map(({ CBFMC }) => CBFMC));
    const rows = cardless(small.CBF_JTCY).filter(({ CYZJLX, CYXM }) => CYZJLX === '9' && !heads.has(CYXM));
    const jobs = [await tried('一.csv', rows), await tried('二.csv', rows.toReversed())];
    const held = await Held.in(given.exchange.databaseUrl);
    const both = Promise.all(jobs.map((at) => taken(at)));
    // The first stands in the middle of its transaction while the other has come as far as it can.
    await held.until(2);
    await held.open();
    const [one, other] = await both;
    expect([one, other]).toMatchObject([
      { status: 'done', bad: 0 },
      { status: 'done', bad: 0 },
    ]);
    expect(one!.added + other!.added).toBe(rows.length);
    expect(one!.unchanged + other!.unchanged).toBe(rows.length);
    const twice = await given.exchange.database.ask(
      `SELECT h.contractor_code, n.name FROM member m JOIN household h ON h.id = m.household_id JOIN person n ON n.id = m.person_id
       WHERE h.contractor_code LIKE '370126101221%' GROUP BY 1, 2, m.relation HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });
});

/** kill -9 of a connection and of the server in the middle of a batch, and once more between a batch and its count: the next start goes on by itself. */
describe('An import whose server is killed', () => {
  let served: Served;
  let administrator: ApiClient;
  let gate: Gate;

  beforeAll(async () => {
    served = await Served.open('2026-09-23T09:00:00+08:00');
    gate = await Gate.in(served, `EXISTS (SELECT FROM register_import WHERE status = 'running' AND rows_done >= 400)`);
    await served.start();
    administrator = new Desks(new Wire(served).app).of('administrator');
  });
  afterAll(() => served?.close());

  async function status(at: string, wanted: string): Promise<Taken> {
    for (let tries = 0; tries < 4000; tries += 1) {
      const seen = await administrator.get<Taken>(at);
      if (seen.status === wanted) return seen;
      if (seen.status === 'failed') throw new Error(served.log.slice(-2000));
      await sleep(20);
    }
    throw new Error(`${at} never was ${wanted}.`);
  }

  async function begun(name: string, rows: readonly Row[]): Promise<string> {
    const at = await administrator.post('/register/imports', { file: new File([csvOf(rows)], name) });
    await status(at, 'checked');
    await administrator.post(`${at}/run`);
    return at;
  }

  it('ends with the very rows of one that nobody disturbed', async () => {
    const undisturbed = await Given.open();
    const imports = undisturbed.exchange.app.get(ImportsService);
    const steps = [
      ['发包方.csv', large.FBF],
      ['承包方.csv', large.CBF],
      ['成员.csv', members],
    ] as const;
    let whole: Taken | undefined;
    for (const [name, rows] of steps) {
      const by = undisturbed.as('administrator');
      const at = await by.post('/register/imports', { file: new File([csvOf(rows)], name) });
      await imports.settled(at.split('/').at(-1)!);
      await by.post(`${at}/run`);
      await imports.settled(at.split('/').at(-1)!);
      whole = await by.get<Taken>(at);
    }
    const expected = await village((sql, values) => undisturbed.exchange.database.ask(sql, values), '370126101224');
    await undisturbed.close();
    expect(members.length).toBeGreaterThan(850);
    expect(whole).toMatchObject({ status: 'done', bad: 4, added: members.length - 4 });
    expect(whole!.rows.map(({ reason }) => reason).join('')).toContain('这一户前面已经有同名的人，没有证件号码分不清');

    for (const [name, rows] of steps.slice(0, 2)) await status(await begun(name, rows), 'done');
    let open = await gate.close('member', 'BEFORE INSERT');
    const at = await begun('成员.csv', members);
    await gate.reached();
    // The database is away for a moment: the file waits, and goes on.
    await served.database.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
    );
    await gate.reached();
    await served.kill();
    await open();
    const half = (await rowsOf(served.database)).length;
    expect(half).toBe(398);

    open = await gate.close('register_import', 'BEFORE UPDATE', 'NEW.rows_done >= 800');
    await served.start();
    await gate.reached();
    await served.kill();
    await open();
    expect((await rowsOf(served.database)).length).toBeGreaterThan(half);

    await served.start();
    expect(await status(at, 'done')).toMatchObject({ bad: 4, held: 0, rowsDone: members.length });
    expect(
      await village(async (sql, values) => (await served.database.query(sql, values)).rows, '370126101224'),
    ).toEqual(expected);
  });
});

/** A lock of the test's own, before which whoever writes a member waits until the test lets go. */
class Held {
  private constructor(private readonly keeper: pg.Client) {}

  static async in(databaseUrl: string): Promise<Held> {
    const keeper = new pg.Client(databaseUrl);
    await keeper.connect();
    await keeper.query(`
      CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(4191); RETURN NULL; END $$;
      CREATE TRIGGER held BEFORE INSERT ON member FOR EACH STATEMENT EXECUTE FUNCTION held();
      SELECT pg_advisory_lock(4191)`);
    return new Held(keeper);
  }

  /** Until so many transactions wait for a lock like this one: the test's own, or the turn of the imports. */
  async until(many: number): Promise<void> {
    for (let tries = 0; tries < 6000; tries += 1) {
      const { rowCount } = await this.keeper.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      if (rowCount === many) return;
      await sleep(5);
    }
    throw new Error(`${many} imports never came at once.`);
  }

  async open(): Promise<void> {
    await this.keeper.query('SELECT pg_advisory_unlock(4191)');
    await this.keeper.end();
  }
}

const rowsOf = async (database: pg.Client): Promise<unknown[]> =>
  (
    await database.query(
      `SELECT m.id FROM member m JOIN household h ON h.id = m.household_id WHERE h.contractor_code LIKE '370126101224%'`,
    )
  ).rows;
