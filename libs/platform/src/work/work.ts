import type { Actor } from '#kernel';
import type { Say } from '../lists/filter.js';

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
