import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '#platform';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { Said } from '../support/acts-walked.js';
import { Given, refusal, village } from '../support/given.js';
import { photoOf } from '../support/made-up-files.js';
import { GivenLots, type Lot } from '../support/lots.js';

interface Seen {
  state: string;
  party: string;
  depositFen: number;
  heldFen: number;
  depositId: string | null;
  account: { number: string } | null;
  reason: string | null;
  acts: { action: string; enabled: boolean; blockers: { text: string }[] }[];
}

describe('A lot finds its taker', () => {
  let given: Given;
  let lots: GivenLots;
  let homes: { code: string; parcels: number }[];
  let cooperative: ApiClient;
  const trade = () => given.as('101-trade');
  const interest = (id: string, who = given.as('director')) => who.get<Seen>(`/interests/${id}`);

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    homes = await lots.households(12);
    cooperative = given.as('cooperative');
  }, 120_000);
  afterAll(() => given.close());

  /** Somebody's account speaks for a party from now on. */
  const tie = async (login: string, partyId: string): Promise<ApiClient> => {
    const { database, app } = given.exchange;
    const [row] = await database.ask<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]);
    await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, row!.id, partyId));
    return given.as(login);
  };

  /** A case that was opened by a deal, which goes on like every other. */
  const caseOf = async (lot: Lot): Promise<TransferStory> => {
    const story = await given.story();
    story.id = lot.deal!.id;
    story.wish = { ...story.wish, villageCode: village };
    return story;
  };

  describe('with one who qualifies', () => {
    let lot: Lot;
    let own: string;
    let story: TransferStory;

    it('is found by a cooperative, which registers and is told what to leave, and where', async () => {
      lot = await lots.listed({ household: homes[0]!.code });
      const page = (await given.page(`/listings/${lot.id}`)).body;
      expect(page).toContain('登录报名');
      expect((await refusal(lots.interested(lot.id, given.stranger))).status).toBe(401);
      const fault = async (who: ApiClient, more: object) => {
        const wish = { offerYuan: '900', ability: '种粮 6 年', credit: '无', ...more };
        const said = (await who.send(`/listings/${lot.id}/interests`, wish)).json<Said>();
        return [said.type, ...said.errors.map(({ pointer }) => pointer)].join(' ');
      };
      expect(await fault(cooperative, { offerYuan: '840' })).toBe('/problems/offer-too-low #/offerYuan');
      expect(await fault(trade(), {})).toBe('/problems/interest-nobody #/party');
      own = await lots.interested(lot.id, cooperative, { papers: photoOf('licence') });
      const seen = await interest(own, cooperative);
      expect(seen).toMatchObject({
        state: 'registered',
        heldFen: 0,
        account: { number: expect.any(String) },
        depositId: null,
      });
      expect(seen.depositFen).toBe(Math.round(lot.yearlyFen / 10));
      expect((await refusal(lots.interested(lot.id, cooperative))).type).toBe('interest-twice');
      expect((await given.page(`/interests/${own}`, cooperative)).body).toContain(seen.account!.number);
      expect((await given.as('farmer-2').ask(`/interests/${own}`)).statusCode).toBe(404);
      expect((await given.as('farmer-2').get<Lot>(`/listings/${lot.id}`)).interests).toEqual([]);
    });

    it('is decided only when everybody was answered and paid', async () => {
      await given.pass(8);
      expect((await lots.see(lot.id)).state).toBe('qualifying');
      expect((await refusal(given.as('reviewer').post(`/listings/${lot.id}/agreement`))).text).toContain(
        '没有审查完资格',
      );
      await trade().post(`/interests/${own}/qualification`);
      expect((await refusal(given.as('reviewer').post(`/listings/${lot.id}/agreement`))).text).toContain(
        '要正好有一方够资格',
      );
      const other = await refusal(lots.paid(own, { paidOn: '2026-10-20', payerName: '王演妻' }));
      expect(other.text).toContain('王演妻');
      await lots.paid(own, { paidOn: '2026-10-20' });
      // That the money came is seen by who paid it, and by nobody who works here.
      expect(await interest(own, cooperative)).toMatchObject({ state: 'qualified', mayBid: true });
      expect(await interest(own)).toMatchObject({ state: 'qualified', mayBid: null, heldFen: null });
    });

    it('becomes a case that begins on notice, with its consents and its price', async () => {
      expect((await refusal(lots.bidFor(lot.id))).status).toBe(409);
      await given.as('reviewer').post(`/listings/${lot.id}/agreement`);
      lot = await lots.see(lot.id);
      expect(lot.state).toBe('agreed');
      story = await caseOf(lot);
      const made = await given.as('101-clerk').get<Record<string, unknown>>(`/transfers/${story.id}`);
      expect(made).toMatchObject({
        ...{ state: 'on_notice', listing: { id: lot.id, number: lot.number }, kind: 'contracted' },
        terms: { priceFen: 90_000 },
      });
      expect(JSON.stringify(made['consents'])).not.toContain('"consented":false');
      const notice = await given.stranger.get<{ text: { paragraphs: string[] } }>(
        `/notices/${String((made['notice'] as { id: string }).id)}`,
      );
      expect(notice.text.paragraphs.join('')).toContain(lot.number);
      expect((await given.page(`/transfers/${story.id}`, given.as('101-clerk'))).body).toContain(lot.number!);
    });

    it('stops at the signing when a consent is taken back, and goes on when it is given again', async () => {
      await story.proveScreens();
      await story.proveBoard();
      await given.pass(8);
      await story.scan();
      const [one] = await lots.members(lot.id);
      const clerk = given.as('101-clerk');
      await clerk.post(`/transfers/${story.id}/consent-withdrawals`, {
        personId: one!.personId,
        reason: '想再想想',
        file: photoOf('back'),
      });
      expect((await refusal(story.sign())).text).toContain('没有同意');
      const [household] = lot.consents;
      const again = { householdId: household!.householdId, personId: one!.personId, file: photoOf('again') };
      await clerk.post(`/transfers/${story.id}/consents`, again);
      await story.sign();
      await given.pass(1);
      expect((await lots.see(lot.id)).state).toBe('closed');
      // The deposit for the bid goes back: asked for at the finance desk, paid by two people.
      const { depositId } = await interest(own);
      expect(await given.as('director').get(`/deposits/${depositId}`)).toMatchObject({
        state: 'releasing',
        purpose: 'bid',
      });
    });

    it('ends in a certificate, by three persons', async () => {
      await given.go(story, 'certifying', 'deposit');
      await story.certify();
      expect(await given.as('101-clerk').get(`/transfers/${story.id}`)).toMatchObject({ state: 'certified' });
    });
  });

  it('admits nobody who works here, gives the land, or pays a fen short or a second late', async () => {
    const lot = await lots.listed({ household: homes[1]!.code, startsOn: '2027-01-01', endsOn: '2030-12-31' });
    const closes = lot.closesOn!;
    const [member] = await lots.members(lot.id);
    const giver = await tie('farmer-2', member!.personId);
    const given1 = await lots.interested(lot.id, giver);
    const blocked = await refusal(trade().post(`/interests/${given1}/qualification`));
    expect(blocked.text).toContain('转出方');
    await trade().post(`/interests/${given1}/refusal`, { reason: '转出方自己的家里人，不能参加' });
    expect(await interest(given1, giver)).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('转出方'),
    });
    const own = await lots.interested(lot.id, cooperative, { offerYuan: '950' });
    const { depositFen } = await interest(own);
    await trade().post(`/interests/${own}/qualification`);
    const yuan = (fen: number): string => (fen / 100).toFixed(2);
    // In two parts, the second a second late.
    await given.on(closes, '17:30');
    await lots.paid(own, { paidOn: closes, amount: yuan(depositFen - 1), paidTime: '16:59:59' });
    expect(await interest(own, cooperative)).toMatchObject({ heldFen: depositFen - 1, mayBid: false });
    await lots.paid(own, { paidOn: closes, amount: '0.01', paidTime: '17:00:01' });
    await given.pass(1);
    expect(await interest(own, cooperative)).toMatchObject({ heldFen: depositFen, mayBid: false });
    expect((await refusal(lots.interested(lot.id, given.as('farmer')))).type).toBe('interest-closed');
    await trade().post(`/listings/${lot.id}/failure`);
    expect(await lots.see(lot.id)).toMatchObject({ state: 'failed', endedCode: 'unpaid' });
    expect(await interest(own)).toMatchObject({ state: 'over' });
    const { depositId } = await interest(own);
    expect(await given.as('director').get(`/deposits/${depositId}`)).toMatchObject({ state: 'releasing' });
  });

  it('goes to the county again at a price that was not reviewed, and to bidding with two', async () => {
    const lot = await lots.listed({ household: homes[2]!.code, startsOn: '2027-01-01', endsOn: '2030-12-31' });
    // The whole answer is the registration, not the lot: every answer here is held against the document.
    const wish = { offerYuan: '960', ability: '种粮 6 年', credit: '无' };
    const own = (await cooperative.send(`/listings/${lot.id}/interests`, wish)).json<{ id: string }>().id;
    const paidOn = given.exchange.clock.now().toISOString().slice(0, 10);
    await lots.paid(own, { paidOn });
    await trade().post(`/interests/${own}/qualification`);
    expect(await interest(own, cooperative)).toMatchObject({ mayBid: true });
    const second = await lots.listed({ household: homes[3]!.code, startsOn: '2027-01-01', endsOn: '2030-12-31' });
    const bids = [await lots.interested(second.id, cooperative), await lots.interested(second.id, given.as('farmer'))];
    for (const each of bids) {
      await lots.paid(each, { paidOn });
      await trade().post(`/interests/${each}/qualification`);
    }
    await given.pass(8);
    await given.as('reviewer').post(`/listings/${lot.id}/agreement`);
    const { deal } = await lots.see(lot.id);
    expect(await given.as('101-clerk').get(`/transfers/${deal!.id}`)).toMatchObject({
      ...{ state: 'county_review', terms: { priceFen: 96_000 } },
    });
    await lots.bidFor(second.id);
    expect((await lots.see(second.id)).state).toBe('bidding');
    const reasons = { reason: '发现串通', rule: '平台规则 止-02' };
    await given.as('supervisor').post(`/listings/${second.id}/termination`, reasons);
    expect(await interest(bids[0]!)).toMatchObject({ state: 'over', reason: '发现串通' });
    // The county says no to the price: the case falls, and the lot with it.
    await given
      .as('reviewer')
      .post(`/transfers/${deal!.id}/rejection`, { reason: '价款明显不合常理', rule: '平台规则 核-02' });
    await given.pass(1);
    expect(await lots.see(lot.id)).toMatchObject({ state: 'failed', endedCode: 'deal_fell' });
  });
});
