import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fen } from '#kernel';
import {
  type Bidding,
  type BiddingFailure,
  type BiddingOpening,
  BiddingOpenings,
  type BiddingRules,
  LotAwards,
} from '#listings';
import { Acts } from '#platform';
import { Given, refusal } from '../support/given.js';
import type { Lot } from '../support/lots.js';
import { scanOf } from '../support/made-up-files.js';
import { GivenRights } from '../support/rights.js';

/** What follows for a lot from its bidding, whoever holds that. */
describe('A lot is bid for', () => {
  let given: Given;
  let rights: GivenRights;
  let homes: { code: string }[];
  /** What whoever holds auctions was told. */
  const told: string[] = [];
  let opening: BiddingOpening;
  let follows: 'next' | 'over' | null = null;
  const trade = () => given.as('101-trade');
  const supervisor = () => given.as('supervisor');
  const reasons = { reason: '有人举报串通，等调查', rule: '平台规则 止-02' };
  const awards = () => given.exchange.app.get(LotAwards);
  const byClock = (what: Parameters<Acts['byClock']>[0]) => given.exchange.app.get(Acts).byClock(what);
  const award = (lot: Lot, interestId: string, price: number, priorityUsed = false) =>
    byClock((act) => awards().award(act, lot.id, interestId, fen(price), priorityUsed));

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    rights = await GivenRights.of(given);
    homes = await rights.households(4);
    const held: Bidding = {
      open: async (_act, asked) => void (opening = asked),
      suspended: async (_act, id, reason) => void told.push(`suspended ${id} ${reason}`),
      resumed: async (_act, id) => void told.push(`resumed ${id}`),
      terminated: async (_act, id, reason) => void told.push(`terminated ${id} ${reason}`),
      fell: async () => follows,
    };
    given.exchange.app.get(BiddingOpenings).register(held);
  }, 120_000);
  afterAll(() => given.close());

  /** Two are admitted, and their bidding is announced. */
  const bidden = async (lot: Lot): Promise<{ lot: Lot; bidders: string[] }> => {
    const bidders = [
      await rights.wanted(lot.id, given.as('cooperative'), '900'),
      await rights.wanted(lot.id, given.as('farmer'), '900'),
    ];
    await given.pass(8);
    await rights.bidFor(lot.id);
    return { lot: await rights.see(lot.id), bidders };
  };
  const land = (home: number) =>
    rights.listed({ household: homes[home]!.code, startsOn: '2027-01-01', endsOn: '2030-12-31' });
  const states = async (lot: Lot) => (await rights.see(lot.id)).interests.map(({ state }) => state);

  describe('from an announced hour', () => {
    let lot: Lot;
    let bidders: string[];

    it('which is no earlier than was announced, on a working day, in office hours', async () => {
      lot = await land(0);
      bidders = [
        await rights.wanted(lot.id, given.as('cooperative'), '900'),
        await rights.wanted(lot.id, given.as('farmer'), '900'),
      ];
      await given.on('2026-10-22');
      const fault = async (startsOn: string, startsTime: string) =>
        (await refusal(trade().post(`/listings/${lot.id}/bidding`, { startsOn, startsTime }))).text;
      expect(await fault('2026-10-22', '10:00')).toContain('最早 2026年10月23日');
      expect(await fault('2026-10-24', '10:00')).toContain('这一天不上班');
      expect(await fault('2026-10-23', '18:00')).toContain('竞价在 09:00 到 15:00 之间开始');
      expect(await fault('2026-10-23', '十点')).toContain('几点开始写成 09:30 这样');
      expect(await trade().get(`/listings/${lot.id}/bidding`)).toMatchObject({ action: 'open_bidding', blockers: [] });
      await trade().post(`/listings/${lot.id}/bidding`, { startsOn: '2026-10-23', startsTime: '9：30' });
      expect((await rights.see(lot.id)).state).toBe('bidding');
    });

    it('by the rules of the county, where its village set none', () => {
      expect(opening.startsAt.toISOString()).toBe('2026-10-23T01:30:00.000Z');
      expect(opening.admitted.map(({ id }) => id).toSorted()).toEqual(bidders.toSorted());
      const usual: BiddingRules = {
        ...{ mode: 'live', startFen: fen(90_000), stepFen: fen(1000), ceilingFen: null, floorSecret: true },
        ...{ freeMinutes: 120, windowSeconds: 300, mostExtensions: null, mostSteps: null },
        priority: ['member', 'incumbent'],
      };
      expect(opening.rules).toEqual(usual);
    });

    it('stands still and goes on with its auction', async () => {
      await supervisor().post(`/listings/${lot.id}/suspension`, reasons);
      await supervisor().post(`/listings/${lot.id}/resumption`);
      expect(told).toEqual([`suspended ${lot.id} ${reasons.reason}`, `resumed ${lot.id}`]);
      expect((await rights.see(lot.id)).state).toBe('bidding');
    });

    it('and is not awarded while a consent is taken back', async () => {
      const [one] = await rights.members(lot.id);
      const personal = { personId: one!.personId, file: scanOf('signed by hand') };
      await rights.station.post(`/listings/${lot.id}/consent-withdrawals`, { ...personal, reason: '想再想想' });
      await expect(award(lot, bidders[0]!, 96_000)).rejects.toMatchObject({ type: 'step-blocked' });
      expect(await states(lot)).toEqual(['qualified', 'qualified']);
      await rights.station.post(`/listings/${lot.id}/consents`, personal);
    });

    it('becomes a case on notice at the price that was bid, and the others go', async () => {
      await award(lot, bidders[0]!, 96_000);
      lot = await rights.see(lot.id);
      expect(lot.state).toBe('agreed');
      expect(await states(lot)).toEqual(['won', 'over']);
      const made = await given.as('101-clerk').get<{ notice: { id: string } }>(`/transfers/${lot.deal!.id}`);
      expect(made).toMatchObject({ state: 'on_notice', terms: { priceFen: 96_000 } });
      const notice = await given.stranger.get<{ text: { paragraphs: string[] } }>(`/notices/${made.notice.id}`);
      expect(notice.text.paragraphs.join('')).toContain('按公布的规则竞价成交，受让方没有行使优先权');
    });

    it('and passes on to the next when who won has defaulted, until all have', async () => {
      const fall = async () => {
        const { deal } = await rights.see(lot.id);
        const why = { reason: '受让方明确表示不签合同', rule: '平台规则 核-02' };
        await given.as('reviewer').post(`/transfers/${deal!.id}/rejection`, why);
        await given.pass(1);
      };
      follows = 'next';
      await fall();
      expect((await rights.see(lot.id)).state).toBe('bidding');
      expect(await states(lot)).toEqual(['over', 'over']);
      await award(lot, bidders[1]!, 95_000);
      expect(await states(lot)).toEqual(['over', 'won']);
      const { deal } = await rights.see(lot.id);
      expect(await given.as('101-clerk').get(`/transfers/${deal!.id}`)).toMatchObject({ terms: { priceFen: 95_000 } });
      follows = 'over';
      await fall();
      follows = null;
      expect(await rights.see(lot.id)).toMatchObject({ state: 'failed', endedCode: 'all_defaulted' });
    });
  });

  it.each<BiddingFailure>(['no_bid', 'below_reserve'])('and fails with its code: %s', async (code) => {
    const { lot } = await bidden(await land(code === 'no_bid' ? 1 : 2));
    await byClock((act) => awards().fail(act, lot.id, code));
    expect(await rights.see(lot.id)).toMatchObject({ state: 'failed', endedCode: code });
    expect(await states(lot)).toEqual(['over', 'over']);
  });

  it('and ends with its auction', async () => {
    const { lot } = await bidden(await land(3));
    await supervisor().post(`/listings/${lot.id}/suspension`, reasons);
    await supervisor().post(`/listings/${lot.id}/termination`, reasons);
    expect(told.at(-1)).toBe(`terminated ${lot.id} ${reasons.reason}`);
    expect((await rights.see(lot.id)).state).toBe('terminated');
  });

  it('of another kind becomes a deal whose notice says that it was bid for', async () => {
    const lot = await rights.listedRight('waterworks', { priceYuan: '800' });
    await rights.wanted(lot.id, given.as('cooperative'), '900');
    const claim = { offerYuan: '900', priority: 'member', proof: scanOf('letter of the village') };
    const own = await rights.interested(lot.id, given.as('farmer'), claim);
    await trade().post(`/interests/${own}/priority`, { answer: 'accepted' });
    await trade().post(`/interests/${own}/qualification`);
    await rights.paid(own, { paidOn: given.exchange.today });
    await given.pass(8);
    await rights.bidFor(lot.id);
    expect(opening.rules).toMatchObject({ startFen: 80_000, stepFen: 50_000 });
    await award(lot, own, 130_000, true);
    const { notice } = await rights.dealOf(lot.id);
    const { text } = await given.stranger.get<{
      text: { facts: { label: string; value: string }[]; paragraphs: string[] };
    }>(`/notices/${notice!.id}`);
    expect(text.facts).toContainEqual(expect.objectContaining({ label: '价款', value: '1,300.00 元/年' }));
    expect(text.paragraphs.join('')).toContain('受让方以本集体经济组织成员的身份行使了优先权');
  });
});
