import { type Day, type Fen, bidPriorities, fen, momentAt, perMuYear, termOfYears, termYears } from '#kernel';
import { priceUnits } from '#listings';
import { type FormAct, type Of, offerOf, offerView, stateWords, value, view } from '#platform';
import { type UnsealingTold, unsealingView } from '../unsealing/unsealing.view.js';
import type { Auction } from '../auction.entity.js';
import { attemptKinds, attemptOutcomes, auctionFailures, auctionModes } from '../auction.words.js';
import { auctionWorkflow } from '../auction.workflow.js';
import type { Book } from '../bids/book.js';
import { bestLevel, leaderOf, levelOf } from '../bids/leader.js';
import { type AuctionPhase, type BidStanding, auctionPhases, bidStandings, hallParts as parts } from './hall.words.js';
import type { LineRow } from './hall.queries.js';

const lineView = view(
  'AuctionLine',
  {
    seq: value.count(parts.seq),
    at: value.moment(),
    kind: value.code(attemptKinds),
    number: value.maybe(value.count(parts.number)),
    amountFen: value.maybe(value.fen(parts.amountFen)),
    outcome: value.code(attemptOutcomes),
    reason: value.maybe(value.text()),
    endsAt: value.moment(parts.endsAt),
    isOwn: value.flag(parts.isOwn),
  },
  parts.line,
);
export type AuctionLine = Of<typeof lineView>;

export const linesView = view('AuctionLines', {
  rows: value.many(lineView, parts.lines),
  now: value.moment(parts.now),
});

const ownView = view(
  'AuctionOwn',
  {
    number: value.count(parts.number),
    level: value.maybe(value.count(parts.level)),
    standing: value.code(bidStandings, parts.standing),
    bestFen: value.maybe(value.fen(parts.bestFen)),
    maximumFen: value.maybe(value.fen(parts.maximumFen)),
    match: value.flag(parts.match),
  },
  parts.own,
);
export type AuctionOwn = Of<typeof ownView>;

/** An auction as it stands: to everybody what was announced and how it goes, to a bidder also his own number and where he stands. */
export const auctionView = view(
  'Auction',
  {
    id: value.id(),
    revision: value.count(),
    listingId: value.id(parts.listing),
    listingNumber: value.text(parts.listingNumber),
    state: value.code(stateWords(auctionWorkflow)),
    phase: value.code(auctionPhases, parts.phase),
    place: value.text(),
    thing: value.text(parts.thing),
    priceUnit: value.code(priceUnits),
    areaMu: value.maybe(value.mu()),
    termStart: value.day(),
    termEnd: value.day(),
    mode: value.code(auctionModes, parts.mode),
    startFen: value.fen(parts.startFen),
    stepFen: value.fen(parts.stepFen),
    ceilingFen: value.maybe(value.fen(parts.ceilingFen)),
    reserveFen: value.maybe(value.fen(parts.reserveFen)),
    reserveSecret: value.flag(parts.reserveSecret),
    windowSeconds: value.count(parts.windowSeconds),
    mostExtensions: value.maybe(value.count(parts.mostExtensions)),
    mostSteps: value.maybe(value.count(parts.mostSteps)),
    priority: value.many(value.code(bidPriorities), parts.priority),
    startsAt: value.moment(parts.startsAt),
    freeUntil: value.moment(parts.freeUntil),
    endsAt: value.moment(parts.endsAt),
    extensions: value.count(parts.extensions),
    seq: value.count(parts.seq),
    topFen: value.maybe(value.fen(parts.topFen)),
    topNumber: value.maybe(value.count(parts.topNumber)),
    yearlyFen: value.fen(parts.yearlyFen),
    totalFen: value.maybe(value.fen(parts.totalFen)),
    now: value.moment(parts.now),
    own: value.maybe(ownView),
    lines: value.many(lineView, parts.lines),
    endedAt: value.maybe(value.moment(parts.endedAt)),
    endedCode: value.maybe(value.code(auctionFailures, parts.endedCode)),
    winnerNumber: value.maybe(value.count(parts.winnerNumber)),
    priceFen: value.maybe(value.fen(parts.priceFen)),
    draw: value.maybe(value.href(parts.draw)),
    confirmation: value.maybe(value.href(parts.confirmation)),
    unsealings: value.many(unsealingView, parts.unsealings),
    acts: value.many(offerView),
  },
  parts.title,
);
export type AuctionView = Of<typeof auctionView>;

export const questionView = view(
  'BidQuestion',
  {
    amountFen: value.fen(parts.amountFen),
    capitals: value.text(parts.capitals),
    topFen: value.maybe(value.fen(parts.topFen)),
    aboveFen: value.fen(parts.aboveFen),
    steps: value.count(parts.steps),
    asks: value.flag(parts.asks),
    yearlyFen: value.fen(parts.yearlyFen),
    totalFen: value.maybe(value.fen(parts.totalFen)),
    priceUnit: value.code(priceUnits),
  },
  parts.question,
);
export type BidQuestion = Of<typeof questionView>;

