import { type Actor, type Post, type RecordFacts, type WorkflowRecord, holds, posts, speaksFor } from '#kernel';
import { stepFaults, stepProblems } from '../step.problems.js';
import { type NamedRow, postsOf, stepsIn, stepsOf } from './act-rows.js';
import type { ActTable } from './act-table.js';

/** The table as it is for one record. */
export const tableFor = <Facts extends RecordFacts>(table: ActTable<Facts>, facts: Facts): ActTable<Facts> =>
  table.workflowOf ? { ...table, workflow: table.workflowOf(facts) } : table;

/** Whether a step of these posts is ever this person's, wherever the record stands. */
const mayEver = (able: readonly Post[], me: Actor): boolean =>
  holds(me, ...able) || able.includes('public') || (able.includes('applicant') && speaksFor(me) !== null);

/** Whoever can never take a step hears so before anything that was sent is looked at; who may not see the record, that. */
export async function refuseOthers<Facts extends RecordFacts>(
  { table, named }: { table: ActTable<Facts>; named: NamedRow<Facts> },
  me: Actor,
  read: () => Promise<Facts>,
): Promise<void> {
  if (named.help || (table.workflowOf === undefined && mayEver(postsOf(table, named), me))) return;
  const facts = await read();
  const actual = tableFor(table, facts);
  const able = postsOf(actual, named);
  // A record of a kind that has no such step says where it stands.
  const kind = actual.workflow?.kind;
  const foreign = kind !== undefined && kind !== (facts.record as Partial<WorkflowRecord>).kind;
  if (foreign || able.length === 0 || mayEver(able, me)) return;
  const label = stepsIn(actual.workflow).find((step) => stepsOf(named).includes(step.on))?.label ?? '';
  throw stepProblems.notYours({
    detail: stepFaults.byOthers(
      label,
      able.map((post) => posts[post].label),
    ),
  });
}
