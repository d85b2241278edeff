import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApiClient, Refused } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, village } from '../support/given.js';
import { GivenLots, offered } from '../support/lots.js';
import { GivenRights } from '../support/rights.js';
import { Walker, faultsOf } from '../support/walker.js';

jest.setTimeout(180_000);

type Said = { type: string; at: string[]; words: string };

/** Sends what is refused, and gives each field that is named, in the order in which it is named. */
async function faultsSaid(work: Promise<unknown>): Promise<Said> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown as Refused,
  );
  if (!('body' in error)) throw error;
  const errors = (error.body.errors ?? []) as { pointer: string; detail: string }[];
  expect(error.status).toBe(422);
  return {
    type: (error.body.type ?? '').replace('/problems/', ''),
    at: errors.map(({ pointer }) => pointer.replace('#/', '')),
    words: errors.map(({ detail }) => detail).join('；'),
  };
}

describe('All that is wrong with a page is said at once', () => {
  let given: Given;
  let lots: GivenLots;
  let cooperative: ApiClient;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    cooperative = given.as('cooperative');
  });
  afterAll(() => given.close());

  it('in the steps of the wizard: what the class of a field says, and what the register and the other steps do', async () => {
    const walker = await Walker.signIn(given.exchange, '101-clerk');
    await walker.open('/transfers/new');
    const here = (await walker.send('/transfers/new', { side: 'desk' })).url.replace('/who', '');
    const [land] = await given.exchange.database.ask<{ contract: string; code: string }>(
      `SELECT c.id AS contract, p.code FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code = $1 AND c.ends_on = '2059-09-30' AND p.basic_farmland
         AND NOT EXISTS (SELECT FROM right_portion r WHERE r.parcel_id = p.id) ORDER BY p.code LIMIT 1`,
      [village],
    );
    const { transferee } = await given.wish();
    const taker = Object.fromEntries(Object.entries(transferee).map(([name, value]) => [`transferee.${name}`, value]));
    const who = { kind: 'contracted', contractIds: land!.contract, ...taker };
    const first = await walker.send(`${here}/who`, { ...who, 'transferee.name': '别的合作社', ability: '种' });
    expect(faultsOf(first.body).map((each) => each.slice(0, 8))).toEqual(['这个代码登记的是', '写种过多少地、有']);
    await walker.send(`${here}/who`, { ...who, ability: '种粮 6 年，有农机 8 台' });

    const part = { [`parcels.${land!.code}.code`]: land!.code, [`parcels.${land!.code}.areaMu`]: '999' };
    const second = await walker.send(`${here}/land`, part);
    expect(faultsOf(second.body)).toHaveLength(2);
    await walker.send(`${here}/land`, { [`parcels.${land!.code}.code`]: land!.code });

    // A cooperative is no member, whatever else is written wrongly.
    const third = await walker.send(`${here}/terms`, { mode: 'subcontract', priceYuan: '0', purpose: 'orchard' });
    expect(
      faultsOf(third.body)
        .slice(0, 5)
        .map((each) => each.slice(0, 9)),
    ).toEqual([
      ...[
        '受让方不是本集体成',
        '“从哪天开始”写成',
        expect.stringContaining('哪天'),
        '价钱不能是 0，写',
        '付款方式写 4 到',
      ],
    ]);
    expect(faultsOf(third.body)[5]).toContain('永久基本农田');
  });

  it('in a whole application that a program sends', async () => {
    const { transferee, parcels } = await given.wish();
    const application = {
      ...{ kind: 'contracted', transferee, ability: '种粮 6 年', parcels, mode: 'lease', priceYuan: '900' },
      ...{ term: { start: '2026-11-10', end: '2032-11-09' }, payment: '一年一付，先付钱后种地', purpose: 'grain' },
      declared: { lease: '无', dispute: '无', credit: '无' },
    };
    const wrong = {
      ...{ ...application, transferee: { ...transferee, name: '别的合作社' }, payment: '付' },
      ...{ kind: 'collective', mode: 'subcontract', term: { start: '2026-01-10', end: '2026-01-09' }, purpose: 'mine' },
      ...{
        parcels: [...parcels, { code: '3701261012260199999' }, { areaMu: '1' }],
        rent: { kind: 'cash', crop: '小麦' },
      },
    };
    const said = await faultsSaid(cooperative.post('/transfers', wrong));
    expect(said).toMatchObject({ type: 'invalid-input' });
    expect(said.at).toEqual([
      ...['kind', 'transferee/number', `parcels/${parcels.length}/code`, `parcels/${parcels.length + 1}/code`],
      ...[`parcels/${parcels.length + 1}/side`, 'mode', 'term/start', 'term/end', 'rent/crop', 'payment', 'purpose'],
    ]);
    expect(said.words).toMatch(
      /这一类.*这个代码登记的是.*登记簿里没有地块.*转包只在.*已经过去了.*以后.*空着.*4 到 200.*用途/,
    );
    // What is wrong by one name alone keeps it.
    const twice = { ...application, parcels: [...parcels, ...parcels] };
    expect(await faultsSaid(cooperative.post('/transfers', twice))).toMatchObject({ type: 'transfer-parcel-twice' });
    const rows = await given.exchange.database.ask(`SELECT FROM transfer WHERE state = 'draft'`);
    expect(rows).toEqual([]);
  });

  it('where a lot is entered, and where its terms are typed over', async () => {
    const wrong = {
      ...offered,
      startsOn: '2026-10-11',
      endsOn: '2026-10-10',
      floorYuan: '1000',
      payment: '付',
      lease: '',
    };
    const said = await faultsSaid(lots.station.post('/listings', { ...wrong, parcels: ['3701261012260100099'] }));
    expect(said.at).toEqual(['parcels', 'startsOn', 'endsOn', 'floorYuan', 'payment', 'lease']);
    // Land that was named wrongly is not asked for again.
    const named = await faultsSaid(lots.station.post('/listings', { ...wrong, parcels: ['37'] }));
    expect(named.at).toEqual(['parcels', 'startsOn', 'endsOn', 'floorYuan', 'payment', 'lease']);
    const unnamed = await faultsSaid(lots.station.post('/listings', { ...offered, payment: '付', kind: 'homestead' }));
    expect(unnamed.at).toEqual(['kind', 'household', 'payment']);
    const [home] = await lots.households(1);
    const { id } = await lots.entered({ household: home!.code });
    const revised = await faultsSaid(
      lots.station.post(`/listings/${id}/offer`, { ...offered, floorYuan: '1000', payment: '' }),
    );
    expect(revised.at).toEqual(['floorYuan', 'payment']);
    await lots.station.post(`/listings/${id}/withdrawal`, { reason: '录错了' });
  });

  it('where a right of another kind is entered and decided on', async () => {
    const rights = await GivenRights.of(given);
    const wrong = { species: undefined, treeAge: 'x', quantity: 3, endsOn: '2026-12-31', payment: '付' };
    const said = await faultsSaid(rights.enteredRight('forest', wrong));
    expect(said.at).toEqual(['endsOn', 'payment', 'species', 'treeAge', 'quantity']);
    const { id } = await rights.enteredRight('assets');
    await rights.station.post(`/listings/${id}/gathering`);
    const minutes = { decidingBody: 'member_assembly', calledOn: '2026-10-01', decidedOn: '2026-10-05' };
    const counted = { electorate: '60', attended: '61', inFavour: '10', opposed: 'x', toOutsiders: 'yes' };
    const decided = await faultsSaid(rights.station.post(`/listings/${id}/decision`, { ...minutes, ...counted }));
    expect(decided.at).toEqual(['calledOn', 'attended', 'inFavour', 'opposed', 'file']);
  });

  it('where somebody wants a lot', async () => {
    const [home] = (await lots.households(3)).slice(2);
    const { id } = await lots.listed({ household: home!.code });
    const wish = { offerYuan: '100', ability: '', credit: '无' };
    expect((await faultsSaid(cooperative.post(`/listings/${id}/interests`, wish))).at).toEqual([
      'offerYuan',
      'ability',
    ]);
    const trade = given.as('101-trade');
    const nobody = await faultsSaid(trade.post(`/listings/${id}/interests`, { ...wish, offerYuan: '一百' }));
    expect(nobody.at).toEqual(['party', 'offerYuan', 'ability']);
    expect(await given.exchange.database.ask('SELECT FROM interest')).toEqual([]);
  });
});
