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
import type { Tx } from '../database.js';
import { Deadlines } from '../deadlines.js';
import { record } from '../history.js';
import { ParameterStore } from '../parameter-store.js';
import { blockersOf, checkActor, checkRevision, findStep, stepProblems } from '../step-rules.js';
import { lastly, soon } from '../transaction.js';
import type { Act, ActWords, BirthWords, Unborn } from './act.js';

/** What a step leaves in the history, and when it is taken. */
interface StepOptions extends ActWords {
  now: Date;
}

/** Looked at before the commit of every act that took a step: what must hold wherever a record now stands, whichever way it came. */
export type Following = (act: Act, facts: WorkflowFacts, reason: string) => Promise<void>;

/** The only code that changes a state. It is asked through an act alone (`Act.take`, `Act.open`), nowhere else in the product. */
@Injectable()
export class StepGate {
  private readonly followings = new Map<string, Following>();

  constructor(
    private readonly deadlines: Deadlines,
    private readonly parameters: ParameterStore,
  ) {}

  /** The lib whose record it is says what follows from its steps, when its module starts. */
  follow<Facts extends WorkflowFacts>(
    { subject }: Workflow<string, string, Facts>,
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
    const first = { state: table.first, stateSince: now, dueAt: null, revision: 1 };
    const row = tx.create(entity, { id: randomUUID(), ...fields, ...first } as unknown as DeepPartial<Row>);
    const any = table as unknown as AnyWorkflow;
    if (clock) row.dueAt = await this.startClock(tx, any, row, table.first, words);
    await tx.insert(entity, row as never);
    const line = { subject: table.subject, subjectId: row.id, officeCode: row.officeCode };
    await record(tx, { ...line, action, label, toState: row.state, remark, detail }, actor, now);
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
    if (to !== from) {
      soon(tx, this.deadlines.stop(tx, table.subject, row.id, options.now, `state:${from}`));
      row.dueAt = await this.startClock(tx, table, row, to, options);
      row.state = to;
      row.stateSince = options.now;
    }
    row.revision += 1;
    const moved = tx.query(
      `UPDATE "${table.subject}" SET state = $2, state_since = $3, due_at = $4, revision = $5 WHERE id = $1`,
      [row.id, row.state, row.stateSince, row.dueAt, row.revision],
    );
    soon(tx, moved);
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
    row: WorkflowRecord,
    to: string,
    options: { now: Date; startDay?: Day },
  ): Promise<Date | null> {
    const state = table.states[to];
    const limit = state?.within ?? state?.lasts;
    if (!state || limit === undefined) return null;
    const parameters = await this.parameters.at(tx, row.rulesDay as Day);
    const workingDays = (parameters as unknown as Record<string, unknown>)[limit];
    if (typeof workingDays !== 'number') throw new TypeError(`${table.subject}: ${limit} is not a number of days.`);
    return this.deadlines.start(
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
  }
}
