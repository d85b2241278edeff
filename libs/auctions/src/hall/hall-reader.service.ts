import { Injectable } from '@nestjs/common';
import { Draws } from '#inspections';
import { type Actor, reaches } from '#kernel';
import { Database } from '#platform';
import { AuctionFinder } from '../auction-finder.service.js';
import type { Auction } from '../auction.entity.js';
import { BidEngine } from '../bids/bid-engine.js';
import { auctionProblems } from '../bids/bid.problems.js';
import type { Book } from '../bids/book.js';
import { readBooks } from '../bids/books.queries.js';
import { Pledges } from '../station/pledges.service.js';
import { Unsealings } from '../unsealing/unsealings.service.js';
import type { UnsealingTold } from '../unsealing/unsealing.view.js';

const paperSql = `SELECT id FROM paper WHERE subject = 'auction' AND subject_id = $1 AND kind = 'deal_confirmation' ORDER BY made_at DESC LIMIT 1`;

/** An auction with its book, and the number of who reads; null for whoever has none. */
export interface Seen {
  record: Auction;
  book: Book;
  own: number | null;
  /** Where the draw of equal claims can be run again, and where the confirmation of the deal lies for who may read it. */
  draw: string | null;
  confirmation: string | null;
  /** Numbers that two persons opened before the result; told once that is there. */
  unsealings: readonly UnsealingTold[];
}

/** An auction for one who looks on, or bids. */
@Injectable()
export class HallReader {
  constructor(
    private readonly database: Database,
    private readonly finder: AuctionFinder,
    private readonly engine: BidEngine,
    private readonly pledges: Pledges,
    private readonly draws: Draws,
    private readonly unsealings: Unsealings,
  ) {}

  /** @throws Problem auction-not-found */
  async read(id: string, me: Actor | null): Promise<Seen> {
    const { record } = await this.finder.read(id);
    const { reader } = this.database;
    const book = (await readBooks(reader, [id], await this.engine.reader(reader, [id]))).get(id);
    if (!book) throw auctionProblems.notFound();
    const own = me && (await this.pledges.numberOf(id, me));
    const unsealings = book.closedAt === null ? [] : await this.unsealings.told(id);
    return { record, book, own, unsealings, ...(await this.papersOf(record, me, own)) };
  }

  /** What is there once the bidding has ended. */
  private async papersOf({ id, state, officeCode, winnerNumber }: Auction, me: Actor | null, own: number | null) {
    if (state !== 'drawing' && state !== 'sold' && state !== 'closed') return { draw: null, confirmation: null };
    const { reader } = this.database;
    const draw = await this.draws.of(reader, 'auction', id);
    const inside = (me !== null && reaches(me, officeCode)) || (own !== null && own === winnerNumber);
    const [paper] = inside ? await this.database.ask<{ id: string }>(paperSql, [id]) : [];
    return { draw: draw && `/draws/${draw.id}`, confirmation: paper ? `/papers/${paper.id}` : null };
  }
}
