import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { ImportsService } from '#rights';
import { Given, refusal } from '../support/given.js';
import { parcelFile } from '../support/overlapping.js';
import { Walker, faultsOf } from '../support/walker.js';

interface Land {
  id: string;
  code: string;
  rings: unknown;
  measuredMu: string;
}
interface Line {
  code: string;
  parcelId: string | null;
  areaM2: string;
  counts: boolean;
  heldUntil: string | null;
}
interface Rows {
  rows: Record<string, unknown>[];
}

/** The shape of one parcel comes in a second time, under the code of another household's parcel. */
describe('The same ground under two codes', () => {
  let given: Given;
  let administrator: ApiClient;
  let pairs: [Land, Land][];
  let held: TransferStory;
  let asking: TransferStory;

  const story = async ({ code }: Land, state: 'draft' | 'submitted' | 'survey') =>
    given.transfer({ state, parcels: [{ code }] });

  async function handIn(land: Land, rings: unknown): Promise<string> {
    const { fileName, content } = parcelFile([{ ...land, coordinates: rings }]);
    const at = await administrator.post('/register/imports', { file: new File([new Uint8Array(content)], fileName) });
    const id = at.split('/').at(-1)!;
    await given.exchange.app.get(ImportsService).settled(id);
    return id;
  }

  async function takeIn(land: Land, rings: unknown): Promise<string> {
    const id = await handIn(land, rings);
    await administrator.post(`/register/imports/${id}/run`);
    await given.exchange.app.get(ImportsService).settled(id);
    return id;
  }

  beforeAll(async () => {
    given = await Given.open();
    administrator = await given.hire('registrar', ['county_administrator', '370126000000']);
    const plots = (await given.land('30')).map(({ code }) => code);
    const land = await given.exchange.database.ask<Land & Record<string, unknown>>(
      'SELECT p.id, p.code, p.measured_mu AS "measuredMu", s.rings FROM parcel p JOIN parcel_shape s ON s.parcel_id = p.id AND s.current WHERE p.code = ANY ($1) ORDER BY p.code',
      [plots],
    );
    expect(land.length).toBeGreaterThan(5);
    pairs = [0, 2, 4].map((at) => [land[at]!, land[at + 1]!]);
  }, 120_000);
  afterAll(() => given.close());

  it('is told when it comes in, before anything is changed, and comes in all the same', async () => {
    const [one, other] = pairs[0]!;
    const id = await handIn(other, one.rings);
    const seen = await administrator.get<Rows & { status: string; overlapping: number; bad: number }>(
      `/register/imports/${id}`,
    );
    expect(seen).toMatchObject({
      status: 'checked',
      overlapping: 1,
      bad: 0,
      changed: 1,
      rows: [{ field: '图形', cameIn: true }],
    });
    expect(seen.rows[0]!['reason']).toContain(`和地块 ${one.code} 在图上重叠`);
    const at = `/register/imports/${id}`;
    expect((await administrator.get<Rows>('/register/imports?rows=overlapping')).rows).toHaveLength(1);
    const { body } = await given.page(at, administrator);
    for (const said of ['和别的地块重叠', '照样导入', one.code]) expect(body).toContain(said);
    expect((await administrator.get<Rows>(`${at}?field=${encodeURIComponent('图形')}`)).rows).toHaveLength(1);
    expect((await given.as('101-clerk').get<Rows>('/register/overlaps')).rows).toEqual([]);
    await administrator.post(`${at}/run`);
    await given.exchange.app.get(ImportsService).settled(id);
    expect((await given.as('101-clerk').get<Rows>('/register/overlaps')).rows).toMatchObject([
      { counts: true, held: false, percent: expect.stringMatching(/^(99|100)/) },
    ]);
  });

  it('is not let a second time: the case is told the other code and led to the case that holds it', async () => {
    const [one, other] = pairs[0]!;
    held = await story(one, 'survey');
    asking = await story(other, 'draft');
    const clerk = given.as('101-clerk');
    const refused = await refusal(asking.submit());
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.text).toContain(`（${one.code}）在图上重叠`);
    expect(refused.text).toContain('正在办理的另一件申请占用到 2032年11月9日');
    const { body } = await given.page(`/transfers/${asking.id}`, clerk);
    expect(body).toContain(one.code);
    expect(body).toContain(`href="/transfers/${held.id}">看那件申请`);
    // A household of the second case is no party to the first.
    const farmer = await given.speaksFor('farmer', asking, 'transferor');
    const page = (await given.page(`/transfers/${asking.id}`, farmer)).body;
    expect(page).toContain(one.code);
    expect(page).not.toContain(held.id);
  });

  it('stands on the pages of both parcels, and in the list with its workbook, for the offices of either', async () => {
    const [one, other] = pairs[0]!;
    const clerk = given.as('101-clerk');
    const lines = async ({ id }: Land, who = clerk) =>
      (await who.get<{ overlaps: Line[] }>(`/register/parcels/${id}`)).overlaps;
    expect(await lines(one)).toMatchObject([{ code: other.code, parcelId: other.id, counts: true, heldUntil: null }]);
    expect(await lines(other)).toMatchObject([{ code: one.code, heldUntil: '2032-11-09' }]);
    expect(await lines(other, given.as('farmer'))).toMatchObject([{ code: one.code, parcelId: null }]);
    const { body } = await given.page(`/register/parcels/${other.id}`, clerk);
    expect(body).toContain('在图上和它重叠的地块');
    expect(body).toContain('那一块流转或预留占到 2032年11月9日');
    const count = async (query: string, who = clerk) =>
      (await who.get<Rows>(`/register/overlaps?${query}`)).rows.length;
    expect(await count(`q=${other.code}&status=held`)).toBe(1);
    for (const query of ['status=small', 'status=twice', 'q=3701260']) expect(await count(query)).toBe(0);
    expect(await count(`status=counts&office=${one.code.slice(0, 12)}&sort=newest`)).toBe(1);
    expect(await count('', given.as('102-clerk'))).toBe(0);
    const list = (await given.page('/register/overlaps', clerk)).body;
    for (const said of [one.code, other.code, '算同一处', '/register/overlaps/sheet']) expect(list).toContain(said);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await clerk.file('/register/overlaps/sheet')) as never);
    expect(book.worksheets[0]!.rowCount).toBe(2);
    expect(JSON.stringify(book.worksheets[0]!.getRow(2).values)).toContain(other.code);
  });

  it('cannot be picked by whoever begins to apply', async () => {
    const [, other] = pairs[0]!;
    const clerk = await Walker.signIn(given.exchange, '101-clerk');
    const here = (await clerk.send('/transfers/new', { side: 'desk' })).url.replace('/who', '');
    const [home] = await given.exchange.database.ask<{ contract: string; name: string; credit: string }>(
      `SELECT p.contract_id AS contract, b.name, b.credit_code AS credit FROM parcel p, body b
       WHERE p.id = $1 AND b.kind = 'cooperative' ORDER BY b.credit_code LIMIT 1`,
      [other.id],
    );
    const who = {
      ...{ kind: 'contracted', contractIds: home!.contract, 'transferee.kind': 'cooperative' },
      ...{ 'transferee.name': home!.name, 'transferee.number': home!.credit, ability: '种粮 6 年' },
    };
    const next = await clerk.send(`${here}/who`, who);
    expect([next.url, ...faultsOf(next.body)]).toEqual([`${here}/land`]);
    const refused = await clerk.send(`${here}/land`, { [`parcels.${other.code}.code`]: other.code });
    expect(faultsOf(refused.body).join('')).toContain('正在办另一件流转，现在不能选');
  });

  it('is let once, where two are accepted in the same instant', async () => {
    const [one, other] = pairs[1]!;
    await takeIn(other, one.rings);
    const cases = [await story(one, 'submitted'), await story(other, 'submitted')];
    const answers = await Promise.allSettled(cases.map((each) => each.accept()));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const states = await Promise.all(
      cases.map(async ({ id }) => (await given.as('101-clerk').get<{ state: string }>(`/transfers/${id}`)).state),
    );
    expect(states.toSorted()).toEqual(['submitted', 'town_review']);
  });

  it('stops two cases that both had land of their own before the shape came, until one gives way', async () => {
    const [one, other] = pairs[2]!;
    const [first, second] = [await story(one, 'survey'), await story(other, 'survey')];
    await takeIn(other, one.rings);
    await given.go(first, 'signing', 'county_review');
    await first.scan();
    const refused = await refusal(first.sign());
    expect(refused.text).toContain(`（${other.code}）在图上重叠`);
    const clerk = given.as('101-clerk');
    const twice = await clerk.get<Rows>('/register/overlaps?status=twice');
    expect(twice.rows.map((row) => [row['firstCode'], row['secondCode']].toSorted())).toEqual([
      [one.code, other.code].toSorted(),
    ]);
    await second.withdraw();
    await first.sign();
    expect((await clerk.get<{ state: string }>(`/transfers/${first.id}`)).state).toBe('filing');
  });
});
