import type { Actor, AnyWorkflow, Post, RecordFacts, Workflow, WorkflowFacts } from '#kernel';
import type { Value } from '../views/values.js';
import { rowsOf, stepsIn } from './act-rows.js';
import type { ActHead, ActTable, HelpRow, StepRow } from './act-table.js';

/**
 * Declares the acts of a record, one row each. The compiler checks that the service named has a method of the act's name
 * which takes what the row asks for.
 */
export function actTable<
  StateName extends string,
  Action extends string,
  Facts extends WorkflowFacts,
  Steps extends Record<string, unknown>,
  Helps extends Record<string, unknown>,
>(
  things: string,
  workflow: Workflow<StateName, Action, Facts>,
  rows: {
    readers?: readonly Post[];
    workflowOf?: (facts: Facts) => AnyWorkflow;
    gives?: Value<unknown>;
    head: (facts: Facts, me: Actor) => ActHead;
    steps: { [Key in keyof Steps]: StepRow<Key & string, Facts, Steps[Key], Action> } & Unnamed<keyof Steps, Action>;
    helps?: { [Key in keyof Helps]: HelpRow<Key & string, Facts, Helps[Key]> };
  },
): ActTable<Facts> {
  return declare({ things, subject: workflow.subject, workflow, ...rows, helps: rows.helps ?? {} });
}

/** The same for a record without states: nothing but what is brought to it or written beside it. */
export function recordActs<Facts extends RecordFacts, Helps extends Record<string, unknown>>(
  things: string,
  subject: string,
  rows: {
    named?: string | null;
    readers?: readonly Post[];
    gives?: Value<unknown>;
    head: (facts: Facts, me: Actor) => ActHead;
    helps: { [Key in keyof Helps]: HelpRow<Key & string, Facts, Helps[Key]> };
  },
): ActTable<Facts> {
  return declare({ things, subject, workflow: null, ...rows, steps: {} });
}

function declare<Facts extends RecordFacts>(rows: object): ActTable<Facts> {
  const table = rows as ActTable<Facts>;
  check(table);
  declared.push(table as unknown as ActTable<RecordFacts>);
  return table;
}

/** Rows that have not the name of a step say which steps they take. */
type Unnamed<Keys extends PropertyKey, Action> = { [Key in Exclude<Keys, Action>]: { takes: readonly Action[] } };

const declared: ActTable<RecordFacts>[] = [];

/** Every table of acts that this process can do. */
export function declaredActs(): readonly ActTable<RecordFacts>[] {
  return declared;
}

/** The tables of one kind of record: a lib above may add acts to it, as certificates do to transfers. */
export function tablesOf<Facts extends RecordFacts>({ things, named }: ActTable<Facts>): readonly ActTable<Facts>[] {
  const same = declared.filter((table) => table.things === things && table.named === named);
  return same as unknown as readonly ActTable<Facts>[];
}

/** No address is used twice, and what is a step stands among the steps. */
function check<Facts extends RecordFacts>(table: ActTable<Facts>): void {
  const nouns = new Set<string>();
  for (const { action, row } of rowsOf(table)) {
    if (nouns.has(row.noun)) throw new TypeError(`${table.things}: ${row.noun} is the address of two acts.`);
    nouns.add(row.noun);
    const taken = action in table.steps ? (table.steps[action]?.takes ?? [action]) : [];
    if (row.many && (row.asks || row.fresh || row.public || row.noun.includes(':')))
      throw new TypeError(`${table.things}: ${action} is not pressed as it is, so not on many.`);
    const unknown = taken.filter((name) => !stepsIn(table.workflow).some((step) => step.on === name));
    if (unknown.length > 0) throw new TypeError(`${table.things}: ${unknown.join()} is no step of the workflow.`);
    if (action in table.helps && stepsIn(table.workflow).some((step) => step.on === action))
      throw new TypeError(`${table.things}: ${action} is a step of the workflow.`);
  }
}
