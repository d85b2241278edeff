import type { GivenAuctions } from './auctions.js';

/** Two bid for it, and the deal is confirmed. */
export async function sold(auctions: GivenAuctions, lot: string): Promise<void> {
  await auctions.rights.bidFor(lot);
  const [found] = await auctions.given.exchange.database.ask<{ id: string }>(
    'SELECT id FROM auction WHERE listing_id = $1',
    [lot],
  );
  await auctions.begin(found!.id);
  await auctions.bid(auctions.cooperative, found!.id, '800');
  await auctions.bid(auctions.given.as('farmer-2'), found!.id, '1300');
  await auctions.later(121);
  await auctions.turn();
  await forfeited(auctions, lot);
}

/** Who won does not sign, and his deposit does not go back. */
async function forfeited({ given, rights }: GivenAuctions, lot: string): Promise<void> {
  const why = { reason: '竞得人书面表示不签合同', rule: '挂牌公告第七条' };
  await given.as('director').post(`/right-deals/${(await rights.dealOf(lot)).id}/termination`, why);
  const [winner] = await given.exchange.database.ask<{ id: string }>(
    `SELECT i.id FROM interest i JOIN right_deal d ON d.listing_id = i.listing_id AND d.party_id = i.party_id WHERE d.listing_id = $1`,
    [lot],
  );
  await given.as('director').post(`/interests/${winner!.id}/forfeiture`, why);
}
