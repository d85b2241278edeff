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
  problem,
  reaches,
  speaksFor,
} from '#kernel';
import { isTagged } from './entity-tags.js';
import { requestContext } from './request-context.js';

// What stands between a person and a step, asked by the gate alone.

export const stepProblems = {
  notOpen: problem('step-not-open', 409, '现在不能办这一步', '案件已经走到别的状态。刷新页面，看现在能办什么。'),
  notYours: problem('not-your-step', 403, '这一步不归您办', '办这一步的岗位，或者管这个地方的，不是您。'),
  blocked: problem('step-blocked', 409, '还有事没办完，这一步暂时不能办', '先办完列出来的每一件，再办这一步。'),
  changed: problem('changed-meanwhile', 412, '您看到的内容已经被别人改过', '刷新页面，看过新内容再办。'),
};

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
  const here = stepsFrom(table, facts.record.state);
  const step = here.find((each) => each.on === action);
  if (step) return step;
  const open = here
    .filter((each) => mayTake(each, facts, actor) && blockersOf(each, facts, actor, now).length === 0)
    .map((each) => ({ action: each.on, label: each.label }));
  const label = table.states[facts.record.state as S]?.label ?? facts.record.state;
  throw stepProblems.notOpen({ detail: `案件现在是“${label}”。`, open });
}

/** Refuses what was decided on an older revision; records that count none are at 0, as their forms say. */
export function checkRevision({ record }: RecordFacts): void {
  const seen = requestContext.getStore()?.ifMatch ?? null;
  if (seen !== null && !isTagged(seen, { id: record.id, revision: record.revision ?? 0 })) throw stepProblems.changed();
}

export function checkActor<F extends WorkflowFacts>(step: Step<string, string, F>, facts: F, actor: Actor): void {
  if (mayTake(step, facts, actor)) return;
  const wanted = actorsOf(step).map((post) => posts[post].label);
  throw stepProblems.notYours({ detail: `“${step.label}”由${wanted.join('、')}办。` });
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
