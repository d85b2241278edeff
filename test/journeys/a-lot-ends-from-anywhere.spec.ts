import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

const path = ['draft', 'village', 'town_check', 'county_review', 'listed', 'qualifying'] as const;
type At = (typeof path)[number];

describe('A lot ends from anywhere', () => {
  let given: Given;
  let lots: GivenLots;
  let household: string;
  let other: string;
  const reasons = { reason: '地界有争议，等调查', rule: '平台规则 止-01' };
  const director = () => given.as('director');
  const trade = () => given.as('101-trade');

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    const homes = await lots.households(2);
    [household, other] = homes.map(({ code }) => code) as [string, string];
  }, 120_000);
  afterAll(() => given.close());

  /** One step on, by whose post it is. */
  const on = async (id: string, to: At): Promise<void> => {
    if (to === 'village') await lots.station.post(`/listings/${id}/gathering`);
    if (to === 'town_check') {
      await lots.consents(id);
      await lots.station.post(`/listings/${id}/submission`);
    }
    if (to === 'county_review') await given.as('101-reviewer').post(`/listings/${id}/acceptance`);
    if (to === 'listed') await given.as('reviewer').post(`/listings/${id}/approval`);
    if (to === 'qualifying') {
      await lots.interested(id, given.as('cooperative'));
      await given.pass(8);
    }
  };
  const at = async (state: At): Promise<Lot> => {
    const { id } = await lots.entered({ household, startsOn: '2027-06-01', endsOn: '2030-05-31' });
    for (const each of path.slice(1, path.indexOf(state) + 1)) await on(id, each);
    const lot = await lots.see(id);
    expect(lot.state).toBe(state);
    return lot;
  };

  it.each(path)(
    'is withdrawn as %s, and its land is free for the next',
    async (state) => {
      const { id } = await at(state);
      await given.as('101-clerk').post(`/listings/${id}/withdrawal`, { reason: '农户自己种' });
      expect((await lots.see(id)).state).toBe('withdrawn');
    },
    120_000,
  );

  it.each(['town_check', 'county_review', 'listed', 'qualifying'] as const)(
    'is terminated as %s, and while it stands still',
    async (state) => {
      const { id } = await at(state);
      await director().post(`/listings/${id}/suspension`, reasons);
      expect((await lots.see(id)).state).toBe('suspended');
      await director().post(`/listings/${id}/resumption`);
      expect((await lots.see(id)).state).toBe(state);
      if (state === 'listed') {
        await director().post(`/listings/${id}/suspension`, reasons);
        expect((await refusal(lots.interested(id, given.as('cooperative')))).type).toBe('interest-closed');
      }
      await director().post(`/listings/${id}/termination`, reasons);
      expect((await lots.see(id)).state).toBe('terminated');
    },
    120_000,
  );

  it('is terminated while everybody may see it', async () => {
    const { id } = await at('listed');
    await director().post(`/listings/${id}/termination`, reasons);
    expect((await lots.see(id)).state).toBe('terminated');
  }, 120_000);

  it('is opened again at the station, and goes back from the county', async () => {
    const { id } = await at('village');
    await lots.station.post(`/listings/${id}/reopening`);
    expect((await lots.see(id)).state).toBe('draft');
    for (const state of ['village', 'town_check', 'county_review'] as const) await on(id, state);
    await given.as('reviewer').post(`/listings/${id}/return`, { reason: '材料不清', rule: '平台规则 核-01' });
    expect((await lots.see(id)).state).toBe('draft');
    await lots.station.post(`/listings/${id}/withdrawal`, { reason: '农户自己种' });
  });

  it('lets whoever registered go, wherever the registration stands', async () => {
    const { id } = await at('listed');
    const paidOn = given.exchange.clock.now().toISOString().slice(0, 10);
    for (const upTo of ['registered', 'qualified', 'paid'] as const) {
      const own = await lots.interested(id, given.as('cooperative'));
      if (upTo !== 'registered') await trade().post(`/interests/${own}/qualification`);
      if (upTo === 'paid') await lots.paid(own, { paidOn });
      await given.as('cooperative').post(`/interests/${own}/withdrawal`);
      expect(await director().get(`/interests/${own}`)).toMatchObject({ state: 'withdrawn' });
    }
    // Of two who qualify only one pays: the other is out, and the deal is the first one's.
    const [one, two] = [
      await lots.interested(id, given.as('cooperative')),
      await lots.interested(id, given.as('farmer')),
    ];
    await lots.paid(one, { paidOn });
    for (const each of [one, two]) await trade().post(`/interests/${each}/qualification`);
    await given.pass(8);
    await given.as('reviewer').post(`/listings/${id}/agreement`);
    expect(await director().get(`/interests/${two}`)).toMatchObject({ state: 'late' });
    expect((await lots.see(id)).state).toBe('agreed');
  }, 120_000);

  it('tells whoever paid in time and may no longer take part why, and not that he paid too late', async () => {
    const { id } = await lots.listed({ household: other, startsOn: '2027-06-01', endsOn: '2030-05-31' });
    const paidOn = given.exchange.today;
    const ids = [await lots.interested(id, given.as('cooperative')), await lots.interested(id, given.as('farmer'))];
    for (const each of ids) {
      await trade().post(`/interests/${each}/qualification`);
      await lots.paid(each, { paidOn });
    }
    await given.exchange.database.transaction((tx) =>
      tx.query(
        `UPDATE person SET born = '1940-01-01' WHERE id = (SELECT party_id FROM account WHERE login = 'farmer')`,
      ),
    );
    await given.pass(8);
    await given.as('reviewer').post(`/listings/${id}/agreement`);
    const out = await given.as('farmer').get<{ state: string; reason: string }>(`/interests/${ids[1]!}`);
    expect(out).toMatchObject({ state: 'unfit', reason: expect.stringContaining('不超过 70 周岁') });
    expect(await director().get(`/interests/${ids[0]!}`)).toMatchObject({ state: 'won' });
  }, 120_000);
});
