import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { momentAt } from '#kernel';
import { Database, requestContext, signal, soon, type Tx } from '#platform';
import { Bidders } from '../bidders/bidders.service.js';
import { BidderSeal } from '../bidders/bidder-seal.js';
import { type Attempt, type Receipt, entryOf } from './attempt.js';
import { BidLog, type Written } from './bid-log.js';
import { BidProcesses } from './bid-processes.js';
import { decide } from './bid.rules.js';
import type { Bidder, Book } from './book.js';
import { type BookReader, lockedBooks } from './books.queries.js';
import { EntryClock } from './entry-clock.js';
import { auctionChannel, tellSql, toldOf, toldOfBids } from './told.js';

/** An attempt that waits for its turn. */
interface Waiting {
  attempt: Attempt;
  resolve: (answer: Receipt[] | Known) => void;
  reject: (error: unknown) => void;
}

/** An attempt whose key was decided before: its line as it is kept, and what was asked with the key then. */
export interface Known {
  seq: number;
  asked: Buffer;
}

/** So many are decided in one transaction at most. */
const most = 400;
/** What entered after an end waits so long for the processes that may hold something earlier; milliseconds. */
const patience = 40;

const knownSql = `SELECT auction AS "auctionId", key, asked, number AS seq FROM known_attempts($1::bytea[])`;

/**
 * Decides bids in batches: what arrives while one batch is being committed is the next. Each batch is one transaction that locks the
 * books of its lots, decides by pure rules, writes all of it in one statement, signs it once, and tells the watchers by its commit.
 */
