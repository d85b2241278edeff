import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { caseKinds } from '#cases';
import { type Post, posts } from '#kernel';
import { declaredActs, publicRoutes, rowsOf, stepsOf } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { oddRecords } from '../support/odd-records.js';
import { Bodies, Dice, type Schema } from '../support/odd-values.js';
import { type Operation, operationsOf } from '../support/stranger-requests.js';

interface Document {
  paths: Parameters<typeof operationsOf>[0]['paths'];
  components: { schemas: Record<string, Schema> };
}

/** Everybody of the case's own place, the same of the sister town, the county, two who own nothing of it, and a stranger. */
const staff = (town: string): string[] =>
  (Object.keys(posts) as Post[]).flatMap((post) => {
    const short = post.replace(/^(county|town)_/, '');
    const { level } = posts[post];
    if (level === 'county') return [short];
    if (level === 'town') return [`${town}-${short}`];
    return level === 'village' && town === '101' ? [`${town}-village-${village.slice(9)}`] : [];
  });
const own = staff('101');
const foreign = staff('102').filter((login) => !own.includes(login));
const parties = ['farmer', 'farmer-2'];

/** What only the sender's own sign-in, form or key leaves, whether the act is done or not. */
const traces = [
  'session',
  // A process says that it takes bids.
  'bid_process',
  'sign_in_failure',
  'page_memory',
  'code_guess',
  'idempotency_key',
  'clock_trouble',
  'clock_round',
];
/** What would end the walk rather than the request: the clock that runs away, the account that is closed under one. */
const spared = /^\/(clock|sign-in|sign-out|sessions|account\b|accounts\/\{id\}\/closure|assisted)/;

/** What a person may not do is refused so, and a stranger is sent to sign in; a record that is secret is not there. */
const refusals = [401, 403, 404];

type Able = readonly (Post | 'applicant' | 'public' | 'clock')[];

/** The posts an act is for, by its route, `applicant` among them where a party may; null where everybody may. */
function postsOfActs(kind: string): Map<string, Able | null> {
  const found = new Map<string, Able | null>();
  for (const table of declaredActs())
    for (const named of rowsOf(table)) {
      // A case is asked for the acts of its own kind; of another kind's it says that they are not open here.
      const workflow =
        table.workflowOf?.({ kind: caseKinds().find((each) => each.kind === kind) } as never) ?? table.workflow;
      const steps = (workflow?.steps ?? []).filter(({ on }) => stepsOf(named).includes(on));
      const able: Able | null = named.help
        ? (named.help.posts ?? table.readers ?? null)
        : steps.flatMap(({ by }) => by);
      const other = workflow?.kind !== undefined && workflow.kind !== kind;
      const { things, named: key = 'id' } = table;
      const path = ['', things, ...(key === null ? [] : [`:${key}`]), named.row.noun].join('/').replace(/\/$/, '');
      found.set(`POST ${path}`, able === null || other || able.length === 0 || able.includes('public') ? null : able);
    }
  return found;
}

/** A text that no computer can read is refused at the door, whoever sends it. */
const readable = (body: unknown): object =>
  JSON.parse(JSON.stringify(body).replaceAll(/\\u(0000|d[89a-f]..)/g, '长')) as object;

