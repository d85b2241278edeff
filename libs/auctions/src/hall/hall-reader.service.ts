import { Injectable } from '@nestjs/common';
import { type Actor, speaksFor } from '#kernel';
import { Database } from '#platform';
import { AuctionFinder } from '../auction-finder.service.js';
import type { Auction } from '../auction.entity.js';
import { Bidders } from '../bidders/bidders.service.js';
import { BidEngine } from '../bids/bid-engine.js';
import { auctionProblems } from '../bids/bid.problems.js';
import type { Book } from '../bids/book.js';
import { readBooks } from '../bids/books.queries.js';

/** An auction with its book, and the number of who reads; null for whoever has none. */
export interface Seen {
  record: Auction;
  book: Book;
  own: number | null;
}

/** An auction for one who looks on, or bids. */
@Injectable()
export class HallReader {
  constructor(
    private readonly database: Database,
    private readonly finder: AuctionFinder,
    private readonly engine: BidEngine,
    private readonly bidders: Bidders,
  ) {}

  /** @throws Problem auction-not-found */
  async read(id: string, me: Actor | null): Promise<Seen> {
    const { record } = await this.finder.read(id);
    const { reader } = this.database;
    const book = (await readBooks(reader, [id], await this.engine.reader(reader, [id]))).get(id);
    if (!book) throw auctionProblems.notFound();
    const partyId = me && speaksFor(me);
    return { record, book, own: partyId === null ? null : await this.bidders.numberOf(id, partyId) };
  }
}
