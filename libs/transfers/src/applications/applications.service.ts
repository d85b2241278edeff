import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type DivisionCode, dayOf, inPhase } from '#kernel';
import { type Act, actWithin, Database, Steps, type Tx, record } from '#platform';
import { CasePapers } from '../papers/case-papers.service.js';
import { CaseFacts } from '../facts/case-facts.service.js';
import { ApplicationDesk, type ComposedParcel, writeParcels } from './application-desk.service.js';
import { followCode } from '../follow/follow-code.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ApplicationInput } from '../transfer.input.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** Applying: drafted, handed in, corrected. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly desk: ApplicationDesk,
    private readonly papers: CasePapers,
    private readonly clock: Clock,
  ) {}

  /** Keeps a draft; nothing is reserved and no number given yet. */
  async draft(input: ApplicationInput, actor: Actor): Promise<string> {
    return this.database.transaction((tx) => this.draftIn(tx, input, actor));
  }

  /** The same within a transaction of the caller's. */
  async draftIn(tx: Tx, input: ApplicationInput, actor: Actor): Promise<string> {
    return this.keep(tx, await this.desk.compose(actWithin(tx, actor, this.clock.now()), input), '起草申请', actor);
  }

  /** A draft that renews a running right: its transferee, a number and a birthplace of its own, decided on anew. */
  async renewIn(tx: Tx, before: Transfer, input: ApplicationInput, actor: Actor): Promise<string> {
    const heir = { ...before, number: null, decisionId: null, renewsId: before.id };
    const { columns, parcels } = await this.desk.compose(actWithin(tx, actor, this.clock.now()), input, heir);
    const made = { columns: { ...columns, bornOfficeCode: columns.officeCode as DivisionCode }, parcels };
    return this.keep(tx, made, `起草续期申请，原案 ${before.number ?? ''}`, actor);
  }

  private async keep(
    tx: Tx,
    made: { columns: Partial<Transfer>; parcels: ComposedParcel[] },
    label: string,
    actor: Actor,
  ): Promise<string> {
    const now = this.clock.now();
    const row = tx.create(Transfer, {
      ...made.columns,
      state: transferWorkflow.first,
      stateSince: now,
      dueAt: null,
      revision: 1,
      rulesDay: dayOf(now),
      followCode: followCode(),
      round: 1,
      createdAt: now,
      createdBy: actor.name,
    });
    await tx.insert(Transfer, row as never);
    await writeParcels(tx, row.id, made.parcels);
    const act = { subject: 'transfer', subjectId: row.id, action: 'draft', label, toState: 'draft' };
    await record(tx, { ...act, officeCode: row.officeCode }, actor, now);
    return row.id;
  }

  /** Writes a draft or a returned application anew; the case keeps its number and its history. */
  async revise(id: string, input: ApplicationInput, actor: Actor): Promise<string> {
    return this.database.transaction((tx) => this.reviseIn(tx, id, input, actor));
  }

  /** The same within a transaction of the caller's. */
  async reviseIn(tx: Tx, id: string, input: ApplicationInput, actor: Actor): Promise<string> {
    const facts = await this.cases.locked(this.steps.begin(tx, actor, this.clock.now()), id);
    if (!inPhase(transferWorkflow, facts.record.state, 'writing')) throw transferProblems.notEditable();
    const made = await this.desk.compose(actWithin(tx, actor, this.clock.now()), input, facts.record);
    const now = this.clock.now();
    await tx.update(Transfer, { id }, { ...made.columns, revision: facts.record.revision + 1 } as never);
    await tx.query('DELETE FROM transfer_parcel WHERE transfer_id = $1', [id]);
    await writeParcels(tx, id, made.parcels);
    const act = {
      subject: 'transfer',
      subjectId: id,
      action: 'revise',
      label: '修改申请',
      officeCode: facts.record.officeCode,
    };
    await record(tx, act, actor, now);
    return id;
  }

  /** Hands the application in at the town; it gets its number, without gap, in the same transaction. */
  async submit(act: Act, facts: TransferFacts): Promise<void> {
    const { record: row } = facts;
    row.rulesDay = act.today;
    if (row.state === 'draft') await this.desk.number(act, row);
    await act.take(transferWorkflow, facts, 'submit');
    row.submittedAt = act.now;
    await act.keep(Transfer, row.id, { submittedAt: act.now, rulesDay: row.rulesDay });
    await this.papers.application(act, facts);
    if (!facts.renews) return;
    await this.papers.ends.request(act, facts, facts.renews);
    await this.papers.ends.tellMortgagees(act, facts, facts.renews);
  }

  /** Hands a corrected application in again, in its next round. */
  async resubmit(act: Act, facts: TransferFacts): Promise<void> {
    const round = facts.record.round + 1;
    await act.take(transferWorkflow, facts, 'resubmit', { detail: { round } });
    await act.keep(Transfer, facts.record.id, { round });
    facts.record.round = round;
    await this.papers.application(act, facts);
  }
}