@Injectable()
export class BidEngine implements OnModuleDestroy {
  private queue: Waiting[] = [];
  private working: Promise<void> | null = null;
  private readonly bidders = new Map<string, ReadonlyMap<number, Bidder>>();
  private readonly ends = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly log: BidLog,
    private readonly numbers: Bidders,
    private readonly seal: BidderSeal,
    private readonly clock: EntryClock,
    private readonly processes: BidProcesses,
  ) {}

  /** The end of an auction as this process last saw it; null where it saw none. */
  endOf(auctionId: string): number | null {
    return this.ends.get(auctionId) ?? null;
  }

  /** Decides an attempt; answers its receipt and those of what the exchange bid for others because of it, none where there is no auction. */
  submit(attempt: Attempt): Promise<Receipt[] | Known> {
    const decided = new Promise<Receipt[] | Known>((resolve, reject) => {
      this.queue.push({ attempt, resolve, reject });
    });
    // What one request began is not that request's alone.
    this.working ??= requestContext.exit(() => this.work());
    return decided;
  }

  async onModuleDestroy(): Promise<void> {
    await this.working;
  }

  /** Writes what the exchange itself does to an auction, within the act that does it; the book is locked by it. */
  async record(tx: Tx, attempt: Attempt): Promise<Book> {
    const { auctionId } = attempt;
    await this.log.ready();
    const book = (await this.locked(tx, [auctionId])).get(auctionId);
    if (!book) throw new Error(`Auction ${auctionId} has no book.`);
    const { book: next, lines } = decide(book, entryOf(attempt));
    const books = new Map([[auctionId, next]]);
    await this.log.write(tx, [{ attempt, lines }], books, this.clock.now()).sent;
    signal(tx, auctionChannel, toldOf(auctionId, next));
    return next;
  }

  /** The books of some auctions, locked until the transaction ends. */
  async locked(tx: Tx, ids: readonly string[]): Promise<Map<string, Book>> {
    return lockedBooks(tx, ids, await this.reader(tx, ids));
  }

  /** Numbers are dealt once, so they are read once. */
  async reader(tx: Tx | Database['reader'], ids: readonly string[]): Promise<BookReader> {
    for (const id of ids) {
      const found = this.bidders.has(id) ? null : await this.numbers.of(tx, id);
      // An auction that there is not is asked for under as many names as somebody likes.
      if (found && found.size > 0) this.bidders.set(id, found);
    }
    return { seal: this.seal, bidders: this.bidders };
  }

  private async work(): Promise<void> {
    // Whoever asked in this turn of the event loop is in the first batch.
    await Promise.resolve();
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, most).toSorted((one, other) => one.attempt.stamp.at - other.attempt.stamp.at);
      const late = await this.decide(batch).catch((error: unknown) => {
        for (const { reject } of batch) reject(error);
        return [];
      });
      if (late.length === 0) continue;
      if (this.queue.length === 0) await new Promise((resolve) => setTimeout(resolve, patience));
      this.queue.unshift(...late);
    }
    this.working = null;
  }

  /** Decides a batch; answers those that must wait, because something earlier may still be undecided elsewhere. */
  private async decide(batch: readonly Waiting[]): Promise<Waiting[]> {
    await this.log.ready();
    const late: Waiting[] = [];
    const answers = new Map<Waiting, Receipt[] | Known>();
    await this.database.transaction(async (tx) => {
      late.length = 0;
      answers.clear();
      const ids = [...new Set(batch.map(({ attempt }) => attempt.auctionId))].toSorted();
      const reader = await this.reader(tx, ids);
      const keys = batch.flatMap(({ attempt }) => attempt.key ?? []);
      // Sent together: what was decided under these keys is read once the books are ours.
      const [books, known] = await Promise.all([lockedBooks(tx, ids, reader), this.known(tx, keys)]);
      for (const [id, { endsAt }] of books) this.ends.set(id, endsAt);
      const open = await this.openFor(tx, batch, books);
      const written: (Written & { waiting: Waiting })[] = [];
      for (const waiting of batch) {
        const { attempt } = waiting;
        const name = nameOf(attempt);
        const before = name === null ? undefined : known.get(name);
        const book = books.get(attempt.auctionId);
        if (!book) answers.set(waiting, []);
        else if (before) answers.set(waiting, before);
        else if (isLate(attempt, book) && !open.has(attempt.auctionId)) late.push(waiting);
        else {
          const { book: next, lines } = decide(book, entryOf(attempt));
          books.set(attempt.auctionId, next);
          written.push({ attempt, lines, waiting });
          if (name !== null && attempt.asked) known.set(name, { seq: lines[0]?.seq ?? 0, asked: attempt.asked });
        }
      }
      if (written.length === 0) return;
      const touched = new Map(written.map(({ attempt }) => [attempt.auctionId, books.get(attempt.auctionId) as Book]));
      const { receipts, sent } = this.log.write(tx, written, touched, this.clock.now());
      written.forEach(({ waiting }, at) => answers.set(waiting, receipts[at] ?? []));
      // Not waited for: the commit leaves right behind them.
      soon(tx, sent);
      soon(tx, tx.query(tellSql, [toldOfBids(touched)]));
    });
    for (const [{ resolve }, answer] of answers) resolve(answer);
    return late;
  }

  /** Lots whose end is behind every process, and that no lost one will have run on: what comes after it may be told so. */
  private async openFor(tx: Tx, batch: readonly Waiting[], books: ReadonlyMap<string, Book>): Promise<Set<string>> {
    const ended = new Map(
      batch.flatMap(({ attempt }) => {
        const book = books.get(attempt.auctionId);
        return book && isLate(attempt, book) ? [[attempt.auctionId, book] as const] : [];
      }),
    );
    const open = new Set<string>();
    for (const [id, book] of ended) {
      const { behind, lost, unwatched } = await this.processes.standing(tx, momentAt(book.endsAt));
      if (behind === 0 && lost === 0 && !unwatched) open.add(id);
    }
    return open;
  }

  private async known(tx: Tx, keys: readonly Buffer[]): Promise<Map<string, Known>> {
    if (keys.length === 0) return new Map();
    const rows: (Known & { auctionId: string; key: Buffer })[] = await tx.query(knownSql, [keys]);
    return new Map(
      rows.map(({ auctionId, key, asked, seq }) => [`${auctionId} ${key.toString('base64')}`, { asked, seq }]),
    );
  }
}

const nameOf = ({ auctionId, key }: Attempt): string | null => key && `${auctionId} ${key.toString('base64')}`;

/** It entered after the end as it stands; an earlier bid that is not decided yet may still move that. */
const isLate = ({ stamp }: Attempt, { endsAt, closedAt }: Book): boolean =>
  closedAt === null && Math.floor(stamp.at) >= endsAt;
