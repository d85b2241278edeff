import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeepPartial, EntityTarget } from 'typeorm';
import {
  type Actor,
  type AnyWorkflow,
  type Day,
  type Step,
  type Workflow,
  type WorkflowFacts,
  type WorkflowRecord,
  dayOf,
} from '#kernel';
import { Deadlines, stopped } from '../deadlines.js';
import { lineOf } from '../history.js';
import { ParameterStore } from '../parameter-store.js';
import { stepProblems } from '../step.problems.js';
import { blockersOf, checkActor, checkRevision, findStep } from '../step-rules.js';
import { lastly, type Tx } from '../transaction.js';
import { type Writing, writeAtOnce } from '../writing.js';
import type { Act, ActWords, BirthWords, Gate, Unborn } from '../act.js';

/** What a step leaves in the history, and when it is taken. */
interface StepOptions extends ActWords {
  now: Date;
}

interface StateClock {
  dueAt: Date | null;
  written: readonly Writing[];
}

const none: StateClock = { dueAt: null, written: [] };

/** Looked at before the commit of every act that took a step: what must hold wherever a record now stands, whichever way it came. */
export type Following = (act: Act, facts: WorkflowFacts, reason: string) => Promise<void>;

/** The only code that changes a state. It is asked through an act alone (`Act.take`, `Act.open`), nowhere else in the product. */
@Injectable()
export class StepGate implements Gate {
  private readonly followings = new Map<string, Following>();

  constructor(
    private readonly deadlines: Deadlines,
    private readonly parameters: ParameterStore,
  ) {}

  /** The lib whose record it is says what follows from its steps, when its module starts. */
  follow<Facts extends WorkflowFacts>(
    { subject }: Pick<Workflow<string, string, Facts>, 'subject'>,
    following: (act: Act, facts: Facts, reason: string) => Promise<void>,
  ): void {
    this.followings.set(subject, following as Following);
  }

  /**
   * Takes a step on a locked record: finds it or refuses `step-not-open`; checks the post and that its office covers the
   * record, or refuses `not-your-step`; collects all blockers or passes; sets state, clock and history.
   */
  async take<StateName extends string, Action extends string, Facts extends WorkflowFacts>(
    act: Act,
    table: Workflow<StateName, Action, Facts>,
    facts: Facts,
    action: NoInfer<Action>,
    options: StepOptions,
  ): Promise<void> {
    const { tx, actor } = act;
    const step = findStep(table, facts, action, actor, options.now);
    checkRevision(facts);
    checkActor(step, facts, actor);
    const blockers = blockersOf(step, facts, actor, options.now);
    if (blockers.length > 0)
      throw stepProblems.blocked({ blockers, detail: blockers.map((each) => each.text).join('；') });
    await this.move(tx, table as unknown as AnyWorkflow, facts, step, actor, options);
    const following = this.followings.get(table.subject);
    if (following) lastly(tx, () => following(act, facts, options.remark ?? step.label));
  }

  /** Opens a record, as `Act.open` says. */
  async born<StateName extends string, Action extends string, Facts extends WorkflowFacts, Row extends WorkflowRecord>(
    tx: Tx,
    table: Workflow<StateName, Action, Facts>,
    entity: EntityTarget<Row>,
    fields: Unborn<Row>,
    actor: Actor,
    words: BirthWords & { now: Date },
  ): Promise<Row> {
    const { action, label, remark = null, detail = {}, clock = true, now } = words;
    const born = { state: table.first, stateSince: now, dueAt: null, revision: 1 };
    const row = tx.create(entity, { id: randomUUID(), ...fields, ...born } as unknown as DeepPartial<Row>);
    const any = table as unknown as AnyWorkflow;
    const first = clock ? await this.clockOf(tx, any, row, table.first, words) : none;
    row.dueAt = first.dueAt;
    await tx.insert(entity, row as never);
    const line = { subject: table.subject, subjectId: row.id, officeCode: row.officeCode };
    const told = { ...line, action, label, toState: row.state, remark, detail };
    writeAtOnce(tx, ...first.written, lineOf(told, actor, now));
    return row;
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
    const clocks: Writing[] = [];
    if (to !== from) {
      const next = await this.clockOf(tx, table, row, to, options);
      clocks.push(stopped(table.subject, row.id, options.now, `state:${from}`), ...next.written);
      row.dueAt = next.dueAt;
      row.state = to;
      row.stateSince = options.now;
    }
    row.revision += 1;
    const moved = {
      text: `UPDATE "${table.subject}" SET state = $2, state_since = $3, due_at = $4, revision = $5 WHERE id = $1`,
      values: [row.id, row.state, row.stateSince, row.dueAt, row.revision],
    };
    const act = {
      subject: table.subject,
      subjectId: row.id,
      action: step.on,
      label: step.label,
      officeCode: row.officeCode,
    };
    const told = { fromState: from, toState: to, remark: options.remark ?? null, detail: options.detail ?? {} };
    writeAtOnce(tx, ...clocks, moved, lineOf({ ...act, ...told }, actor, options.now));
  }

  /** The clock of a state, if it has one: when it is over, and what is written of it. */
  private async clockOf(
    tx: Tx,
    table: AnyWorkflow,
    row: WorkflowRecord,
    to: string,
    options: Pick<ActWords, 'startDay' | 'limit'> & { now: Date },
  ): Promise<StateClock> {
    const state = table.states[to];
    const limit = options.limit?.parameter ?? state?.within ?? state?.lasts;
    if (!state || limit === undefined) return none;
    const parameters = await this.parameters.at(tx, row.rulesDay as Day);
    const workingDays = (parameters as unknown as Record<string, unknown>)[limit];
    if (typeof workingDays !== 'number') throw new TypeError(`${table.subject}: ${limit} is not a number of days.`);
    const { dueAt, clock } = await this.deadlines.reckoned(
      tx,
      {
        subject: table.subject,
        subjectId: row.id,
        kind: `state:${to}`,
        label: state.label,
        basis: options.limit?.basis ?? state.basis ?? '',
        start: options.startDay ?? dayOf(options.now),
        workingDays,
        untilClose: state.untilClose ?? false,
        officeCode: row.officeCode,
        column: { table: table.subject, name: 'due_at' },
      },
      options.now,
    );
    return { dueAt, written: [clock] };
  }
}
