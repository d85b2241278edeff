import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BiddingOpening, BiddingOpenings } from '#listings';
import { AccountsService } from '#platform';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, refusal } from '../support/given.js';
import { GivenAuctions } from '../support/auctions.js';
import type { Lot } from '../support/lots.js';
import { GivenRights } from '../support/rights.js';
import { scanOf } from '../support/made-up-files.js';

/** Who is preferred at the same price says so when he registers, and the town finds it true or says why not. */
describe('Priority', () => {
  let given: Given;
  let lots: GivenRights;
  let lot: Lot;
  let neighbour: ApiClient;
  let opened: BiddingOpening;
  const ids: string[] = [];
  const trade = () => given.as('101-trade');
  const proof = () => scanOf('letter of the village');
  const seen = (id: string, who = trade()) =>
    who.get<{ state: string; priorityAsked: string | null; priority: string | null; priorityRefusal: string | null }>(
      `/interests/${id}`,
    );

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = await GivenRights.of(given);
    const [home] = await lots.households(1);
    lot = await lots.listed({ household: home!.code });
    const { database, app } = given.exchange;
    const [tied] = await database.ask<{ account: string; person: string }>(
      `SELECT (SELECT id FROM account WHERE login = 'farmer-2') AS account, m.person_id AS person FROM household h JOIN member m ON m.household_id = h.id
       JOIN person p ON p.id = m.person_id WHERE left(h.contractor_code, 12) = left($1, 12) AND h.contractor_code <> $1 AND m.valid_to IS NULL
         AND p.born BETWEEN '1960-01-01' AND '2000-01-01' ORDER BY p.id LIMIT 1`,
      [home!.code],
    );
    await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, tied!.account, tied!.person));
    neighbour = given.as('farmer-2');
    const nothing = async (): Promise<void> => {};
    given.exchange.app.get(BiddingOpenings).register({
      ...{ suspended: nothing, resumed: nothing, terminated: nothing, fell: async () => null },
      open: async (_act, asked) => void (opened = asked),
    });
  }, 120_000);
  afterAll(() => given.close());

  it('is claimed with its proof, of a member whom the register knows without', async () => {
    const cooperative = given.as('cooperative');
    const fault = async (more: object): Promise<string> =>
      (await refusal(lots.interested(lot.id, cooperative, more))).text;
    expect(await fault({ priority: 'incumbent' })).toContain('主张优先权的，要传证明');
    expect(await fault({ priority: 'member' })).toContain('主张优先权的，要传证明');
    expect(await fault({ proof: proof() })).toContain('没有主张优先权');
    expect(await fault({ priority: 'neighbour' })).toContain('优先权');
    expect((await given.page(`/listings/${lot.id}/interests`, cooperative)).body).toContain('期满续租的原受让方');
    ids.push(await lots.interested(lot.id, cooperative, { priority: 'incumbent', proof: proof() }));
    ids.push(await lots.interested(lot.id, neighbour, { priority: 'member' }));
    ids.push(await lots.interested(lot.id, given.as('farmer'), { priority: 'member', proof: proof() }));
    expect(await seen(ids[0]!)).toMatchObject({ priorityAsked: 'incumbent', priority: null });
    expect(await seen(ids[1]!)).toMatchObject({ priorityAsked: 'member', priority: 'member' });
  });

  it('is answered by the town before it says who qualifies', async () => {
    const [asked, known, doubted] = ids as [string, string, string];
    const blocked = await refusal(trade().post(`/interests/${asked}/qualification`));
    expect(blocked.text).toContain('主张了优先权（期满续租的原受让方），还没有核实');
    const answer = (id: string, more: object, who = trade()) => who.post(`/interests/${id}/priority`, more);
    expect((await refusal(answer(doubted, { answer: 'refused' }))).text).toContain('不属实的，写为什么');
    expect((await refusal(answer(doubted, { answer: 'accepted', reason: '村里不认' }))).text).toContain('属实的，不写');
    expect((await refusal(answer(doubted, { answer: 'maybe' }))).text).toContain('选属实还是不属实');
    expect((await refusal(answer(doubted, { answer: 'accepted' }, given.as('101-finance')))).status).toBe(403);
    expect(await trade().get(`/interests/${asked}/priority`)).toMatchObject({ action: 'verify-priority' });
    await answer(asked, { answer: 'accepted' });
    await answer(doubted, { answer: 'refused', reason: '村里说户口早就迁走了' });
    expect((await refusal(answer(known, { answer: 'accepted' }))).type).toBe('priority-answered');
    expect(await seen(asked)).toMatchObject({ priority: 'incumbent', priorityRefusal: null });
    // Who is not found so is told why, and may bid all the same.
    expect(await seen(doubted, given.as('farmer'))).toMatchObject({
      ...{ priority: null, priorityRefusal: '村里说户口早就迁走了' },
    });
    expect((await given.page(`/interests/${doubted}`, given.as('farmer'))).body).toContain('没有核实，照样可以竞价');
  });

  it('goes with whoever bids', async () => {
    const paidOn = given.exchange.today;
    for (const id of ids) {
      await trade().post(`/interests/${id}/qualification`);
      await lots.paid(id, { paidOn });
    }
    await given.pass(8);
    await lots.bidFor(lot.id);
    const found = opened.admitted.map(({ id, priority }) => [ids.indexOf(id), priority]);
    expect(found.toSorted()).toEqual([
      [0, 'incumbent'],
      [1, 'member'],
      [2, null],
    ]);
  });

  it('wins at the price of another, and the notice of the deal says so', async () => {
    const auctions = GivenAuctions.with(given, lots);
    const [auction] = await given.exchange.database.ask<{ id: string }>(
      'SELECT id FROM auction WHERE listing_id = $1',
      [lot.id],
    );
    await auctions.begin(auction!.id);
    await auctions.bid(given.as('farmer'), auction!.id, '930');
    await auctions.bid(neighbour, auction!.id, '930');
    await auctions.later(130);
    await auctions.turn();
    const { deal, state } = await lots.see(lot.id);
    expect(state).toBe('agreed');
    const { notice } = await given.as('101-clerk').get<{ notice: { id: string } }>(`/transfers/${deal!.id}`);
    const { text } = await given.stranger.get<{ text: { paragraphs: string[] } }>(`/notices/${notice.id}`);
    expect(text.paragraphs.join('')).toContain('受让方以本集体经济组织成员的身份行使了优先权');
  });
});
