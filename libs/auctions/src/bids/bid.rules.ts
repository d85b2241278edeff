/**
 * How bids are decided: pure, from the book of an auction and one entry to the next book and what is written down. The engine, the
 * model of the tests and the verifier of a replay pack run this very file, so it imports nothing.
 * Amounts are whole fen in the unit of the lot; moments are milliseconds of the exchange's one clock.
 */

/** What was announced with the lot and frozen when bidding was opened. */
export interface BidRules {
  /** `live` and `countdown`: open and ascending. `sealed`: one quote each. `posted`: the price stands, first come. */
  mode: 'live' | 'countdown' | 'sealed' | 'posted';
  startFen: number;
  stepFen: number;
  ceilingFen: number | null;
  /** A bid in the last so many seconds moves the end to its own moment and so many seconds. */
  windowSeconds: number;
  mostExtensions: number | null;
  /** The largest multiple of the step in one bid. */
  mostSteps: number | null;
}

/** Who may bid. `level`: the rank of his priority, 0 the first; null for none. */
export interface Bidder {
  number: number;
  level: number | null;
}

/** Somebody who stands at the price that leads. */
export interface Claim {
  number: number;
  seq: number;
  at: number;
}

/** 委托最高价: up to here the exchange bids for him. */
export interface Maximum {
  number: number;
  amountFen: number;
  seq: number;
}

export interface Pause {
  from: number;
  to: number | null;
}

/** An auction as far as bids ask: one value, replaced by each entry. */
export interface Book {
  readonly rules: BidRules;
  readonly bidders: ReadonlyMap<number, Bidder>;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly extensions: number;
  /** The last sequence number that was given. */
  readonly seq: number;
  readonly topFen: number | null;
  readonly claims: readonly Claim[];
  readonly maxima: readonly Maximum[];
  readonly pauses: readonly Pause[];
  readonly closedAt: number | null;
}

/** What reaches an auction: of bidders the first three; the rest is the exchange's own. */
export type EntryKind = 'bid' | 'maximum' | 'withdrawal' | 'suspension' | 'resumption' | 'outage' | 'closing';

export interface Entry {
  kind: EntryKind;
  /** The bidder's number; null for whoever was not admitted, and for what the exchange does. */
  number: number | null;
  /** Null where no amount could be read. */
  amountFen: number | null;
  /** When it entered the system (法释〔2016〕18号第二十条). */
  at: number;
  /** Of an outage and a resumption: until when the lot runs on. */
  until?: number;
}

export type Refusal =
  | 'not-admitted'
  | 'cannot-withdraw'
  | 'not-started'
  | 'ended'
  | 'suspended'
  | 'amount-unreadable'
  | 'already-quoted'
  | 'not-the-price'
  | 'below-start'
  | 'off-step'
  | 'above-ceiling'
  | 'own-top'
  | 'below-top'
  | 'equal-top'
  | 'too-many-steps'
  | 'no-maximum-here';

/** One line of the record: an entry as it was decided, or a bid that the exchange made for somebody. */
export interface Line {
  seq: number;
  kind: EntryKind | 'automatic';
  number: number | null;
  amountFen: number | null;
  at: number;
  outcome: 'accepted' | 'refused';
  reason: Refusal | null;
  endsAt: number;
  topFen: number | null;
  topNumber: number | null;
}

export interface Decided {
  book: Book;
  /** The entry first, then what the exchange bid for others because of it. */
  lines: Line[];
}

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
  if (book.closedAt !== null || at >= book.endsAt) return 'ended';
  if (book.pauses.some(({ from, to }) => at >= from && (to === null || at < to))) return 'suspended';
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
  if (leaderOf(book) === number || (amountFen === topFen && claims.some((claim) => claim.number === number)))
    return 'own-top';
  const steps = (amountFen - (topFen ?? rules.startFen)) / rules.stepFen;
  if (rules.mostSteps !== null && steps > rules.mostSteps) return 'too-many-steps';
  if (amountFen !== topFen) return null;
  if (amountFen === rules.ceilingFen) return null;
  return level !== null && level <= bestLevel(book) ? null : 'equal-top';
}

const none = Number.POSITIVE_INFINITY;
const levelOf = (book: Book, number: number): number => book.bidders.get(number)?.level ?? none;
const bestLevel = (book: Book): number => Math.min(none, ...book.claims.map(({ number }) => levelOf(book, number)));

/** Who leads: the best rank of priority at the highest price, and of equals the first (in a posted lot by the moment it entered). */
export function leaderOf(book: Book): number | null {
  if (book.rules.mode === 'sealed') return null;
  return firstOf(book, book.claims)?.number ?? null;
}

function firstOf(book: Book, claims: readonly Claim[]): Claim | undefined {
  if (claims.length < 2) return claims[0];
  const { mode } = book.rules;
  return claims.toSorted((one, other) =>
    mode === 'posted'
      ? one.at - other.at || one.seq - other.seq
      : compared(levelOf(book, one.number), levelOf(book, other.number)) || one.seq - other.seq,
  )[0];
}

/** Infinity minus infinity is no number. */
const compared = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

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

/** What came out: a winner, equal claims that a draw must part, or nobody. */
export type Result =
  { winner: number; priceFen: number } | { draw: number[]; priceFen: number } | { nobody: 'no-bid' | 'below-reserve' };

/** Of a sealed lot the quotes are opened first: `quotes` are the accepted amounts by number. */
export function resultOf(book: Book, reserveFen: number, quotes: ReadonlyMap<number, number> = new Map()): Result {
  const { mode } = book.rules;
  const priceFen = mode === 'sealed' ? Math.max(0, ...quotes.values()) : (book.topFen ?? 0);
  const claims = mode === 'sealed' ? book.claims.filter(({ number }) => quotes.get(number) === priceFen) : book.claims;
  const first = firstOf(book, claims);
  if (!first || priceFen === 0) return { nobody: 'no-bid' };
  // 拍卖法第五十条：最高应价未达到保留价的，该应价不发生效力。
  if (priceFen < reserveFen) return { nobody: 'below-reserve' };
  if (mode === 'posted') return { winner: first.number, priceFen };
  const level = levelOf(book, first.number);
  const equal = claims.filter(({ number }) => levelOf(book, number) === level).map(({ number }) => number);
  return equal.length === 1 ? { winner: first.number, priceFen } : { draw: equal.toSorted((a, b) => a - b), priceFen };
}

/** The bidders by what they bid, for a winner who defaults: the highest accepted amount, then rank, then who was first. */
export function ranking(
  bidders: ReadonlyMap<number, Bidder>,
  lines: readonly Pick<Line, 'seq' | 'kind' | 'number' | 'amountFen' | 'outcome'>[],
) {
  const best = new Map<number, { number: number; amountFen: number; seq: number }>();
  for (const { seq, kind, number, amountFen, outcome } of lines) {
    if (outcome !== 'accepted' || (kind !== 'bid' && kind !== 'automatic') || number === null || amountFen === null)
      continue;
    if (amountFen > (best.get(number)?.amountFen ?? 0)) best.set(number, { number, amountFen, seq });
  }
  const level = (number: number): number => bidders.get(number)?.level ?? none;
  return [...best.values()].toSorted(
    (one, other) =>
      other.amountFen - one.amountFen || compared(level(one.number), level(other.number)) || one.seq - other.seq,
  );
}