describe('Every act of the document, pressed by everybody', () => {
  let exchange: TestExchange;
  let given: Given;
  let owner: pg.Client;
  let acts: Operation[];
  let bodies: Bodies;
  let open: readonly string[];
  let able: ReturnType<typeof postsOfActs>;
  const held = new Map<string, readonly string[]>();
  const dice = new Dice(4190);
  /** Acts that somebody could do, and what they wrote: the watch itself is seen to work. */
  const done = { acts: 0, rows: 0 };
  const records = new Map<string, string>();

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    const objected = await given.transfer({ state: 'on_notice' });
    await objected.object();
    for (const state of ['deposit', 'certified'] as const) await given.transfer({ state });
    await oddRecords(given);
    owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    await remember();
    const { rows: files } = await owner.query<{ kind: string }>('SELECT kind FROM case_file WHERE id::text = $1', [
      records.get('cases'),
    ]);
    able = postsOfActs(files[0]?.kind ?? '');
    await watchTables();
    const document = (await exchange.app.inject({ url: '/api/openapi.json' })).json<Document>();
    acts = operationsOf(document).filter(({ method, path }) => method !== 'GET' && !spared.test(path));
    bodies = new Bodies(document.components.schemas, [...records.values()]);
    open = publicRoutes(exchange.app);
    const { rows: holders } = await owner.query<{ login: string; posts: string[] }>(
      'SELECT a.login, array_agg(h.post) AS posts FROM account a JOIN post_held h ON h.account_id = a.id GROUP BY a.login',
    );
    for (const { login, posts: own } of holders) held.set(login, own);
    for (const login of [...own, ...foreign, ...parties]) await given.as(login).headers();
  }, 240_000);
  afterAll(async () => {
    await owner?.end();
    await exchange?.close();
  });

  /** One record of each table under the first word of the addresses that lead to it. */
  async function remember(): Promise<void> {
    const tables = {
      ...{ transfers: 'transfer', notices: 'notice', postings: 'venue_posting', deposits: 'deposit', papers: 'paper' },
      ...{
        certificates: 'certificate',
        cases: 'case_file',
        inspections: 'inspection',
        accounts: 'account',
        seals: 'seal',
      },
      ...{ 'account-starts': 'account_start', clients: 'api_client', encumbrances: 'encumbrance', screens: 'terminal' },
    };
    const at = `ORDER BY 1 LIMIT 1`;
    for (const [noun, table] of Object.entries(tables)) {
      const { rows } = await owner.query<{ id: string }>(`SELECT id::text FROM ${table} ${at}`);
      if (rows[0]) records.set(noun, rows[0].id);
    }
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM household WHERE office_code = '${village}' ${at}`,
    );
    records.set('register', rows[0]?.id ?? '');
  }

  /** Each table tells of what is written to it, in the transaction that writes: what is taken back is not told. */
  async function watchTables(): Promise<void> {
    await owner.query(`
      CREATE TABLE written (what text);
      CREATE FUNCTION tell_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN INSERT INTO written VALUES (TG_OP || ' ' || TG_TABLE_NAME); RETURN NULL; END $$`);
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
         AND table_name <> 'written' AND table_name <> ALL ($1)`,
      [traces],
    );
    expect(rows.length).toBeGreaterThan(60);
    for (const { name } of rows)
      await owner.query(
        `CREATE TRIGGER tell_written AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION tell_written()`,
      );
  }

  /** What has been written since it was asked for the last time. */
  async function written(): Promise<string[]> {
    const { rows } = await owner.query<{ what: string }>(
      'WITH told AS (DELETE FROM written RETURNING what) SELECT DISTINCT what FROM told',
    );
    return rows.map(({ what }) => what);
  }

  /** One act, pressed; what is wrong about its answer, or nothing. */
  async function press({ method, path, body }: Operation, login: string | null): Promise<string | null> {
    const record = records.get(path.split('/')[1] ?? '');
    const some = '00000000-0000-4000-8000-000000000000';
    const url = path.replace(/\{\w+\}/, record ?? some).replaceAll(/\{\w+\}/g, () => dice.pick([...records.values()]));
    const answer = await exchange.app.inject({
      ...{ method: method as 'POST', url: `/api${url}` },
      headers: login === null ? {} : await given.as(login).headers(),
      ...(body === null ? { payload: {} } : { payload: readable(bodies.of(body, dice, 0)) }),
    });
    const { statusCode } = answer;
    const told = await written();
    const who = `${login ?? 'a stranger'} ${method} ${path} ${statusCode}`;
    if (statusCode >= 500) return who;
    const route = `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    const nobodys = (post: Able[number]): boolean =>
      post === 'applicant' ? !parties.includes(login ?? '') : !held.get(login ?? '')?.includes(post);
    const alone = login === null ? open.includes(route) : able.get(route)?.every(nobodys);
    if (login === null ? !alone && statusCode !== 401 : alone === true && !refusals.includes(statusCode))
      return `${who} is not told that it is not theirs`;
    if (statusCode >= 400) return told.length > 0 ? `${who} wrote ${told.join(', ')}` : null;
    done.acts += 1;
    done.rows += told.length;
    const alien = login === null || foreign.includes(login) || login === 'farmer-2';
    return alien && record !== undefined && path.includes('{id}') && !open.includes(route) ? `${who} was let in` : null;
  }

  it('has everybody and everything in it', () => {
    expect([own.length, foreign.length]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(own.length + foreign.length).toBeGreaterThan(20);
    expect(acts.length).toBeGreaterThan(120);
    expect(records.size).toBeGreaterThan(12);
  });

  it.each([null, ...parties, ...foreign, ...own])(
    'leaves no row behind where it is refused, and is refused to who has nothing to do with it: %s',
    async (login) => {
      const wrong: string[] = [];
      await written();
      for (const act of acts) {
        const fault = await press(act, login);
        if (fault !== null) wrong.push(fault);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('sees what is written by who may', () => {
    expect(done.acts).toBeGreaterThan(10);
    expect(done.rows).toBeGreaterThan(10);
  });
});
