import { Injectable } from '@nestjs/common';
import { type Act, Database } from '#platform';
import { Auction } from './auction.entity.js';
import type { AuctionFacts } from './auction.facts.js';
import { auctionProblems } from './bids/bid.problems.js';

/** Whoever writes a bid asks its auction to stay (its foreign key): a lock that forbade that would wait for him, and he for the book. */
const lock = { mode: 'for_no_key_update' } as const;

/** Finds an auction, locked or to be read. An auction is locked after its lot and before its book. */
@Injectable()
export class AuctionFinder {
  constructor(private readonly database: Database) {}

  async locked({ tx }: Act, id: string): Promise<AuctionFacts> {
    const record = await tx.findOne(Auction, { where: { id }, lock });
    if (!record) throw auctionProblems.notFound();
    return { record };
  }

  async read(id: string): Promise<AuctionFacts> {
    const record = await this.database.reader.findOneBy(Auction, { id });
    if (!record) throw auctionProblems.notFound();
    return { record };
  }

  /** The auction of a lot that is not over; null where it has none. */
  async ofLot({ tx }: Act, listingId: string): Promise<AuctionFacts | null> {
    const record = await tx.findOne(Auction, {
      where: { listingId },
      order: { createdAt: 'DESC' },
      lock,
    });
    return record && { record };
  }
}