/** What an auction is shown from. */
export interface HallSeen {
  record: Auction;
  book: Book;
  now: Date;
  lines: readonly AuctionLine[];
  own: AuctionOwn | null;
  draw: string | null;
  confirmation: string | null;
  unsealings: readonly UnsealingTold[];
  acts: readonly FormAct[];
}

/** What a price comes to in a year, and over the whole term where that is of whole years. */
export function sumsOf(
  { priceUnit, areaMu, term }: Pick<Auction, 'priceUnit' | 'areaMu'> & { term: { start: Day; end: Day } },
  price: Fen,
): { yearlyFen: Fen; totalFen: Fen | null } {
  if (priceUnit === 'total') return { yearlyFen: price, totalFen: price };
  const yearlyFen = priceUnit === 'mu_year' ? perMuYear(price, areaMu) : price;
  const years = termYears(term);
  const whole = years > 0 && termOfYears(term.start, years).end === term.end;
  return { yearlyFen, totalFen: whole ? fen(yearlyFen * years) : null };
}

/** How far it is by the clock: the label of the state follows, and never decides. */
export function phaseOf({ state }: Pick<Auction, 'state'>, book: Book, now: Date): AuctionPhase {
  if (state === 'failed' || state === 'terminated') return 'fallen';
  if (state === 'sold' || state === 'closed') return 'sold';
  if (state === 'drawing') return 'parting';
  if (book.pauses.at(-1)?.to === null) return 'paused';
  if (now.getTime() < book.startsAt) return 'ahead';
  return book.closedAt === null && now.getTime() < book.endsAt ? 'open' : 'settling';
}

/** Where a number stands. */
export function standingOf(book: Book, number: number, bestFen: number | null): BidStanding {
  if (book.rules.mode === 'sealed') return bestFen === null ? 'none' : 'quoted';
  if (leaderOf(book) === number) return 'leading';
  if (book.claims.some((claim) => claim.number === number)) return 'beside';
  return bestFen === null ? 'none' : 'outbid';
}

/** Whether he may take it at the highest price as it is (平价时优先权人在先). */
export const mayMatch = (book: Book, number: number): boolean =>
  book.rules.mode !== 'sealed' &&
  book.rules.mode !== 'posted' &&
  book.topFen !== null &&
  !book.claims.some((claim) => claim.number === number) &&
  Number.isFinite(levelOf(book, number)) &&
  levelOf(book, number) <= bestLevel(book);

export const lineOf = (row: LineRow, own: number | null, amountFen: Fen | null): AuctionLine => {
  const { seq, at, kind, number, outcome, reason, endsAt } = row;
  return { seq, at, kind, number, amountFen, outcome, reason, endsAt, isOwn: number !== null && number === own };
};

export function auctionOf(
  { record, book, now, lines, own, draw, confirmation, unsealings, acts }: HallSeen,
  term: { start: Day; end: Day },
): AuctionView {
  const { id, revision, listingId, listingNumber, state, place, thing, priceUnit, areaMu, reserveSecret } = record;
  const { mode, startFen, stepFen, ceilingFen, windowSeconds, mostExtensions, mostSteps } = book.rules;
  const { freeUntil, endedAt, endedCode, winnerNumber, priceFen } = record;
  const over = book.closedAt !== null;
  const price = priceFen ?? fen(book.topFen ?? startFen);
  return {
    ...{ id, revision, listingId, listingNumber, state, place, thing, priceUnit, reserveSecret, mode },
    ...{
      windowSeconds,
      mostExtensions,
      mostSteps,
      freeUntil,
      endedAt,
      endedCode,
      winnerNumber,
      priceFen,
      now,
      own,
      lines,
      draw,
      confirmation,
    },
    ...{ unsealings, acts: acts.map(offerOf) },
    ...{ phase: phaseOf(record, book, now), extensions: book.extensions },
    ...{ areaMu: Number(areaMu) === 0 ? null : areaMu, termStart: term.start, termEnd: term.end },
    ...{ startFen: fen(startFen), stepFen: fen(stepFen), ceilingFen: ceilingFen === null ? null : fen(ceilingFen) },
    reserveFen: reserveSecret && !over ? null : record.reserveFen,
    priority: record.priority as AuctionView['priority'],
    ...{ startsAt: momentAt(book.startsAt), endsAt: momentAt(book.endsAt) },
    // How many quotes there are is nobody's before the end.
    seq: mode === 'sealed' && !over ? 0 : book.seq,
    ...{ topFen: book.topFen === null ? null : fen(book.topFen), topNumber: leaderOf(book) },
    ...sumsOf({ priceUnit, areaMu, term }, price),
  };
}
