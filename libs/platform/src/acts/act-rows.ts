import {
  type Actor,
  type AnyWorkflow,
  type Post,
  type RecordFacts,
  type Step,
  type WorkflowFacts,
  actorsOf,
  origins,
} from '#kernel';
import type { ActPath, ActTable, HelpRow, StepRow } from './act-table.js';

/** Whether this reader finds a help on the page of its record. */
export const isOffered = <Facts extends RecordFacts>(
  { when }: HelpRow<string, Facts, object>,
  facts: Facts,
  me: Actor,
  now: Date,
): boolean => when?.(facts, me, now) ?? true;

/** The name of the method that does an act. */
export const methodOf = (action: string): string =>
  action.replace(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** One row by its key, whether it moves a state or not. */
export interface NamedRow<Facts extends RecordFacts> {
  action: string;
  row: StepRow<string, Facts, object>;
  /** The help's own row, or null where the workflow speaks. */
  help: HelpRow<string, Facts, object> | null;
}

export function rowsOf<Facts extends RecordFacts>(table: ActTable<Facts>): NamedRow<Facts>[] {
  return [
    ...Object.entries(table.steps).map(([action, row]) => ({ action, row, help: null })),
    ...Object.entries(table.helps).map(([action, row]) => ({ action, row, help: row })),
  ];
}

/** The steps that an act takes, or one of them; none where it moves no state. */
export function stepsOf<Facts extends RecordFacts>({ action, row, help }: NamedRow<Facts>): readonly string[] {
  if (help) return [];
  return row.takes ?? [action];
}

/** Of the steps an act may take, the one that is open in this state; the first if none is. */
export function stepHere<Facts extends RecordFacts>(
  { workflow }: ActTable<Facts>,
  named: NamedRow<Facts>,
  { record }: WorkflowFacts,
): string {
  const taken = stepsOf(named);
  const open = taken.find((on) =>
    stepsIn(workflow).some((step) => step.on === on && origins(step).includes(record.state)),
  );
  return open ?? taken[0] ?? named.action;
}

/** Words of a row that stand instead of its step's. */
export function ownWords<Facts>(
  { label, hint }: StepRow<string, Facts, object>,
  facts: Facts,
): { label?: string; hint?: string } {
  return {
    ...(label !== undefined && { label: wordsIn(label, facts) }),
    ...(hint !== undefined && { hint: wordsIn(hint, facts) }),
  };
}

/** The posts that may do an act in whatever state. */
export function postsOf<Facts extends RecordFacts>(table: ActTable<Facts>, named: NamedRow<Facts>): readonly Post[] {
  if (named.help) return named.help.posts ?? table.readers ?? [];
  const taken = stepsOf(named);
  return [
    ...new Set(
      stepsIn(table.workflow)
        .filter((step) => taken.includes(step.on))
        .flatMap(actorsOf),
    ),
  ];
}

/** The steps of a table's workflow; none where it has none. */
export const stepsIn = (workflow: AnyWorkflow | null): readonly Step[] => workflow?.steps ?? [];

/** The noun of an act with its own parts filled in. */
export const nounAt = (noun: string, at: ActPath): string =>
  noun.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(at[part] ?? ''));

/** Where an act is done, by POST. */
export const addressOf = <Facts extends RecordFacts>(
  { things, named }: ActTable<Facts>,
  id: string,
  noun: string,
  at: ActPath = {},
): string => `/${[things, ...(named === null ? [] : [id]), nounAt(noun, at)].filter((part) => part !== '').join('/')}`;

/** Where an act is asked for, by GET: a noun that lists what is there already has its form at `new`. */
export const askedAt = ({ noun, listed }: { noun: string; listed?: true }): string =>
  noun === '' || listed === true ? [noun, 'new'].filter((part) => part !== '').join('/') : noun;

/** Words that may depend on the record. */
export function wordsIn<Facts>(words: string | ((facts: Facts) => string), facts: Facts): string {
  return typeof words === 'string' ? words : words(facts);
}

/** What an act is called whatever the record; empty where that depends on it. */
export function calledIn<Facts extends RecordFacts>(table: ActTable<Facts>, named: NamedRow<Facts>): string {
  const { label } = named.row;
  if (label !== undefined) return typeof label === 'string' ? label : '';
  const taken = stepsOf(named);
  const labels = stepsIn(table.workflow).flatMap((step) => (taken.includes(step.on) ? [step.label] : []));
  return [...new Set(labels)].join('、');
}
