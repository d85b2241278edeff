import { Injectable } from '@nestjs/common';
import { type DivisionCode, Problem, inPhase } from '#kernel';
import { type Act, type Filled, refuseFaults, right } from '#platform';
import { application } from '../letters/application.letter.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { mortgageeNotice, renewalRequest } from '../letters/ending.letter.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { ApplicationDesk, type Composed, writeParcels } from './application-desk.service.js';
import { applicationLabels as labels } from './application.words.js';
import { openCase } from './new-case.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ApplicationInput } from '../transfer.input.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** Applying: drafted, handed in, corrected. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly cases: TransferReader,
    private readonly desk: ApplicationDesk,
    private readonly papers: TransferPapers,
  ) {}

  /** Keeps a draft; nothing is reserved and no number given yet. Answers its id. */
  async draft(act: Act, input: Filled<ApplicationInput>): Promise<string> {
    return this.open(act, await this.desk.compose(act, input), labels.drafted);
  }

  /** A draft that renews a running right: its transferee, a number and a birthplace of its own, decided on anew. */
  async renew(act: Act, before: Transfer, input: ApplicationInput): Promise<string> {
    const heir = { ...before, number: null, decisionId: null, renewsId: before.id };
    const { columns, parcels } = await this.desk.compose(act, right(input), heir);
    const made = { columns: { ...columns, bornOfficeCode: columns.officeCode as DivisionCode }, parcels };
    return this.open(act, made, labels.renewal(before.number ?? ''));
  }

  private async open(act: Act, { columns, parcels }: Composed, label: string): Promise<string> {
    const { id } = await openCase(act, columns, { label });
    await writeParcels(act.tx, id, parcels);
    await this.refuseStranger(act, id);
    return id;
  }

  /** Whoever could not see the case may not write it: a draft would stand in the list of a town that never heard of him. */
  private async refuseStranger(act: Act, id: string): Promise<void> {
    await this.cases.touched(act, id).catch((error: unknown) => {
      throw error instanceof Problem && error.type === transferProblems.notFound.type
        ? transferProblems.notParty()
        : error;
    });
  }

  /** Writes a draft or a returned application anew; the case keeps its number and its history. */
  async revise(act: Act, id: string, input: Filled<ApplicationInput>): Promise<string> {
    const { record: before } = await this.cases.locked(act, id).catch((error: unknown) => {
      refuseFaults(input.faults); // What was typed wrongly is told before whether there is such a case.
      throw error;
    });
    if (!inPhase(transferWorkflow, before.state, 'writing')) throw transferProblems.notEditable();
    const { columns, parcels } = await this.desk.compose(act, input, before);
    await act.tx.update(Transfer, { id }, { ...columns, revision: before.revision + 1 } as never);
    await act.tx.query('DELETE FROM transfer_parcel WHERE transfer_id = $1', [id]);
    await writeParcels(act.tx, id, parcels);
    await this.refuseStranger(act, id);
    await act.note('transfer', before, { action: 'revise', label: labels.revised });
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
    await this.papers.issue(act, application, facts);
    if (!facts.renews) return;
    await this.papers.issue(act, renewalRequest, facts, facts.renews);
    for (const mortgagee of new Set(facts.renews.mortgagees))
      await this.papers.issue(act, mortgageeNotice, facts, facts.renews, mortgagee);
  }

  /** Hands a corrected application in again, in its next round. */
  async resubmit(act: Act, facts: TransferFacts): Promise<void> {
    const round = facts.record.round + 1;
    await act.take(transferWorkflow, facts, 'resubmit', { detail: { round } });
    await act.keep(Transfer, facts.record.id, { round });
    facts.record.round = round;
    await this.papers.issue(act, application, facts);
  }
}
