import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Fen, capitalPrice, fen, plainYuan } from '#kernel';
import { termOf } from '#rights';
import { Database, type FormAct, Shown, Watchers } from '#platform';
import { BidderSeal } from '../bidders/bidder-seal.js';
import { amountOf } from '../bids/bid-amount.js';
import { bidProblems } from '../bids/bid.problems.js';
import type { Book } from '../bids/book.js';
import { EntryClock } from '../bids/entry-clock.js';
import { auctionChannel } from '../bids/told.js';
import { HallReader, type Seen } from './hall-reader.service.js';
import { type LineRow, publicLines } from './hall.queries.js';
import {
  type AuctionLine,
  type AuctionOwn,
  type AuctionView,
  type BidQuestion,
  auctionOf,
  lineOf,
  mayMatch,
  standingOf,
  sumsOf,
} from './hall.view.js';

/** So many lines stand on the page, and so many come in one answer after a number. */
const shown = 20;
const most = 100;
/** A bid of more steps than this is asked about once more, in words. */
const askAbove = 3;
/** What the buttons add, in steps. */
const buttons = [1, 2, 5] as const;

/** The hall of an auction: how it stands, to everybody at once and to each bidder for himself. */
@Injectable()
export class AuctionHall implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reader: HallReader,
    private readonly seal: BidderSeal,
    private readonly clock: EntryClock,
    private readonly watchers: Watchers,
  ) {}

  onModuleInit(): void {
    this.watchers.serve(auctionChannel, (id) =>
      this.reader.read(id, null).then(
        (seen) => this.view(seen),
        () => null,
      ),
    );
  }

  async see(id: string, me: Actor, acts: readonly FormAct[]): Promise<Shown<AuctionView>> {
    const seen = await this.reader.read(id, me);
    const view = await this.view(seen, acts);
    return new Shown(view, { acts, buttons: buttonsOf(seen.book, view), askAboveFen: askAbove * view.stepFen });
  }

  /** Lines after a sequence number, the newest first. */
  async lines(id: string, after: number, me: Actor): Promise<{ rows: AuctionLine[]; now: Date }> {
    const seen = await this.reader.read(id, me);
    return { rows: await this.linesOf(seen, after, most), now: this.clock.now() };
  }

  /** What an amount means, said in words before it is bid. */
  async question(id: string, amountYuan: unknown): Promise<Shown<BidQuestion>> {
    const { record, book } = await this.reader.read(id, null);
    const { amountFen } = amountOf(amountYuan);
    if (amountFen === null) throw bidProblems.amountUnreadable();
    const { startFen, stepFen } = book.rules;
    const aboveFen = fen(amountFen - (book.topFen ?? startFen));
    const steps = Math.max(0, Math.ceil(aboveFen / stepFen));
    const view = {
      ...{ amountFen: fen(amountFen), capitals: capitalPrice(fen(amountFen)), aboveFen, steps, asks: steps > askAbove },
      ...{ topFen: book.topFen === null ? null : fen(book.topFen), priceUnit: record.priceUnit },
      ...sumsOf({ ...record, term: termOf(record.term) }, fen(amountFen)),
    };
    return new Shown(view, { id, listingNumber: record.listingNumber });
  }

  private async view(seen: Seen, acts: readonly FormAct[] = []): Promise<AuctionView> {
    const lines = await this.linesOf(seen, 0, shown);
    const own = await this.own(seen);
    return auctionOf({ ...seen, now: this.clock.now(), lines, own, acts }, termOf(seen.record.term));
  }

  private async own(seen: Seen): Promise<AuctionOwn | null> {
    const { book, own: number, record } = seen;
    if (number === null) return null;
    const rows = await this.rowsOf(seen, 0, most);
    const bids = rows.filter(
      (row) => row.number === number && row.outcome === 'accepted' && ['bid', 'automatic'].includes(row.kind),
    );
    const bestFen = bids.reduce<Fen | null>((best, row) => larger(best, this.amountIn(record.id, row)), null);
    const maximum = book.maxima.find((each) => each.number === number);
    return {
      ...{ number, bestFen, level: book.bidders.get(number)?.level ?? null, match: mayMatch(book, number) },
      ...{ standing: standingOf(book, number, bestFen), maximumFen: maximum ? fen(maximum.amountFen) : null },
    };
  }

  private async linesOf(seen: Seen, after: number, limit: number): Promise<AuctionLine[]> {
    const rows = await this.rowsOf(seen, after, limit);
    return rows.map((row) => lineOf(row, seen.own, this.amountIn(seen.record.id, row)));
  }

  private rowsOf(
    { record, book, own }: Pick<Seen, 'record' | 'book' | 'own'>,
    after: number,
    limit: number,
  ): Promise<LineRow[]> {
    const opened = book.closedAt !== null;
    const sealed = book.rules.mode === 'sealed';
    return publicLines(this.database.reader, { auctionId: record.id, own, after, most: limit, opened, sealed });
  }

  /** A sealed amount is in no row that somebody else may read. */
  private amountIn(id: string, { amountFen, amountSealed }: LineRow): Fen | null {
    return amountFen ?? (amountSealed === null ? null : fen(this.seal.disclose<number>(id, amountSealed)));
  }
}

const larger = (one: Fen | null, other: Fen | null): Fen | null =>
  one === null || (other !== null && other > one) ? other : one;

/** What may be pressed: so many steps over the highest price, as far as the rules go; the first bid may be the start price itself. */
function buttonsOf(
  { rules, topFen }: Book,
  { phase, own }: AuctionView,
): { amountYuan: string; amountFen: Fen; plusFen: Fen }[] {
  if (phase !== 'open' || own === null || rules.mode === 'sealed') return [];
  if (rules.mode === 'posted') return [buttonOf(rules.startFen, 0)];
  const from = topFen ?? rules.startFen - rules.stepFen;
  return buttons
    .filter((steps) => rules.mostSteps === null || steps <= rules.mostSteps)
    .map((steps) => buttonOf(from + steps * rules.stepFen, steps * rules.stepFen))
    .filter(({ amountFen }) => rules.ceilingFen === null || amountFen <= rules.ceilingFen);
}

const buttonOf = (amount: number, plus: number): { amountYuan: string; amountFen: Fen; plusFen: Fen } => ({
  ...{ amountYuan: plainYuan(fen(amount)), amountFen: fen(amount), plusFen: fen(plus) },
});
