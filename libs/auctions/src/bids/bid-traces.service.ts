import { Injectable } from '@nestjs/common';
import { type Actor, Clock, speaksFor } from '#kernel';
import { Database } from '#platform';
import { BidderSeal } from '../bidders/bidder-seal.js';
import { Bidders } from '../bidders/bidders.service.js';

/** From where somebody bids; null where he shows no device, as programs do. */
export interface BidOrigin {
  address: string;
  device: string | null;
  account: string | null;
}

/** So many traces are remembered as written. */
const most = 20_000;

/** Keeps from where each number bids, once each: what red flags on bidding together are found by. */
@Injectable()
export class BidTraces {
  private readonly known = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly seal: BidderSeal,
    private readonly clock: Clock,
    private readonly bidders: Bidders,
  ) {}

  /** Of whoever was not admitted nothing is kept. */
  async see(auctionId: string, me: Actor, origin: Omit<BidOrigin, 'account'>): Promise<void> {
    const partyId = speaksFor(me);
    const number = partyId === null ? null : await this.bidders.numberOf(auctionId, partyId);
    if (number !== null) await this.keep(auctionId, number, { ...origin, account: me.accountId });
  }

  private async keep(auctionId: string, number: number, origin: BidOrigin): Promise<void> {
    const seen = `${auctionId} ${number} ${origin.address} ${origin.device} ${origin.account}`;
    if (this.known.has(seen)) return;
    const tags = Object.entries(origin).flatMap(([kind, said]: [string, string | null]) =>
      said === null ? [] : [{ kind, tag: this.seal.keyed(auctionId, kind, said) }],
    );
    const columns = [tags.map(({ kind }) => kind), tags.map(({ tag }) => tag)];
    await this.database.write(
      `INSERT INTO auction_trace (auction_id, number, kind, tag, seen_at)
       SELECT $1, $2, k, t, $5 FROM unnest($3::text[], $4::bytea[]) AS s (k, t) ON CONFLICT DO NOTHING`,
      [auctionId, number, ...columns, this.clock.now()],
    );
    if (this.known.size > most) this.known.clear();
    this.known.add(seen);
  }
}
