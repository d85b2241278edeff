import { Injectable } from '@nestjs/common';
import { type Day, type TransfereeKind } from '#kernel';
import type { CaseFile } from '#cases';
import { PriorityClaimsService } from '#notices';
import { PartiesService } from '#parties';
import { type Act, Deadlines, type Elsewhere, type Tx } from '#platform';
import { carriedOver } from '../agreed.js';
import { openCase } from '../application/new-case.js';
import { transfereeKindOf } from '../application/applicants.service.js';
import { TransferReader } from '../facts/transfer-facts.service.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { caseEnd } from '../letters/ending.letter.js';
import { discontinued, succeeded, takenOver } from './ending.letter.js';
import { claimantClock } from '../ending.rules.js';
import { Holdings } from '../holdings/holdings.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ClaimantInput } from '../transfer.steps.input.js';
import { transferProblems } from '../transfer.problems.js';
import { claimWords } from '../transfer.words.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** 本集体成员在同等条件下优先（承包法第38条第5项）: whom the transferor chose takes the deal over, as a case of his own. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly cases: TransferReader,
    private readonly claims: PriorityClaimsService,
    private readonly deadlines: Deadlines,
    private readonly parties: PartiesService,
    private readonly holdings: Holdings,
    private readonly papers: TransferPapers,
  ) {}

  /**
   * Ends the case and drafts the chosen claimant's own, in one act; the land passes from one reservation to the other.
   * 几位主张都成立的，由转出方选定，要有他签字的书面意见。
   */
  async assignToClaimant(act: Act, facts: TransferFacts, { claimId, choice }: ClaimantInput): Promise<Elsewhere> {
    const chosen = facts.notice?.claims.find((each) => each.id === claimId);
    await act.take(transferWorkflow, facts, 'assign_to_claimant', { detail: { claim: chosen?.number } });
    const claim = await this.claims.of(act.tx, facts.notice?.id ?? claimId, claimId);
    if (!claim?.partyId) throw transferProblems.claimantUnknown();
    const { id: statementFileId } = await this.papers.attach(act, facts.record, choice, 'priority_choice');
    const next = await this.draft(act, facts, { id: claim.partyId, claim });
    const submitBy = await this.startClock(act, next, facts);
    await this.claims.choose(act, claim.subjectId, { claimId, statementFileId, submitBy });
    await this.end(act, facts, claim);
    await this.holdings.reserve(act, await this.cases.locked(act, next));
    return { id: next };
  }

  /** 转出方不再流转: he may keep his land, but then the outsider does not get it either (承包法第38条第5项). */
  async discontinue(act: Act, facts: TransferFacts): Promise<void> {
    const words = discontinued(facts.notice?.notLetting ?? '');
    await act.take(transferWorkflow, facts, 'discontinue', { remark: words.reason });
    await this.holdings.release(act, facts, words.reason);
    await this.papers.issue(act, caseEnd, facts, words);
  }

  /** The old case: its land goes over, its notice comes down, and both sides are told. */
  private async end(act: Act, facts: TransferFacts, claim: CaseFile): Promise<void> {
    await this.holdings.release(act, facts, takenOver(claim.number));
    await this.papers.issue(act, caseEnd, facts, succeeded(claim.number));
  }

  private async draft(act: Act, facts: TransferFacts, claimant: { id: string; claim: CaseFile }): Promise<string> {
    const { record: before } = facts;
    const columns = {
      ...carriedOver(before),
      replacesId: before.id,
      transfereeId: claimant.id,
      transfereeName: claimant.claim.name,
      transfereeKind: await this.kindOf(act.tx, claimant.claim),
      // What the outsider said of himself is not true of whoever takes over: he says it anew.
      ability: '',
      declared: before.declared && { ...before.declared, credit: '' },
    };
    const row = await openCase(act, columns, { label: claimWords.draft, detail: { replaces: before.number } });
    await act.tx.query(
      `INSERT INTO transfer_parcel (transfer_id, seq, parcel_id, grantor_id, whole, side, area_mu)
       SELECT $2, seq, parcel_id, grantor_id, whole, side, area_mu FROM transfer_parcel WHERE transfer_id = $1`,
      [before.id, row.id],
    );
    return row.id;
  }

  /** A member claimed as one, with register or proof; an incumbent is what the register says of him. */
  private async kindOf(tx: Tx, { topic, partyId }: CaseFile): Promise<TransfereeKind> {
    if (topic !== 'incumbent' || partyId === null) return 'member';
    return transfereeKindOf((await this.parties.get(partyId, tx)).bodyKind);
  }

  /** The land waits for the claimant, but not for ever. */
  private async startClock(act: Act, id: string, { record: before, parameters }: TransferFacts): Promise<Day> {
    const clock = await this.deadlines.set(
      act.tx,
      {
        subject: 'transfer',
        subjectId: id,
        kind: 'state:draft',
        ...claimantClock,
        start: act.today,
        workingDays: parameters.correctionWorkingDays,
        untilClose: false,
        officeCode: before.officeCode,
        column: { table: 'transfer', name: 'due_at' },
      },
      act.now,
    );
    await act.tx.update(Transfer, { id }, { dueAt: clock.dueAt });
    return clock.lastDay;
  }
}
