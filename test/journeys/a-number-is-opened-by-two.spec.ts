import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../support/given.js';
import { GivenAuctions } from '../support/auctions.js';

describe('Whose a number is', () => {
  let auctions: GivenAuctions;
  let id: string;
  let number: number;
  const why = { reason: '有人举报两个号是同一家，要核对', rule: '平台规则 竞-08' };
  const supervisor = () => auctions.given.as('supervisor');
  const director = () => auctions.given.as('director');

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    ({ id } = await auctions.announced());
    await auctions.begin(id);
    ({ number } = (await auctions.bid(auctions.farmer, id, '900')) as { number: number });
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('stands in no table beside a person, and in no order that tells', async () => {
    const rows = await auctions.given.exchange.database.ask<Record<string, unknown>>(
      'SELECT b.*, a.* FROM auction_bidder b JOIN auction_attempt a USING (auction_id) WHERE b.auction_id = $1',
      [id],
    );
    const parties = await auctions.given.exchange.database.ask<{ id: string; name: string }>(
      `SELECT p.id, p.display_name AS name FROM interest i JOIN party p ON p.id = i.party_id JOIN auction a USING (listing_id) WHERE a.id = $1`,
      [id],
    );
    const said = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const party of parties) for (const text of [party.id, party.name]) expect(said).not.toContain(text);
  });

  it('is asked by one with a reason, and refused to himself and to everybody else', async () => {
    const asked = (who = supervisor(), more: object = {}) =>
      who.post(`/auctions/${id}/unsealings`, { number: String(number), ...why, ...more });
    expect((await refusal(asked(supervisor(), { number: '0000' }))).text).toContain('4 位数字');
    const other = number === 9999 ? '9998' : '9999';
    expect((await refusal(asked(supervisor(), { number: other }))).text).toContain('没有这个竞买号');
    expect((await refusal(director().post(`/auctions/${id}/unsealings/opening`))).text).toContain('没有等着揭开');
    expect((await refusal(asked(auctions.given.as('101-trade')))).status).toBe(403);
    await asked();
    expect((await refusal(supervisor().post(`/auctions/${id}/unsealings/opening`))).status).toBe(403);
    const page = (await auctions.given.page(`/auctions/${id}`, director())).body;
    expect(page).toContain('揭开竞买号');
  });

  it('is opened by a second person, told to him once, and to everybody when it is over', async () => {
    const answer = await director().send(`/auctions/${id}/unsealings/opening`);
    expect(answer.json()).toMatchObject({ auctionId: id, number, reason: why.reason });
    expect(answer.json<{ party: string }>().party).not.toBe('');
    const before = await auctions.given.stranger.get<{ unsealings: object[] }>(`/auctions/${id}`);
    expect(before.unsealings).toEqual([]);
    await auctions.later(121);
    const after = await auctions.given.stranger.get<{ unsealings: object[] }>(`/auctions/${id}`);
    expect(after.unsealings).toEqual([expect.objectContaining({ number, reason: why.reason })]);
    expect((await auctions.given.page(`/auctions/${id}`)).body).toContain(why.reason);
  });
});
