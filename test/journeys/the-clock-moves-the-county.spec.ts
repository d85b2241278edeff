import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type WorkflowFacts, type WorkflowRecord, blocker, timedStates, workflow } from '#kernel';
import { type Act, Sweeper } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { type Clerk, hire } from '../support/people.js';

const county = '370126000000';
interface EggFacts extends WorkflowFacts {
  record: WorkflowRecord;
  cracked: boolean;
}
const egg = workflow('test_egg', {
  label: '测试的蛋',
  states: { warm: { label: '孵着', lasts: 'noticeWorkingDays' }, hatched: { label: '出壳', end: true } },
  steps: [
    {
      from: 'warm',
      on: 'hatch',
      to: 'hatched',
      by: 'clock',
      label: '出壳',
      needs: [(facts: EggFacts) => (facts.cracked ? blocker('whole', '壳裂了。', '平台规则') : undefined)],
    },
  ],
});

describe('The clock', () => {
  let exchange: TestExchange;
  let staff: Record<'anyone' | 'director' | 'elsewhere', Clerk>;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    staff = await hire(exchange, {
      anyone: ['town_clerk', '370126101000'],
      director: ['county_director', county],
      elsewhere: ['town_reviewer', '370126102000'],
    });
    const owner = exchange.databaseUrl;
    const { default: pg } = await import('pg');
    const client = new pg.Client(owner);
    await client.connect();
    await client.query(`CREATE TABLE test_egg (id uuid PRIMARY KEY, state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
      office_code char(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL, cracked boolean NOT NULL, rotten boolean NOT NULL)`);
    await client.query('CREATE INDEX test_egg_due ON test_egg (due_at, id) WHERE due_at IS NOT NULL');
    await client.query('GRANT SELECT, INSERT, UPDATE ON test_egg TO exchange_server');
    await client.end();
    sweeper().register({
      subject: 'test_egg',
      label: '测试的蛋',
      states: timedStates(egg),
      href: (id) => `/eggs/${id}`,
      settle: async (act: Act, id: string) => {
        const [row] = (await act.tx.query(
          `SELECT id, state, state_since AS "stateSince", due_at AS "dueAt", office_code AS "officeCode", revision, rules_day AS "rulesDay", cracked, rotten FROM test_egg WHERE id = $1`,
          [id],
        )) as (WorkflowRecord & { cracked: boolean; rotten: boolean })[];
        if (!row) throw new Error('No egg.');
        if (row.rotten) throw new Error('secret 999999190001010007');
        await act.take(egg, { record: row, cracked: row.cracked }, 'hatch');
      },
    });
  });
  afterAll(() => exchange.close());

  const sweeper = () => exchange.app.get(Sweeper);
  const lay = async (dueAt: string, { cracked = false, rotten = false } = {}): Promise<string> => {
    const id = randomUUID();
    await exchange.database.write(
      `INSERT INTO test_egg VALUES ($1, 'warm', $2, $3, '370126101000', 1, '2026-09-23', $4, $5)`,
      [id, exchange.clock.now(), dueAt, cracked, rotten],
    );
    return id;
  };
  const stateOf = async (id: string) =>
    (await exchange.database.ask<{ state: string }>('SELECT state FROM test_egg WHERE id = $1', [id]))[0]?.state;
  const post = (path: string, payload: object, who = staff.anyone, more: object = {}) =>
    exchange.app.inject({ method: 'POST', url: `/api/clock${path}`, payload, headers: { ...who.headers, ...more } });

  it('moves what is ripe, leaves what is not, and lets a broken record stop nobody', async () => {
    const eggs = {
      rotten: await lay('2026-09-22T00:00:00+08:00', { rotten: true }),
      cracked: await lay('2026-09-22T01:00:00+08:00', { cracked: true }),
      ripe: await lay('2026-09-22T02:00:00+08:00'),
      young: await lay('2026-09-24T00:00:00+08:00'),
    };
    const logged: string[] = [];
    const log = (sweeper() as unknown as { log: { error: (text: string) => void } }).log;
    const before = log.error.bind(log);
    log.error = (text) => void logged.push(text);
    expect(await sweeper().sweep()).toEqual({ moved: 1, blocked: 1, failed: 1 });
    log.error = before;
    expect(await Promise.all(Object.values(eggs).map(stateOf))).toEqual(['warm', 'warm', 'hatched', 'warm']);
    expect(logged.join()).toContain(eggs.rotten);
    expect(logged.join()).not.toContain('999999190001010007');
    const { rows } = (await exchange.app.inject({ url: '/api/clock/blocked', headers: staff.director.headers })).json<{
      rows: object[];
    }>();
    const blocked = {
      kind: 'blocked',
      href: `/eggs/${eggs.cracked}`,
      reasons: [{ text: '壳裂了。', article: '平台规则', way: null }],
    };
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([expect.objectContaining(blocked), expect.objectContaining({ kind: 'failed' })]),
    );
    const other = await exchange.app.inject({
      url: '/clock/blocked',
      headers: { accept: 'text/html', ...staff.elsewhere.headers },
    });
    expect([other.statusCode, other.body.includes('没有卡住的')]).toEqual([200, true]);
  });

  it('tries a failed record again after a pause, and forgets the trouble when it is over', async () => {
    expect(await sweeper().sweep()).toEqual({ moved: 0, blocked: 1, failed: 0 });
    await exchange.database.write('UPDATE test_egg SET cracked = false, rotten = false');
    expect(await sweeper().sweep()).toMatchObject({ moved: 1 });
    exchange.passDays(0, '09:05');
    expect(await sweeper().sweep()).toMatchObject({ moved: 1 });
    expect(await exchange.database.ask('SELECT * FROM clock_trouble')).toEqual([]);
  });

  it('does not rest anything irreversible on a provisional last day', async () => {
    const id = await lay('2026-09-23T08:00:00+08:00');
    await exchange.database.write(
      `INSERT INTO deadline (subject, subject_id, kind, label, basis, unit, working_days, start_day, until_close, office_code, first_day, last_day, due_at, counted, skipped, provisional, calendar_version, opened_at)
       VALUES ('test_egg', $1, 'state:warm', '孵着', '', 'working-day', 1, '2026-09-21', false, '370126101000', '2026-09-22', '2026-09-22', '2026-09-23T00:00:00+08:00', '[]', '[]', true, '1', $2)`,
      [id, exchange.clock.now()],
    );
    expect(await sweeper().sweep()).toMatchObject({ moved: 0, blocked: 1 });
    await exchange.database.write('UPDATE deadline SET provisional = false WHERE subject_id = $1', [id]);
    expect(await sweeper().sweep()).toMatchObject({ moved: 1, blocked: 0 });
  });

  it('moves each record once when two processes sweep at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => lay('2026-09-22T03:00:00+08:00')));
    await Promise.all([sweeper().sweep(), sweeper().sweep()]);
    const lines = await exchange.database.ask<{ number: number }>(
      `SELECT count(*) AS number FROM step_history WHERE subject = 'test_egg' AND subject_id = ANY ($1)`,
      [ids],
    );
    expect(lines[0]?.number).toBe(12);
  });

  it('goes forward by a day, by working days and to a moment; what falls due on a day happens on that day', async () => {
    const id = await lay('2026-09-25T00:00:00+08:00');
    exchange.setDay('2026-09-23', '09:00');
    expect((await post('/days', { days: 1 })).statusCode).toBe(201);
    expect([exchange.today, await stateOf(id)]).toEqual(['2026-09-24', 'warm']);
    // Mid-Autumn: 25 to 27 September off.
    await post('/working-days', { workingDays: 1 });
    expect([exchange.today, await stateOf(id)]).toEqual(['2026-09-28', 'hatched']);
    const [line] = await exchange.database.ask<{ moment: Date }>(
      `SELECT moment FROM step_history WHERE subject = 'test_egg' AND subject_id = $1`,
      [id],
    );
    expect(line?.moment.toISOString()).toMatch(/^2026-09-24T16:00:0/);
    await post('/moment', { moment: '2026-10-10T08:30:00+08:00' });
    expect(exchange.today).toBe('2026-10-10');
  });

  it('moves once for one key, and never backwards, too far or by nothing', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await post('/days', { days: 1 }, staff.anyone, key);
    const again = await post('/days', { days: 1 }, staff.anyone, key);
    expect([again.headers['idempotency-replayed'], exchange.today]).toEqual(['true', '2026-10-11']);
    expect((await post('/moment', { moment: '2026-10-01T08:30:00+08:00' })).json()).toMatchObject({
      status: 422,
      type: '/problems/clock-backwards',
    });
    expect((await post('/moment', { moment: '2030-10-01T08:30:00+08:00' })).json()).toMatchObject({
      status: 422,
      type: '/problems/clock-too-far',
    });
    expect((await post('/days', { days: 0 })).json()).toMatchObject({ status: 422 });
    expect((await post('/days', { days: '两' })).json()).toMatchObject({ status: 422 });
    expect((await post('', {})).json()).toMatchObject({ status: 422 });
    expect(
      (await exchange.app.inject({ method: 'POST', url: '/api/clock/days', payload: { days: 1 } })).statusCode,
    ).toBe(401);
    expect(exchange.today).toBe('2026-10-11');
  });

  it('has a page with three forms', async () => {
    const page = await exchange.app.inject({
      url: '/clock',
      headers: { accept: 'text/html', ...staff.anyone.headers },
    });
    expect([page.statusCode, page.body.includes('2026年10月11日')]).toEqual([200, true]);
    const payload = 'to.year=2026&to.month=10&to.day=12';
    const moved = await exchange.app.inject({
      method: 'POST',
      url: '/clock',
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...staff.anyone.headers },
    });
    expect([moved.statusCode, exchange.today]).toEqual([303, '2026-10-12']);
  });
});

describe('In live mode', () => {
  it('the clock cannot be moved by anybody', async () => {
    const key = '0'.repeat(63) + '1';
    const settings = {
      MODE: 'live',
      SECRET_KEY: key,
      DATABASE_URL: 'postgresql://unused',
      PUBLIC_URL: 'https://127.0.0.1',
      ADMINISTRATOR: 'owner',
      TZ: 'Asia/Shanghai',
    };
    const exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', settings);
    try {
      const { director } = await hire(exchange, { director: ['county_director', county] }, false);
      for (const [path, payload] of [
        ['/days', { days: 1 }],
        ['/working-days', { workingDays: 1 }],
        ['/moment', { moment: '2026-10-10T08:30:00+08:00' }],
        ['', { days: 1 }],
      ] as const) {
        const answer = await exchange.app.inject({
          method: 'POST',
          url: `/api/clock${path}`,
          payload,
          headers: director.headers,
        });
        expect(answer.json()).toMatchObject({ status: 403, type: '/problems/clock-fixed' });
      }
      expect(exchange.today).toBe('2026-09-23');
    } finally {
      await exchange.close();
    }
  });
});
