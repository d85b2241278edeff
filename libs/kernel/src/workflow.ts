import type { Blocker } from './blocker.js';
import type { Actor, Post } from './post.js';

/** The columns that every record with a workflow has. */
export interface WorkflowRecord {
  id: string;
  state: string;
  stateSince: Date;
  /** The moment from which this state should be over; null where no clock runs. */
  dueAt: Date | null;
  /** Today's office; a merger of divisions rewrites it. */
  officeCode: string;
  /** Grows by one with each step; the page's ETag. */
  revision: number;
  /** The day whose parameters govern this case: a case keeps the rules it started under. */
  rulesDay: string;
  /** Which of the kinds of its table it is, where a table has several. */
  kind?: string;
}

/** What is known of a record, with a workflow or without. */
export interface RecordFacts {
  record: { id: string; revision?: number };
}

/** What the rules of a workflow are asked about: the record and the few counts they need. */
export interface WorkflowFacts extends RecordFacts {
  record: WorkflowRecord;
  /** Whether a party (or the clerk assisting it) may act in this record as its applicant. */
  belongsTo?: (actor: Actor) => boolean;
}

/** Pure: from the facts of a case to the blockers, or nothing. */
export type Rule<Facts> = (
  facts: Facts,
  moment: { now: Date; actor: Actor },
) => Blocker | readonly Blocker[] | undefined;

/** A state. `within` and `lasts` name a parameter that counts working days. */
export interface State<Phase extends string = string> {
  label: string;
  /** The stretch of the way it belongs to; whoever asks about several states asks for their phase. */
  phase?: Phase;
  /** Working days the office has; past it the record is overdue, never approved by silence. */
  within?: string;
  /** Working days it runs; then the clock takes its step. */
  lasts?: string;
  /** The lib sets the last day itself, by the term or for a claimant; then the clock takes its step. */
  timed?: true;
  /** The article or rule that sets the limit; printed under "why is this the last day?". */
  basis?: string;
  /** Ends at close of business of the last day instead of midnight (民法典第203条). */
  untilClose?: true;
  end?: true;
  tone?: 'go' | 'wait' | 'act' | 'stop' | 'info';
}

/** A row of the table: from, on, to, by, needs. */
export interface Step<StateName extends string = string, Action extends string = string, Facts = never> {
  from: StateName | readonly StateName[];
  on: Action;
  to: StateName | 'same' | 'before';
  by: Post | readonly Post[];
  label: string;
  needs?: readonly Rule<Facts>[];
  /** Shown under the button. */
  hint?: string;
  tone?: 'solid' | 'quiet' | 'grave';
  /** A question asked before what cannot be undone. */
  confirm?: string;
  /** Taken when it comes to it; the record does not wait for it, so it makes nothing a desk's daily work. */
  aside?: true;
  /** Takes the record back or ends it without success; a timeline draws it so, and no way leads on over it. */
  back?: true;
}

/** A checked table of states and steps. */
export interface Workflow<
  StateName extends string,
  Action extends string,
  Facts extends WorkflowFacts,
  Phase extends string = string,
> {
  subject: string;
  /** The one kind of record it is for, where the records of a table go different ways. */
  kind?: string;
  label: string;
  states: Readonly<Record<StateName, State<Phase>>>;
  steps: readonly Step<StateName, Action, Facts>[];
  first: StateName;
}

export type AnyWorkflow = Workflow<string, string, any>; // oxlint-disable-line typescript/no-explicit-any

/**
 * Declares a workflow and checks it at load: every state is reachable from the first, every state but an `end` has a way out,
 * every state that lasts or is timed has a step by the clock, and either every state has a phase or none. A misspelt state, action,
 * phase or post does not compile.
 * `subject` is also the name of the table that holds the record; where that holds several kinds with ways of their own, `kind`
 * says whose this one is, and it is known by that name.
 */
export function workflow<
  const StateName extends string,
  const Action extends string,
  Facts extends WorkflowFacts,
  const Phase extends string = never,
>(
  subject: string,
  table: {
    kind?: string;
    label: string;
    states: Readonly<Record<StateName, State<Phase>>>;
    steps: readonly Step<NoInfer<StateName>, Action, Facts>[];
  },
): Workflow<StateName, Action, Facts, Phase> {
  const names = Object.keys(table.states) as StateName[];
  const first = names[0];
  if (first === undefined) throw new TypeError(`Workflow ${subject} has no state.`);
  const { label, states, steps, kind } = table;
  const made = { subject, label, states, steps, first, ...(kind !== undefined && { kind }) };
  check(made as unknown as AnyWorkflow);
  declared.set(kind ?? subject, made as unknown as AnyWorkflow);
  return made;
}

const declared = new Map<string, AnyWorkflow>();

/** The workflow of a subject or of one kind, if one has been declared. */
export const workflowOf = (name: string): AnyWorkflow | undefined => declared.get(name);

/** The states a step starts from, always as a list. */
export function origins<StateName extends string>(step: {
  from: StateName | readonly StateName[];
}): readonly StateName[] {
  return typeof step.from === 'string' ? [step.from] : step.from;
}

/** The posts that may take a step, always as a list. */
export function actorsOf(step: { by: Post | readonly Post[] }): readonly Post[] {
  return typeof step.by === 'string' ? [step.by] : step.by;
}

function check(table: AnyWorkflow): void {
  const names = Object.keys(table.states);
  const reached = new Set([table.first]);
  for (let grown = true; grown;) {
    grown = false;
    for (const step of table.steps) {
      const starts = origins(step).some((name) => reached.has(name));
      if (starts && step.to !== 'same' && step.to !== 'before' && !reached.has(step.to))
        grown = Boolean(reached.add(step.to));
    }
  }
  for (const name of names) {
    const state = table.states[name];
    const leaving = table.steps.filter((step) => origins(step).includes(name));
    if (!reached.has(name)) throw new TypeError(`${table.subject}: state ${name} cannot be reached.`);
    if (!state?.end && leaving.every((step) => step.to === 'same')) {
      throw new TypeError(`${table.subject}: state ${name} has no way out.`);
    }
    if ((state?.lasts || state?.timed) && !leaving.some((step) => actorsOf(step).includes('clock'))) {
      throw new TypeError(`${table.subject}: state ${name} lasts but no step by the clock ends it.`);
    }
    if ((state?.phase === undefined) !== (table.states[table.first]?.phase === undefined)) {
      throw new TypeError(`${table.subject}: state ${name} and state ${table.first} do not both have a phase.`);
    }
  }
  const seen = new Set<string>();
  for (const step of table.steps) {
    for (const from of origins(step)) {
      const key = `${from}/${step.on}`;
      if (seen.has(key)) throw new TypeError(`${table.subject}: ${key} is in the table twice.`);
      seen.add(key);
    }
  }
}
