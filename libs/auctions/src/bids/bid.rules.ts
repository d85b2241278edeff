/**
 * How bids are decided: pure, from the book of an auction and one entry to the next book and what is written down. The engine, the
 * model of the tests and the verifier of a replay pack run these very files, so they import nothing else.
 */
import type { Bidder, BidRules, Book, Decided, Entry, Line, Refusal } from './book.js';
import { bestLevel, isTied, leaderOf } from './leader.js';

/** Decides one entry. Whatever is said, it gets a number and a line. */
export function decide(book: Book, entry: Entry): Decided {
  const own = exchangeOwn(book, entry);
  if (own) return wrote(own, entry, null);
  const reason = refusalOf(book, entry);
  if (reason !== null) return wrote(book, entry, reason);
  const taken = entry.kind === 'maximum' ? withMaximum(book, entry) : withBid(book, entry);
  return answered(wrote(taken, entry, null), entry.at);
}

/** What only the exchange does: it halts, goes on, makes up for an outage and closes. */
function exchangeOwn(book: Book, { kind, at, until }: Entry): Book | null {
  const last = book.pauses.at(-1);
  switch (kind) {
    case 'suspension':
      return { ...book, pauses: [...book.pauses, { from: at, to: null }] };
    case 'resumption': {
      const pauses = last?.to === null ? [...book.pauses.slice(0, -1), { ...last, to: at }] : book.pauses;
      return { ...book, pauses, endsAt: Math.max(book.endsAt, until ?? 0) };
    }
    case 'outage':
      return { ...book, endsAt: Math.max(book.endsAt, until ?? 0) };
    case 'rescheduling':
      // It is as long as it was announced.
      return { ...book, startsAt: book.startsAt + (until ?? book.endsAt) - book.endsAt, endsAt: until ?? book.endsAt };
    case 'closing':
      return { ...book, closedAt: at };
    default:
      return null;
  }
}

function wrote(book: Book, entry: Entry, reason: Refusal | null): Decided {
  const { kind, number, amountFen, at } = entry;
  const seq = book.seq + 1;
  const next = { ...book, seq };
  const outcome = reason === null ? 'accepted' : 'refused';
  return { book: next, lines: [lineOf(next, { seq, kind, number, amountFen, at, outcome, reason })] };
}

function lineOf(book: Book, said: Omit<Line, 'endsAt' | 'topFen' | 'topNumber'>): Line {
  return { ...said, endsAt: book.endsAt, topFen: book.topFen, topNumber: leaderOf(book) };
}

/** Why an entry of a bidder is refused; null if it is not. */
function refusalOf(book: Book, { kind, number, amountFen, at }: Entry): Refusal | null {
  const bidder = number === null ? undefined : book.bidders.get(number);
  if (!bidder) return 'not-admitted';
  // 拍卖法第三十六条：竞买人一经应价，不得撤回。
  if (kind === 'withdrawal') return 'cannot-withdraw';
  if (at < book.startsAt) return 'not-started';
  if (book.closedAt !== null) return 'ended';
  if (book.pauses.some(({ from, to }) => at >= from && (to === null || at < to))) return 'suspended';
  if (at >= book.endsAt) return 'ended';
  if (amountFen === null || !Number.isSafeInteger(amountFen) || amountFen <= 0) return 'amount-unreadable';
  const { rules } = book;
  if (kind === 'maximum')
    return rules.mode === 'sealed' || rules.mode === 'posted' ? 'no-maximum-here' : priced(rules, amountFen);
  if (rules.mode === 'posted') return amountFen === rules.startFen ? null : 'not-the-price';
  if (rules.mode === 'sealed') {
    if (book.claims.some((claim) => claim.number === number)) return 'already-quoted';
    if (amountFen < rules.startFen) return 'below-start';
    return rules.ceilingFen !== null && amountFen > rules.ceilingFen ? 'above-ceiling' : null;
  }
  return priced(rules, amountFen) ?? standing(book, bidder, amountFen);
}

