import type { Actor, Mu } from '#kernel';
import type { Say } from '../lists/statement.js';

/** A kind of work that waits: which records, whose they are, and how they look in a row. SQL expressions on the tables of `from`. */
export interface WorkKind {
  /** The subject of its records. */
  readonly kind: string;
  /** What an officer calls it: 流转案件. */
  readonly label: string;
  readonly from: string;
  readonly id: string;
  readonly office: string;
  readonly where?: string;
  /** The column of the state, walked value by value under an index (state, office, due, id). */
  readonly state: string;
  /** When it is late; null if it has no end. */
  readonly due: string;
  readonly row: WorkColumns;
  /** States in which it waits for this person, by the posts alone; none if nothing of the kind is theirs to do. */
  statesFor(me: Actor): readonly string[];
  /** Which of those in such a state are theirs, where it depends on the person: what one asked for is another's to answer. */
  theirs?(me: Actor, say: Say): string;
  stateWord(state: string): { label: string; tone: string };
}

/** Where a row's values are. `at` is the path of its page. */
export interface WorkColumns {
  readonly at: string;
  readonly number: string;
  readonly place: string;
  readonly areaMu?: string;
  readonly party?: string;
  readonly counterparty?: string;
  readonly round?: string;
  /** Since when it waits in its state. */
  readonly since: string;
}

/** A piece of work in the desk's list, as data. */
export interface WorkLine {
  readonly kind: string;
  readonly id: string;
  readonly at: string;
  readonly number: string | null;
  readonly place: string;
  readonly areaMu: Mu | null;
  readonly party: string | null;
  readonly counterparty: string | null;
  readonly state: string;
  readonly round: number | null;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly officeCode: string;
  /** Who has it in hand. */
  readonly assigneeId: string | null;
  readonly assignee: string | null;
}

/** How much of a kind waits; from a hundred in one state on, at least that. */
export interface WorkCount {
  readonly kind: string;
  readonly waiting: number;
  readonly late: number;
  readonly today: number;
}
