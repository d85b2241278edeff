import { Injectable } from '@nestjs/common';
import { type Actor, posts, speaksFor } from '#kernel';
import { OfficesService } from '#offices';
import { type Act, Database, type Elsewhere } from '#platform';
import { AuctionFinder } from '../auction-finder.service.js';
import type { AuctionFacts } from '../auction.facts.js';
import { BidderSeal } from '../bidders/bidder-seal.js';
import { Bidders } from '../bidders/bidders.service.js';
import { pledgeProblems } from './pledge.problems.js';
import { pledgeSigns, pledgeWays } from './pledge.words.js';

interface Pledge extends Record<string, unknown> {
  tag: Buffer;
  place: string;
}

const pledgeSql = `SELECT party_tag AS tag, place FROM auction_pledge WHERE auction_id = $1 AND account_id = $2`;

/**
 * Whom a clerk bids for: in one auction for one number alone. Kept under the keyed tag of the bidder, and in no history: who reads
 * the tables shall not find there who takes part.
 */
@Injectable()
export class Pledges {
  constructor(
    private readonly database: Database,
    private readonly finder: AuctionFinder,
    private readonly seal: BidderSeal,
    private readonly offices: OfficesService,
    private readonly bidders: Bidders,
  ) {}

  async pledge(act: Act, { record }: AuctionFacts): Promise<Elsewhere> {
    const { accountId, assisting, posts: held } = act.actor;
    if (!assisting || accountId === null) throw pledgeProblems.nobody();
    const tag = this.seal.tag(record.id, assisting.partyId);
    const known: unknown[] = await act.tx.query(
      'SELECT 1 FROM auction_bidder WHERE auction_id = $1 AND party_tag = $2',
      [record.id, tag],
    );
    if (known.length === 0) throw pledgeProblems.noNumber();
    const [own] = held;
    const place = own
      ? posts[own.post].label + pledgeSigns.between + (await this.offices.placeName(own.officeCode))
      : '';
    await act.tx.query(
      `INSERT INTO auction_pledge (auction_id, account_id, party_tag, place, pledged_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [record.id, accountId, tag, place, act.now],
    );
    const [kept]: Pledge[] = await act.tx.query(pledgeSql, [record.id, accountId]);
    if (!kept?.tag.equals(tag)) throw pledgeProblems.otherNumber();
    return { id: record.id, view: null };
  }

  /** Where a clerk bids for the person whom he assists: post and place, as the receipt says them. @throws Problem without a pledge for that person */
  async placeOf(auctionId: string, me: Actor): Promise<string> {
    const pledge = await this.of(auctionId, me);
    if (!pledge)
      throw pledgeProblems.first({ way: { href: `/auctions/${auctionId}/pledges`, label: pledgeWays.pledge } });
    if (!this.isFor(auctionId, me, pledge)) throw pledgeProblems.otherNumber();
    return pledge.place;
  }

  /** The number of whoever speaks: everybody's own; of whom a clerk assists only where he has pledged for him. */
  async numberOf(auctionId: string, me: Actor): Promise<number | null> {
    const partyId = speaksFor(me);
    if (partyId === null) return null;
    if (me.assisting !== null) {
      const pledge = await this.of(auctionId, me);
      if (!pledge || !this.isFor(auctionId, me, pledge)) return null;
    }
    return this.bidders.numberOf(auctionId, partyId);
  }

  locked(act: Act, id: string): Promise<AuctionFacts> {
    return this.finder.locked(act, id);
  }

  read(id: string): Promise<AuctionFacts> {
    return this.finder.read(id);
  }

  async see(id: string): Promise<object> {
    return this.finder.read(id);
  }

  private isFor(auctionId: string, { assisting }: Actor, { tag }: Pledge): boolean {
    return assisting !== null && tag.equals(this.seal.tag(auctionId, assisting.partyId));
  }

  private async of(auctionId: string, me: Actor): Promise<Pledge | null> {
    const [row] = await this.database.rows<Pledge>('pledge of a clerk', pledgeSql, [auctionId, me.accountId]);
    return row ?? null;
  }
}
