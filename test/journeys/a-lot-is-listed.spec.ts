import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, refusal, village } from '../support/given.js';
import { photoOf } from '../support/made-up-files.js';
import { GivenLots, type Lot, offered } from '../support/lots.js';

describe('A lot is listed', () => {
  let given: Given;
  let lots: GivenLots;
  let station: ApiClient;
  let lot: Lot;
  const clerk = () => given.as('101-clerk');

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    station = lots.station;
  }, 120_000);
  afterAll(() => given.close());

  it('is entered at the station for a household that is found, whole and in yuan per mu and year', async () => {
    const [home] = await lots.households(1);
    lot = await lots.entered({ household: home!.code });
    expect(lot).toMatchObject({ state: 'draft', number: null, kind: 'contracted', priceFen: 90_000, floorFen: 85_000 });
    expect(lot.parcels.length).toBe(home!.parcels);
    expect(lot.yearlyFen).toBe(Math.round(Number(lot.areaMu) * 90_000));
    expect(lot.consents).toHaveLength(1);
  });

  it.each([
    ['a price in jin', { priceYuan: '800斤' }, '每亩每年多少元'],
    ['an end before the start', { endsOn: '2026-11-01' }, '结束日期'],
    ['a start in the past', { startsOn: '2026-10-11' }, '不能早于今天'],
    ['a floor above the price', { floorYuan: '1000' }, '底价不能高于'],
    ['a homestead', { kind: 'homestead' }, '宅基地'],
    ['a kind whose deals cannot be closed yet', { kind: 'waterworks' }, '小型水利设施使用权'],
    ['no land', { household: undefined }, '找到一户'],
    ['a parcel that nobody knows', { household: undefined, parcels: ['3701261012260100099'] }, '没有地块'],
  ])('is refused with %s, in words', async (_what, more, words) => {
    const [home] = await lots.households(2);
    const said = await refusal(station.post('/listings', { ...offered, household: home!.code, ...more }));
    expect(said).toMatchObject({ status: 422 });
    expect(said.text).toContain(words);
  });

  it('is offered in one lot only', async () => {
    const said = await refusal(station.post('/listings', { ...offered, parcels: [lot.parcels[0]!.code] }));
    expect(said).toMatchObject({ status: 409, type: 'parcel-offered-already' });
  });

  it('pools another household of the collective, and leaves a parcel out', async () => {
    const [, other] = await lots.households(3);
    await station.post(`/listings/${lot.id}/parcels`, { household: other!.code });
    lot = await lots.see(lot.id);
    expect(lot.households).toBe(2);
    const many = lot.parcels.length;
    await station.post(`/listings/${lot.id}/parcels/removal`, { code: lot.parcels.at(-1)!.code });
    lot = await lots.see(lot.id);
    expect(lot.parcels.length).toBe(many - 1);
  });

  it('shows its photos to everybody, and no photo under two lots', async () => {
    const photo = photoOf('field of the lot');
    await station.post(`/listings/${lot.id}/photos`, { photos: photo });
    expect((await lots.see(lot.id)).photos).toHaveLength(1);
    const [home] = (await lots.households(6)).slice(4);
    const second = await lots.entered({ household: home!.code });
    const said = await refusal(station.post(`/listings/${second.id}/photos`, { photos: photo }));
    expect(said).toMatchObject({ status: 409, type: 'listing-photo-used' });
    await station.post(`/listings/${second.id}/withdrawal`, { reason: '录错了' });
  });

  it('does not leave the station without the consent of each member; the missing are a list to walk', async () => {
    await station.post(`/listings/${lot.id}/gathering`);
    const said = await refusal(station.post(`/listings/${lot.id}/submission`));
    expect(said).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(said.text).toContain('没有同意');
    expect(await refusal(station.post(`/listings/${lot.id}/offer`, offered))).toMatchObject({ status: 409 });
    const round = await station.get<{
      households: { missing: { name: string; identity: string }[]; statement: string }[];
    }>(`/listings/${lot.id}/round`);
    expect(round.households).toHaveLength(2);
    expect(round.households[0]!.statement).toContain('成交价不低于 850.00 元');
    const page = (await given.page(`/listings/${lot.id}/round`, station)).body;
    expect(page).toContain(round.households[1]!.missing[0]!.name);
    // The number is written by hand; the sheet has its last four figures.
    expect(round.households[1]!.missing[0]!.identity).toMatch(/^\d{6}\*{8}\w{4}$/);
    expect(page).toMatch(/＿{10}\w{4}</);
    await lots.consents(lot.id);
    expect((await station.get<{ households: object[] }>(`/listings/${lot.id}/round`)).households).toEqual([]);
    await station.post(`/listings/${lot.id}/submission`);
    lot = await lots.see(lot.id);
    expect(lot.state).toBe('town_check');
    expect(lot.number).toMatch(/^370126101L2610\d{4}$/);
  });

  it('keeps its land from an application that comes later', async () => {
    const story = await given.story({ parcels: [{ code: lot.parcels[0]!.code }] });
    await story.draft();
    expect((await refusal(story.submit())).text).toContain('占用');
  });

  it('is nobody else’s business before the county has approved it', async () => {
    expect((await given.stranger.ask(`/listings/${lot.id}`)).statusCode).toBe(404);
    expect((await given.stranger.get<{ rows: object[] }>('/listings')).rows).toEqual([]);
    expect((await given.page(`/listings/desk?state=town_check`, clerk())).body).toContain(lot.number!);
  });

  it('is checked by the town, goes back once, and comes again with a consent that was taken back', async () => {
    const reviewer = given.as('101-reviewer');
    await reviewer.post(`/listings/${lot.id}/return`, { reason: '照片看不清地界', rule: '平台规则 牌-07' });
    expect((await lots.see(lot.id)).state).toBe('draft');
    await station.post(`/listings/${lot.id}/gathering`);
    const [one] = await lots.members(lot.id);
    const file = photoOf('signed withdrawal');
    await station.post(`/listings/${lot.id}/consent-withdrawals`, {
      personId: one!.personId,
      reason: '想再想想',
      file,
    });
    expect((await refusal(station.post(`/listings/${lot.id}/submission`))).text).toContain('没有同意');
    await lots.consents(lot.id);
    await station.post(`/listings/${lot.id}/submission`);
    await reviewer.post(`/listings/${lot.id}/acceptance`);
  });

  it('is listed by the county for seven working days, and everybody finds it by two characters', async () => {
    await given.as('reviewer').post(`/listings/${lot.id}/approval`);
    lot = await lots.see(lot.id);
    expect(lot).toMatchObject({
      state: 'listed',
      closesOn: '2026-10-21',
      deadline: { dueAt: '2026-10-21T09:00:00.000Z' },
    });
    for (const [query, found] of [
      ['', 1],
      [`?q=${encodeURIComponent('花生')}`, 1],
      [`?q=${encodeURIComponent('水稻')}`, 0],
      ['?town=370126101', 1],
      ['?town=370126102', 0],
      [`?village=${village}`, 1],
      ['?price=900-1200&years=5-10&use=grain&kind=contracted&mode=lease', 1],
      ['?price=1200-', 0],
      ['?state=failed', 0],
      ['?sort=cheapest', 1],
    ] as const) {
      const { rows } = await given.stranger.get<{ rows: { id: string }[] }>(`/listings${query}`);
      expect([query, rows.length]).toEqual([query, found]);
    }
    const seen = await given.stranger.get<Lot>(`/listings/${lot.id}`);
    expect(seen).toMatchObject({ floorFen: null, consents: [], history: [], deal: null });
    expect(JSON.stringify(seen)).not.toContain((await lots.members(lot.id))[0]!.name);
    const page = (await given.page(`/listings/${lot.id}`)).body;
    for (const words of ['900.00', '一年合计', '2026年10月21日']) expect(page).toContain(words);
    expect((await given.page('/listings')).body).toContain('李家桥村');
    expect((await given.stranger.ask('/listings/feed')).body).toContain(lot.number!);
    expect((await clerk().ask('/listings/sheet')).statusCode).toBe(200);
  });

  it('is prolonged, stands still with its days kept, and goes on', async () => {
    await given.as('101-trade').post(`/listings/${lot.id}/extension`);
    expect(await lots.see(lot.id)).toMatchObject({ closesOn: '2026-10-28', extensions: 1 });
    await given.pass(2);
    const reasons = { reason: '有人提出地界争议，等调查', rule: '平台规则 止-01' };
    await given.as('director').post(`/listings/${lot.id}/suspension`, { ...reasons, expectedOn: '2026-10-30' });
    expect(await lots.see(lot.id)).toMatchObject({ state: 'suspended', deadline: null });
    await given.pass(5);
    await given.as('director').post(`/listings/${lot.id}/resumption`);
    // Ten working days were left of twelve, whatever passed meanwhile.
    expect(await lots.see(lot.id)).toMatchObject({ state: 'listed', closesOn: '2026-11-04' });
  });

  it('fails with a code when nobody comes, frees its land, and is listed again under a number that names it', async () => {
    await given.on('2026-11-05');
    expect(await lots.see(lot.id)).toMatchObject({ state: 'failed', endedCode: 'nobody' });
    const { rows } = await given.stranger.get<{ rows: { id: string }[] }>('/listings?state=failed');
    expect(rows).toMatchObject([{ id: lot.id }]);
    const again = (await station.post(`/listings/${lot.id}/relisting`)).replace('/listings/', '');
    expect(await lots.see(again)).toMatchObject({
      state: 'draft',
      number: null,
      relists: { id: lot.id, number: lot.number },
    });
    expect(await refusal(station.post(`/listings/${lot.id}/relisting`))).toMatchObject({ status: 409 });
    // A lower floor is another offer: who agreed to the old one has not agreed to this.
    await station.post(`/listings/${again}/offer`, { ...offered, startsOn: '2026-12-01', floorYuan: '800' });
    await station.post(`/listings/${again}/gathering`);
    expect((await refusal(station.post(`/listings/${again}/submission`))).text).toContain('没有同意');
    await given.as('director').ask(`/listings/${again}`);
    await station.post(`/listings/${again}/withdrawal`, { reason: '农户自己种' });
    expect((await lots.see(again)).state).toBe('withdrawn');
  });
});
