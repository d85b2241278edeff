import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '#platform';
import { Vault } from '#parties';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { GivenAuctions } from '../support/auctions.js';
import { village } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

interface Somebody extends Record<string, unknown> {
  /** The household, which is who bids. */
  party: string;
  name: string;
  sealed: Buffer;
}

describe('A clerk bids for a farmer who stands at the station', () => {
  let auctions: GivenAuctions;
  let id: string;
  let clerk: Walker;
  let farmer: Somebody;
  let other: Somebody;
  let stranger: Somebody;
  const station = `101-village-${village.slice(9)}`;
  const wish = { identityRead: 'card_reader', witness: '禾见证', readAloud: '念了全部内容，本人点头' };

  /** Two of one village who have accounts of their own, so that a lot finds them as bidders. */
  const people = async (but: string): Promise<Somebody[]> => {
    const { database } = auctions.given.exchange;
    return database.ask<Somebody>(
      `SELECT h.id AS party, p.name, p.identity_sealed AS sealed FROM household h JOIN person p ON p.id = h.representative_id
       WHERE h.office_code = $1 AND h.contractor_code <> $2 AND p.born BETWEEN '1960-01-01' AND '2000-01-01' ORDER BY h.contractor_code LIMIT 3`,
      [village, but],
    );
  };
  const tie = async (login: string, { party }: Somebody): Promise<ApiClient> => {
    const { database, app } = auctions.given.exchange;
    const [account] = await database.ask<{ id: string }>('SELECT id FROM account WHERE login = $1', [login]);
    await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, account?.id ?? '', party));
    return auctions.given.as(login);
  };
  const stands = async ({ name, sealed }: Somebody): Promise<void> => {
    const identityNumber = auctions.given.exchange.app.get(Vault).open('identity', sealed);
    await clerk.open('/assisted/new');
    const begun = await clerk.send('/assisted', { ...wish, identityNumber, name });
    expect(said(begun.body)).toContain(`正在代 ${name}`);
  };
  const attempts = () =>
    auctions.given.exchange.database.ask<{ via: string | null; seq: number }>(
      'SELECT seq, via FROM auction_attempt WHERE auction_id = $1 ORDER BY seq',
      [id],
    );

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    const home = auctions.home();
    const [one, two, three] = await people(home);
    if (!one || !two || !three) throw new Error('The village has too few people.');
    [farmer, other, stranger] = [one, two, three];
    const { rights } = auctions;
    const lot = await rights.listed({ household: home, startsOn: '2027-01-01', endsOn: '2030-12-31' });
    await rights.wanted(lot.id, auctions.cooperative, '900');
    await rights.wanted(lot.id, await tie('farmer', farmer), '900');
    await rights.wanted(lot.id, await tie('farmer-2', other), '900');
    await auctions.given.pass(8);
    await rights.bidFor(lot.id);
    const { database } = auctions.given.exchange;
    [{ id } = { id: '' }] = await database.ask<{ id: string }>('SELECT id FROM auction WHERE listing_id = $1', [
      lot.id,
    ]);
    await auctions.begin(id);
    clerk = await Walker.signIn(auctions.given.exchange, station);
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('cannot bid, nor see a number, before he is bound to silence', async () => {
    expect((await clerk.open(`/auctions/${id}`)).body).toContain('工作人员不能报价');
    await stands(farmer);
    const hall = await clerk.open(`/auctions/${id}`);
    expect(hall.body).toContain('先看保密的话');
    expect(hall.body).toContain('data-own=""');
    const refused = await clerk.send(`/auctions/${id}/bids`, { amountYuan: '900' });
    expect(said(refused.body)).toContain('先看保密的话');
    expect(await attempts()).toEqual([]);
  });

  it('reads what he is bound to, and then sees that person’s number alone', async () => {
    const asked = await clerk.open(`/auctions/${id}/pledges`);
    expect(said(asked.body)).toContain('不能告诉任何人');
    const bound = await clerk.send(`/auctions/${id}/pledges`, {});
    expect(said(bound.body)).toContain('还没有报价');
    const own = await auctions.given.as('farmer').get<{ own: { number: number } }>(`/auctions/${id}`);
    expect(bound.body).toContain(`您是 ${own.own.number} 号`);
  });

  it('bids, and the receipt says from which post and place, to be printed', async () => {
    await clerk.send(`/auctions/${id}/bids`, { amountYuan: '900' });
    const [bid] = await attempts();
    // In the table the place is sealed: beside the number it could tell who bids.
    expect(bid?.via).not.toContain('李家桥村');
    const receipt = await clerk.open(`/auctions/${id}/receipts/${bid?.seq}`);
    expect(said(receipt.body)).toContain('在哪里代报');
    expect(said(receipt.body)).toContain('李家桥村');
    const seen = await auctions.given.as('farmer').get<{ own: { standing: string } }>(`/auctions/${id}`);
    expect(seen.own.standing).toBe('leading');
  });

  it('can bid for no second number of the lot, nor see it', async () => {
    await clerk.send('/assisted/end', {});
    await stands(other);
    const hall = await clerk.open(`/auctions/${id}`);
    expect(hall.body).toContain('data-own=""');
    const bound = await clerk.send(`/auctions/${id}/pledges`, {});
    expect(said(bound.body)).toContain('已经替另一个号报价');
    const bid = await clerk.send(`/auctions/${id}/bids`, { amountYuan: '910' });
    expect(said(bid.body)).toContain('已经替另一个号报价');
    expect(await attempts()).toHaveLength(1);
    // The database itself holds it, whoever writes.
    const second = auctions.given.exchange.database.transaction((tx) =>
      tx.query(
        `INSERT INTO auction_pledge (auction_id, account_id, party_tag, place, pledged_at)
         SELECT p.auction_id, p.account_id, b.party_tag, p.place, p.pledged_at FROM auction_pledge p JOIN auction_bidder b USING (auction_id)
         WHERE b.party_tag <> p.party_tag LIMIT 1`,
      ),
    );
    await expect(second).rejects.toMatchObject({ constraint: 'auction_pledge_one_number' });
  });

  it('is bound for nobody who was not admitted, and for nobody at all without an assistance', async () => {
    await clerk.send('/assisted/end', {});
    await stands(stranger);
    const bound = await clerk.send(`/auctions/${id}/pledges`, {});
    expect(said(bound.body)).toContain('他没有这一宗的竞买号');
    const program = auctions.given.as(station);
    const answer = await program.send(`/auctions/${id}/pledges`, {});
    expect(answer.json()).toMatchObject({ type: '/problems/pledge-for-nobody' });
  });
});
