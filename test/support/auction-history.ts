/**
 * What clients of an auction asked and heard, and the two things that must hold of it: an order that one clerk with one book could have
 * worked off (for `judge`), and what the sequence numbers themselves witness. Imports no code, so that a script loads it as it stands.
 */
import type { Operation, Sequential } from './linearisable.js';

/** What bidding is checked against. */
export interface Terms {
  startFen: number;
  stepFen: number;
  windowMs: number;
  /** The rank of who has priority, 1 before 2; others are not in it. */
  ranks?: Readonly<Record<string, number>>;
}

/** An attempt as its receipt says; times in milliseconds. */
export interface Told {
  seq: number;
  /** `automatic`: the exchange bid for somebody. Whatever else is no bid, the exchange did by itself: a closing, an outage. */
  kind?: string;
  number: string;
  amountFen: number;
  enteredAt: number;
  errorMs: number;
  outcome: 'accepted' | 'refused';
  reason: string | null;
  endsAt: number;
  topFen: number | null;
  topNumber: string | null;
}

/** The state as a page says it. */
export interface Seen {
  seq: number;
  topFen: number | null;
  topNumber: string | null;
  endsAt: number;
  now: number;
  open: boolean;
}

export type Asked =
  | { kind: 'bid'; number: string; amountFen: number }
  | { kind: 'read' }
  /** The rule of outages moved the end: nobody asked for it, but it happened once between two moments. */
  | { kind: 'prolonged' };
export type Heard = Told | Seen | { endsAt: number };
export type Recorded = Operation<Asked, Heard>;

export interface Standing {
  topFen: number | null;
  topNumber: string | null;
  endsAt: number;
}

/** What must be true of the state for a bid to be refused so; a reason that is not here fits no state. */
type Reasons = Readonly<Record<string, (state: Standing, bid: Told, terms: Terms) => boolean>>;

/** May this be bid now: a whole number of steps above the top, or the top itself by somebody of better rank than who leads. */
export function fits(
  state: Standing,
  { number, amountFen }: Pick<Told, 'number' | 'amountFen'>,
  terms: Terms,
): boolean {
  const { topFen, topNumber } = state;
  if ((amountFen - terms.startFen) % terms.stepFen !== 0) return false;
  if (topFen === null) return amountFen >= terms.startFen;
  if (number === topNumber) return false;
  const [mine, theirs] = [terms.ranks?.[number] ?? Infinity, terms.ranks?.[topNumber ?? ''] ?? Infinity];
  return amountFen >= topFen + terms.stepFen || (amountFen === topFen && mine < theirs);
}

/** A sequential auction as clients see it: bids that were accepted move it, everything else only looks. */
export function auctionOf(terms: Terms, endsAt: number, reasons: Reasons): Sequential<Standing, Asked, Heard> {
  const agree = (one: Standing, other: Standing): boolean =>
    one.topFen === other.topFen && one.topNumber === other.topNumber && one.endsAt === other.endsAt;
  return {
    initial: { topFen: null, topNumber: null, endsAt },
    key: (state) => `${state.topFen}/${state.topNumber}/${state.endsAt}`,
    readOnly: (asked, answer) =>
      asked.kind === 'read' || (asked.kind === 'bid' && answer !== undefined && (answer as Told).outcome === 'refused'),
    step(state, asked, answer) {
      if (asked.kind === 'prolonged') {
        const later = answer?.endsAt ?? 0;
        return later > state.endsAt ? { ...state, endsAt: later } : null;
      }
      if (asked.kind === 'read') {
        const seen = answer as Seen;
        return agree(state, seen) && seen.open === seen.now < state.endsAt ? state : null;
      }
      if (answer === undefined) return fits(state, asked, terms) ? raised(state, asked, state.endsAt) : null;
      const told = answer as Told;
      if (told.outcome === 'refused')
        return agree(state, told) && reasons[told.reason ?? '']?.(state, told, terms) === true ? state : null;
      if (!fits(state, asked, terms) || told.enteredAt >= state.endsAt) return null;
      const next = raised(state, asked, Math.max(state.endsAt, told.enteredAt + terms.windowMs));
      return agree(next, told) ? next : null;
    },
  };
}

const raised = (
  state: Standing,
  { number, amountFen }: { number: string; amountFen: number },
  endsAt: number,
): Standing => ({
  ...state,
  ...{ topFen: amountFen, topNumber: number, endsAt },
});