/** Whether an amount lies on the ladder that was announced. */
function priced({ startFen, stepFen, ceilingFen }: BidRules, amountFen: number): Refusal | null {
  if (amountFen < startFen) return 'below-start';
  if (ceilingFen !== null && amountFen > ceilingFen) return 'above-ceiling';
  return (amountFen - startFen) % stepFen === 0 ? null : 'off-step';
}

/** Whether an amount leads, or may stand beside what leads. */
function standing(book: Book, { number, level }: Bidder, amountFen: number): Refusal | null {
  const { topFen, claims, rules } = book;
  if (topFen !== null && amountFen < topFen) return 'below-top';
  if (amountFen === topFen && claims.some((claim) => claim.number === number)) return 'own-top';
  // Who would have to draw with an equal may go higher instead.
  if (leaderOf(book) === number && !isTied(book)) return 'own-top';
  const steps = (amountFen - (topFen ?? rules.startFen)) / rules.stepFen;
  if (rules.mostSteps !== null && steps > rules.mostSteps) return 'too-many-steps';
  if (amountFen !== topFen) return null;
  if (amountFen === rules.ceilingFen) return null;
  return level !== null && level <= bestLevel(book) ? null : 'equal-top';
}

function withBid(book: Book, { number, amountFen, at }: Entry): Book {
  return leading(book, number as number, amountFen as number, at, book.seq + 1);
}

/** 平价时优先权人在先：who matches stands beside the first, and is told from him by his rank, or by the draw. */
function leading(book: Book, number: number, amountFen: number, at: number, seq: number): Book {
  const claim = { number, seq, at };
  const { mode } = book.rules;
  if (mode === 'sealed') return { ...book, claims: [...book.claims, claim] };
  // Whoever came while another process still had an earlier one in hand is compared with him by the moment it entered.
  if (mode === 'posted')
    return { ...book, topFen: amountFen, claims: [...book.claims, claim], endsAt: Math.min(book.endsAt, at + 1) };
  const claims = amountFen === book.topFen ? [...book.claims, claim] : [claim];
  return extended({ ...book, topFen: amountFen, claims }, at);
}

function extended(book: Book, at: number): Book {
  const { windowSeconds, mostExtensions } = book.rules;
  const end = at + windowSeconds * 1000;
  if (end <= book.endsAt || (mostExtensions !== null && book.extensions >= mostExtensions)) return book;
  return { ...book, endsAt: end, extensions: book.extensions + 1 };
}

function withMaximum(book: Book, { number, amountFen }: Entry): Book {
  const own = { number: number as number, amountFen: amountFen as number, seq: book.seq + 1 };
  return { ...book, maxima: [...book.maxima.filter((each) => each.number !== number), own] };
}

/** Bids for whoever set a maximum, until the highest of them leads by one step over the next. */
function answered(decided: Decided, at: number): Decided {
  let { book } = decided;
  if (book.maxima.length === 0) return decided;
  const lines = [...decided.lines];
  const bidFor = (number: number, amountFen: number): void => {
    const seq = book.seq + 1;
    book = { ...leading(book, number, amountFen, at, seq), seq };
    lines.push(lineOf(book, { seq, kind: 'automatic', number, amountFen, at, outcome: 'accepted', reason: null }));
  };
  const { startFen, stepFen } = book.rules;
  const leader = leaderOf(book);
  const floor = book.topFen === null ? startFen - stepFen : book.topFen;
  const ranked = book.maxima
    .filter(({ number, amountFen }) => amountFen > floor || number === leader)
    .toSorted((one, other) => other.amountFen - one.amountFen || one.seq - other.seq);
  const [best, second] = ranked;
  if (!best || best.amountFen <= floor) return decided;
  if (best.number === leader && (!second || second.amountFen <= floor)) return decided;
  const rival = second && second.amountFen > floor ? second.amountFen : floor;
  const goal = Math.min(best.amountFen, rival + stepFen);
  // Who is outbid is seen to have bid, as far as he went.
  const reached = Math.min(rival, goal - stepFen);
  if (second && reached > floor) bidFor(second.number, reached);
  bidFor(best.number, goal);
  return { book, lines };
}
