/** Amounts are whole fen in the unit of the lot; moments are milliseconds of the exchange's one clock. */

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
export type EntryKind =
  'bid' | 'maximum' | 'withdrawal' | 'suspension' | 'resumption' | 'outage' | 'rescheduling' | 'closing';

export interface Entry {
  kind: EntryKind;
  /** The bidder's number; null for whoever was not admitted, and for what the exchange does. */
  number: number | null;
  /** Null where no amount could be read. */
  amountFen: number | null;
  /** When it entered the system (法释〔2016〕18号第二十条). */
  at: number;
  /** Of an outage, a resumption and another start: when the lot ends now. */
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
