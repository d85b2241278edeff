import {
  type Actor,
  type Blocker,
  type RecordFacts,
  type Rule,
  type Step,
  type Workflow,
  type WorkflowFacts,
  actorsOf,
  clockActor,
  origins,
  posts,
  reaches,
  speaksFor,
} from '#kernel';
import { isTagged } from './entity-tags.js';
import { requestContext } from './request-context.js';
import { stepFaults, stepProblems } from './step.problems.js';

// What stands between a person and a step, asked by the gate alone.

/** A step as a page offers it: pressed or, with reasons, not. */
export interface OpenStep {
  action: string;
  label: string;
  hint: string;
  tone: 'solid' | 'quiet' | 'grave';
  confirm: string | null;
  enabled: boolean;
  blockers: readonly Blocker[];
}

/** A step as it stands for this person. */
export function offered<Facts extends WorkflowFacts>(
  step: Step<string, string, Facts>,
  facts: Facts,
  actor: Actor,
  now: Date,
): OpenStep {
  const blockers = blockersOf(step, facts, actor, now);
  return {
    action: step.on,
    label: step.label,
    hint: step.hint ?? '',
    tone: step.tone ?? 'solid',
    confirm: step.confirm ?? null,
    enabled: blockers.length === 0,
    blockers,
  };
}

export function stepsFrom<S extends string, A extends string, F extends WorkflowFacts>(
  table: Workflow<S, A, F>,
  state: string,
): Step<S, A, F>[] {
  return table.steps.filter((step) => (origins(step) as readonly string[]).includes(state));
}

/** The step of that name from here, or the refusal that says what is open instead. */
export function findStep<S extends string, A extends string, F extends WorkflowFacts>(
  table: Workflow<S, A, F>,
  facts: F,
  action: A,
  actor: Actor,
  now: Date,
): Step<S, A, F> {
  const foreign = table.kind !== undefined && table.kind !== facts.record.kind;
  const here = foreign ? [] : stepsFrom(table, facts.record.state);
  const step = here.find((each) => each.on === action);
  if (step) return step;
  const open = here
    .filter((each) => mayTake(each, facts, actor) && blockersOf(each, facts, actor, now).length === 0)
    .map((each) => ({ action: each.on, label: each.label }));
  const label = table.states[facts.record.state as S]?.label ?? facts.record.state;
  throw stepProblems.notOpen({ detail: stepFaults.stands(label), open });
}

/** Refuses what was decided on an older revision; records that count none are at 0, as their forms say. */
export function checkRevision({ record }: RecordFacts): void {
  const seen = requestContext.getStore()?.ifMatch ?? null;
  if (seen !== null && !isTagged(seen, { id: record.id, revision: record.revision ?? 0 })) throw stepProblems.changed();
}

export function checkActor<F extends WorkflowFacts>(step: Step<string, string, F>, facts: F, actor: Actor): void {
  if (mayTake(step, facts, actor)) return;
  const wanted = actorsOf(step).map((post) => posts[post].label);
  throw stepProblems.notYours({ detail: stepFaults.byOthers(step.label, wanted) });
}

export function mayTake<F extends WorkflowFacts>(step: Step<string, string, F>, facts: F, actor: Actor): boolean {
  return actorsOf(step).some((post) => {
    if (post === 'clock') return actor === clockActor;
    if (post === 'public') return true;
    if (post === 'applicant') return speaksFor(actor) !== null && facts.belongsTo?.(actor) === true;
    return reaches(actor, facts.record.officeCode, post);
  });
}

export function blockersOf<F>(
  step: { needs?: readonly Rule<F>[] },
  facts: F,
  actor: Actor,
  now: Date,
): readonly Blocker[] {
  return (step.needs ?? []).flatMap((rule) => rule(facts, { now, actor }) ?? []);
}

/** Refuses with all that stands in the way at once. */
export function refuseBlocked(blockers: readonly Blocker[]): void {
  if (blockers.length > 0)
    throw stepProblems.blocked({ blockers, detail: blockers.map((each) => each.text).join('；') });
}
