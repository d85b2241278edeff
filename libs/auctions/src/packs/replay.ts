import { drawHash, drawRanks, momentAt } from '#kernel';
import { decide } from '../bids/bid.rules.js';
import type { Book, Entry, Line } from '../bids/book.js';
import { resultOf } from '../bids/result.js';
import type { Pack, PackedAttempt, PackedResult } from './pack.js';
import type { Finding } from './verdict.js';

/** An auction as it goes by the rules, from its opening to its end. */
export interface Replayed {
  book: Book;
  /** Where it first went another way than the pack says. */
  fault: Finding;
}

/** Decides every attempt anew by the rules that the exchange itself runs, and compares line by line. */
export function replay(pack: Pack): Replayed {
  let book = opened(pack);
  let due: Line[] = [];
  for (const attempt of pack.attempts) {
    if (due.length === 0) {
      if (attempt.kind === 'automatic') return { book, fault: `#${attempt.seq}` };
      const decided = decide(book, entryOf(attempt));
      [book, due] = [decided.book, [...decided.lines]];
    }
    const line = due.shift();
    if (!line || !sameLine(line, attempt)) return { book, fault: `#${attempt.seq}` };
  }
  return { book, fault: due[0] ? `#${due[0].seq}` : null };
}

function opened({ auction, bidders }: Pack): Book {
  return {
    ...{ rules: auction.rules, bidders: new Map(bidders.map((bidder) => [bidder.number, bidder])) },
    ...{ startsAt: Date.parse(auction.startsAt), endsAt: Date.parse(auction.endsAt), extensions: 0, seq: 0 },
    ...{ topFen: null, claims: [], maxima: [], pauses: [], closedAt: null },
  };
}

const entryOf = ({ kind, number, amountFen, at, until }: PackedAttempt): Entry => ({
  ...{ kind: kind as Entry['kind'], number, amountFen, at: Date.parse(at) },
  ...(until !== null && { until: Date.parse(until) }),
});

const sameLine = (line: Line, told: PackedAttempt): boolean =>
  line.seq === told.seq &&
  line.kind === told.kind &&
  line.number === told.number &&
  line.amountFen === told.amountFen &&
  line.at === Date.parse(told.at) &&
  line.outcome === told.outcome &&
  line.reason === told.reason &&
  line.endsAt === Date.parse(told.endsAt) &&
  line.topFen === told.topFen &&
  line.topNumber === told.topNumber;

/** Who wins by the book, and by the draw where it takes one. */
export function resultAnew(pack: Pack, book: Book): { result: PackedResult; drawFault: Finding } {
  const endsAt = momentAt(book.endsAt).toISOString();
  const none = { winner: null, priceFen: null, endsAt };
  // Ended by a person before its time, or while it was halted: it was terminated, and nobody won.
  const halted = book.pauses.at(-1)?.to === null;
  if (book.closedAt === null || book.closedAt < book.endsAt || halted)
    return { result: { ...none, code: 'terminated' }, drawFault: pack.draw ? 'draw' : null };
  const result = resultOf(book, pack.auction.reserveFen, quotesOf(pack));
  if ('nobody' in result) return { result: { ...none, code: result.nobody }, drawFault: pack.draw ? 'draw' : null };
  const { priceFen } = result;
  if ('winner' in result)
    return { result: { winner: result.winner, priceFen, endsAt, code: null }, drawFault: pack.draw ? 'draw' : null };
  const drawFault = faultOfDraw(pack, result.draw.map(String));
  return { result: { winner: Number(pack.draw?.ranked[0] ?? Number.NaN), priceFen, endsAt, code: null }, drawFault };
}

const quotesOf = ({ auction, attempts }: Pack): Map<number, number> =>
  new Map(
    attempts.flatMap(({ kind, outcome, number, amountFen }) =>
      auction.rules.mode === 'sealed' &&
      kind === 'bid' &&
      outcome === 'accepted' &&
      number !== null &&
      amountFen !== null
        ? [[number, amountFen] as const]
        : [],
    ),
  );

/** The draw was for this auction, among those who stood equal, and its seed gives these ranks. */
function faultOfDraw({ draw, auction }: Pack, equal: readonly string[]): Finding {
  if (!draw) return 'draw';
  if (draw.subjectId !== auction.id || draw.labels.toSorted().join() !== equal.toSorted().join()) return 'labels';
  if (drawHash(draw) !== draw.listHash) return 'listHash';
  return drawRanks(draw, draw.seed, draw.last).ranked.join() === draw.ranked.join() ? null : 'ranked';
}
