import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { clockActor, type Day } from '#kernel';
import { CountyService, type CountyFile, OfficesService, TrainingStaff } from '#offices';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

const file = (name: string, on: string, successors = ''): CountyFile => ({
  fileName: name,
  text: readFileSync(join(process.cwd(), 'data', 'divisions', name), 'utf8'),
  successors,
  on: on as Day,
});

describe('The county through time', () => {
  let exchange: TestExchange;
  let county: CountyService;
  let offices: OfficesService;
  const one = async <T>(text: string, values: unknown[] = []): Promise<T> =>
    ((await exchange.database.ask<{ it: T }>(text, values))[0] as { it: T }).it;
  const asOwner = async (statement: string): Promise<void> => {
    const client = new pg.Client(exchange.databaseUrl);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const gone = '370126001201'; // 靠城贾家村委会
  const merged = '370126001203'; // 靠城何家村委会
  const moved = '370126101201'; // 殷巷村委会; the test gives it another code in 2023.
  const stays = '370126101206'; // 车家村委会
  const story = '370126101226'; // 李家桥村委会, where the README's story plays

  beforeAll(async () => {
    exchange = await TestExchange.open();
    county = exchange.app.get(CountyService);
    offices = exchange.app.get(OfficesService);
    await county.load(file('370126-2019.csv', '2019-01-01'), clockActor);
    await exchange.app.get(TrainingStaff).seed();
  });
  afterAll(() => exchange.close());

  it('is one centre, twelve exchanges with three departments and a room, and 963 stations', async () => {
    const all = await offices.exchanges();
    expect([all.length, all.filter((each) => each.level === 'town').length]).toEqual([13, 12]);
    expect(all.reduce((sum, each) => sum + (each.level === 'town' ? each.stations : 0), 0)).toBe(963);
    expect((await offices.get('370126101000')).departments.map((each) => each.name)).toEqual(
      expect.arrayContaining(['金融部', '交易部', '协调部', '产权交易信息公开咨询室']),
    );
    expect(await offices.placeName(story)).toBe('殷巷镇李家桥村');
  });

  it('is not changed by the same file again, nor by a file of another county', async () => {
    await county.load(file('370126-2019.csv', '2020-01-01'), clockActor);
    expect(await one<number>('SELECT count(*) AS it FROM office')).toBe(976);
    const other = {
      ...file('370126-2019.csv', '2020-01-01'),
      text: 'code,name,parent\n370125000000,邻县,370100000000',
    };
    await expect(county.load(other, clockActor)).rejects.toMatchObject({ type: 'county-other' });
  });

  it('changes in 2023 with every open record following its village', async () => {
    await asOwner(
      'CREATE TABLE open_record (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), office_code text NOT NULL, born text NOT NULL)',
    );
    await asOwner('GRANT SELECT, INSERT, UPDATE ON open_record TO exchange_server');
    await asOwner(
      'CREATE TABLE open_board (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), text_id int, office_code text NOT NULL, UNIQUE (text_id, office_code))',
    );
    await asOwner('CREATE TABLE open_place (office_code text PRIMARY KEY, name text)');
    await asOwner('GRANT SELECT, INSERT, UPDATE ON open_board, open_place TO exchange_server');
    await exchange.database.transaction(async (tx) => {
      await tx.query(`INSERT INTO open_board (text_id, office_code) VALUES (1, $1), (1, '370126001200'), (2, $1)`, [
        merged,
      ]);
      await tx.query(`INSERT INTO open_place VALUES ($1, '老名字')`, [merged]);
      for (const code of [gone, merged, moved, stays])
        await tx.query('INSERT INTO open_record (office_code, born) VALUES ($1, $1)', [code]);
      await tx.query(
        `INSERT INTO post_held (id, account_id, post, office_code, valid_from)
         SELECT gen_random_uuid(), (SELECT id FROM account WHERE login = 'supervisor'), 'village_clerk', code, '2019-01-01' FROM unnest($1::text[]) AS code`,
        [[gone, moved]],
      );
    });
    const change = file('370126-2023.csv', '2023-06-01', `old,new\n${merged},370126001200`);
    change.text = change.text.replace(`${moved},`, '370126101399,');
    const { counts } = await county.rehearse(change);
    expect(counts).toMatchObject({ merged: 1, recoded: 1 });
    expect(counts.records).toEqual(
      expect.arrayContaining([
        { table: 'open_board', rows: 2 },
        { table: 'open_record', rows: 3 },
      ]),
    );
    expect(await one<number>(`SELECT count(*) AS it FROM office WHERE status = 'open'`)).toBe(976);
    await county.load(change, clockActor);
    expect(await one<number>(`SELECT count(*) AS it FROM division WHERE level = 'village' AND valid_to IS NULL`)).toBe(
      542,
    );
    expect(await one<number>(`SELECT count(*) AS it FROM office WHERE level = 'village' AND status = 'open'`)).toBe(
      541,
    );
    const where = (code: string): Promise<string> =>
      one('SELECT office_code AS it FROM open_record WHERE born = $1', [code]);
    expect([await where(gone), await where(merged), await where(moved), await where(stays)]).toEqual([
      '370126001000', // The town cares for it.
      '370126001200',
      '370126101399',
      stays,
    ]);
    expect(await offices.find('370126400000')).toBeNull();
    expect(
      await one(
        `SELECT string_agg(text_id || ' ' || office_code, ', ' ORDER BY text_id, office_code) AS it FROM open_board`,
      ),
    ).toBe(`1 370126001200, 1 ${merged}, 2 370126001200`);
    expect(await one('SELECT office_code AS it FROM open_place')).toBe(merged);
  });

  it('leaves no record of the register, or of a case, that no office sees', async () => {
    for (const table of ['open_record', 'household', 'parcel', 'issuer']) {
      const unseen = `SELECT count(*) AS it FROM "${table}" r
        WHERE NOT EXISTS (SELECT FROM office o WHERE o.status = 'open' AND o.office_code = r.office_code)`;
      expect([table, await one<number>(unseen)]).toEqual([table, 0]);
    }
  });

  it('moves posts with their village, and ends those without one rather than let them see the whole town', async () => {
    const posts = await exchange.database.ask<{ office_code: string; valid_to: string | null }>(
      `SELECT office_code, valid_to FROM post_held WHERE post = 'village_clerk' AND account_id = (SELECT id FROM account WHERE login = 'supervisor')
       ORDER BY office_code`,
    );
    expect(posts).toEqual([
      { office_code: gone, valid_to: '2023-06-01' },
      { office_code: '370126101399', valid_to: null },
    ]);
  });

  it('keeps the names of villages that are gone', async () => {
    expect(await offices.placeName(gone)).toBe('许商街道靠城贾家村');
  });

  it('hands over what the town cared for when the county names a successor, once', async () => {
    const administrator = new Given(exchange).as('administrator');
    const name = () => administrator.send('/county/successors', { oldCode: gone, newCode: '370126001200' });
    expect((await name()).json<{ rows: number }>().rows).toBeGreaterThan(1);
    expect(await one('SELECT office_code AS it FROM open_record WHERE born = $1', [gone])).toBe('370126001200');
    expect((await name()).json()).toMatchObject({ type: '/problems/county-successor-known' });
    const form = await administrator.ask('/county/successors');
    expect(form.json()).toMatchObject({ id: null, href: '/county/successors', posts: ['county_administrator'] });
  });

  it('does not take a change out of order', async () => {
    await expect(county.load(file('370126-2019.csv', '2022-01-01'), clockActor)).rejects.toMatchObject({
      type: 'county-change-too-early',
    });
  });

  it('shows everybody where to go, and only the administrator how to change it', async () => {
    const page = await exchange.app.inject({ url: '/offices?town=370126101000', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('车家村');
    expect((await exchange.app.inject({ url: `/offices/${stays}`, headers: { accept: 'text/html' } })).body).toContain(
      '信息汇总岗',
    );
    expect((await exchange.app.inject({ url: '/api/offices/999999999999' })).statusCode).toBe(404);
    expect((await new Given(exchange).as('101-clerk').ask('/county')).statusCode).toBe(403);
    const headers = await new Given(exchange).as('administrator').headers();
    const html = await exchange.app.inject({
      url: '/county?town=370126001000',
      headers: { ...headers, accept: 'text/html' },
    });
    expect(html.statusCode).toBe(200);
    const payload = { on: '2026-10-01', file: file('370126-2019.csv', '').text };
    const prepared = await exchange.app.inject({ method: 'POST', url: '/api/county/rehearsals', headers, payload });
    expect(prepared.statusCode).toBe(201);
    const at = `/county/rehearsals/${prepared.json<{ id: string }>().id}`;
    const seen = await exchange.app.inject({
      url: at,
      headers: { ...headers, accept: 'text/html' },
    });
    expect(seen.statusCode).toBe(200);
    expect((await exchange.app.inject({ method: 'POST', url: `/api${at}/confirmation`, headers })).statusCode).toBe(
      201,
    );
    expect((await exchange.app.inject({ method: 'POST', url: `/api${at}/confirmation`, headers })).statusCode).toBe(
      409,
    );
  });
});
