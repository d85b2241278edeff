import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AnyWorkflow,
  type Blocker,
  type Day,
  type Rule,
  type Step,
  type Workflow,
  type WorkflowFacts,
  actorsOf,
  clockActor,
  dayOf,
  origins,
  posts,
  problem,
  speaksFor,
  reaches,
} from '#kernel';
import type { Tx } from './database.js';
import { Deadlines } from './deadlines.js';
import { record } from './history.js';
import { ParameterStore } from './parameter-store.js';
import { Act, type ActWords, type Gate } from './acts/act.js';
import { requestContext } from './request-context.js';

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

/** What a step leaves in the history, and when it is taken. */
export interface StepOptions extends ActWords {
  now: Date;
}

/** The gate: the only code that changes a state. */
@Injectable()
export class Steps implements Gate {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly parameters: ParameterStore,
  ) {}

  /** An act within a transaction that is open already; elsewhere `Acts.begin` opens it. */
  begin(tx: Tx, actor: Actor, now: Date): Act {
    return new Act(tx, actor, now, this);
  }

  /**
   * Takes a step on a locked record: finds it or refuses `step-not-open`; checks the post and that its office covers the
   * record, or refuses `not-your-step`; collects all blockers or passes; sets state, clock and history.
   */
  async take<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    tx: Tx,
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    action: NoInfer<Action>,
    actor: Actor,
    options: StepOptions,
  ): Promise<void> {
    const step = findStep(table, facts, action, actor, options.now);
    checkRevision(facts);
    checkActor(step, facts, actor);
    const blockers = blockersOf(step, facts, actor, options.now);
    if (blockers.length > 0)
      throw stepProblems.blocked({ blockers, detail: blockers.map((each) => each.text).join('；') });
    await this.move(tx, table as unknown as AnyWorkflow, facts, step, actor, options);
  }

  /** The steps this person has here, each with what stands in its way. */
  open<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    actor: Actor,
    now: Date,
  ): OpenStep[] {
    return stepsFrom(table, facts.record.state)
      .filter((step) => mayTake(step, facts, actor) && !actorsOf(step).includes('clock'))
      .map((step) => offered(step, facts, actor, now));
  }

  /**
   * One step as it stands for this person, whether it can be taken or not; refuses `step-not-open` and `not-your-step` as
   * taking it would.
   */
  stepFor<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    action: Action,
    actor: Actor,
    now: Date,
  ): OpenStep {
    const step = findStep(table, facts, action, actor, now);
    checkActor(step, facts, actor);
    return offered(step, facts, actor, now);
  }

  private async move(
    tx: Tx,
    table: AnyWorkflow,
    facts: WorkflowFacts,
    step: Step<string, string, never>,
    actor: Actor,
    options: StepOptions,
  ): Promise<void> {
    const { record: row } = facts;
    const from = row.state;
    const to = step.to === 'same' ? from : step.to === 'before' ? (options.before ?? from) : step.to;
    if (to !== from) {
      await this.deadlines.stop(tx, table.subject, row.id, options.now, `state:${from}`);
      row.dueAt = await this.startClock(tx, table, row, to, options);
      row.state = to;
      row.stateSince = options.now;
    }
    row.revision += 1;
    await tx.query(
      `UPDATE "${table.subject}" SET state = $2, state_since = $3, due_at = $4, revision = $5 WHERE id = $1`,
      [row.id, row.state, row.stateSince, row.dueAt, row.revision],
    );
    const act = {
      subject: table.subject,
      subjectId: row.id,
      action: step.on,
      label: step.label,
      officeCode: row.officeCode,
    };
    const told = { fromState: from, toState: to, remark: options.remark ?? null, detail: options.detail ?? {} };
    await record(tx, { ...act, ...told }, actor, options.now);
  }

  private async startClock(
    tx: Tx,
    table: AnyWorkflow,
    row: WorkflowFacts['record'],
    to: string,
    options: StepOptions,
  ): Promise<Date | null> {
    const state = table.states[to];
    const limit = state?.within ?? state?.lasts;
    if (!state || limit === undefined) return null;
    const parameters = await this.parameters.at(tx, row.rulesDay as Day);
    const workingDays = (parameters as unknown as Record<string, unknown>)[limit];
    if (typeof workingDays !== 'number') throw new TypeError(`${table.subject}: ${limit} is not a number of days.`);
    const deadline = await this.deadlines.set(
      tx,
      {
        subject: table.subject,
        subjectId: row.id,
        kind: `state:${to}`,
        label: state.label,
        basis: state.basis ?? '',
        start: options.startDay ?? dayOf(options.now),
        workingDays,
        untilClose: state.untilClose ?? false,
        officeCode: row.officeCode,
        column: { table: table.subject, name: 'due_at' },
      },
      options.now,
    );
    return deadline.dueAt;
  }
}

function offered<Facts extends WorkflowFacts>(
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

function stepsFrom<S extends string, A extends string, F extends WorkflowFacts>(
  table: Workflow<S, A, F>,
  state: string,
): Step<S, A, F>[] {
  return table.steps.filter((step) => (origins(step) as readonly string[]).includes(state));
}

function findStep<S extends string, A extends string, F extends WorkflowFacts>(
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

function checkRevision(facts: WorkflowFacts): void {
  const seen = requestContext.getStore()?.ifMatch ?? null;
  if (seen !== null && seen !== facts.record.revision) throw stepProblems.changed();
}

function checkActor<F extends WorkflowFacts>(step: Step<string, string, F>, facts: F, actor: Actor): void {
  if (mayTake(step, facts, actor)) return;
  const wanted = actorsOf(step).map((post) => posts[post].label);
  throw stepProblems.notYours({ detail: `“${step.label}”由${wanted.join('、')}办。` });
}

function mayTake<F extends WorkflowFacts>(step: Step<string, string, F>, facts: F, actor: Actor): boolean {
  return actorsOf(step).some((post) => {
    if (post === 'clock') return actor === clockActor;
    if (post === 'public') return true;
    if (post === 'applicant') return speaksFor(actor) !== null && facts.belongsTo?.(actor) === true;
    return reaches(actor, facts.record.officeCode, post);
  });
}

function blockersOf<F extends WorkflowFacts>(
  step: { needs?: readonly Rule<F>[] },
  facts: F,
  actor: Actor,
  now: Date,
): readonly Blocker[] {
  return (step.needs ?? []).flatMap((rule) => rule(facts, { now, actor }) ?? []);
}
