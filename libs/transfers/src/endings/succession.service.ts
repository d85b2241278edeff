import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, type TransfereeKind, dayOf } from '#kernel';
import { PriorityClaim, PriorityClaimsService } from '#notices';
import { PartiesService } from '#parties';
import { actWithin, Database, Deadlines, Files, type Received, Steps, type Tx, inputProblem, record } from '#platform';
import { carriedOver } from '../applications/agreed.js';
import { transfereeKindOf } from '../applications/applicants.service.js';
import { CaseFacts } from '../facts/case-facts.service.js';
import { CasePapers } from '../papers/case-papers.service.js';
import { followCode } from '../follow/follow-code.js';
import { Holdings } from './holdings.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** What a succession touches beside the case: the claims, the reservation, the letters. */
@Injectable()
export class SuccessionDesk {
  constructor(
    readonly claims: PriorityClaimsService,
    readonly parties: PartiesService,
    readonly holdings: Holdings,
    readonly papers: CasePapers,
    readonly files: Files,
  ) {}
}

/** 本集体成员在同等条件下优先（承包法第38条第5项）: whom the transferor chose takes the deal over, as a case of his own. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly desk: SuccessionDesk,
    private readonly clock: Clock,
  ) {}

  /** Ends the case and drafts the chosen claimant's own, in one act; the land passes from one reservation to the other. */
  async yield(id: string, claimId: string, choice: Received | null, actor: Actor): Promise<string> {
    // 几位主张都成立的，由转出方选定，要有他签字的书面意见。
    if (!choice) throw inputProblem([{ pointer: '#/choice', detail: '上传转出方签字的选定意见' }]);
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const chosen = facts.notice?.claims.find((each) => each.id === claimId);
      await this.steps.take(tx, transferWorkflow, facts, 'yield', actor, { now, detail: { claim: chosen?.number } });
      const claim = await tx.findOneBy(PriorityClaim, { id: claimId, noticeId: facts.notice?.id ?? claimId });
      if (!claim?.partyId) throw transferProblems.claimantUnknown();
      const exhibit = { subject: 'transfer', subjectId: id, kind: 'priority_choice' };
      const { id: statementFileId } = await this.desk.files.attach(actWithin(tx, actor, now), choice, exhibit);
      const next = await this.draft(tx, facts, { id: claim.partyId, claim }, actor, now);
      const submitBy = await this.startClock(tx, next, facts, now);
      await this.desk.claims.choose(tx, claim.noticeId, { claimId, statementFileId, submitBy }, actor, now);
      await this.end(tx, facts, claim, actor, now);
      await this.desk.holdings.reserve(tx, await this.cases.locked(tx, next, actor), actor, now);
      return next;
    });
  }

  /** 转出方不再流转: he may keep his land, but then the outsider does not get it either (承包法第38条第5项). */
  async discontinue(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const reason = `转出方不再流转（优先权主张 ${facts.notice?.notLetting ?? ''} 的答复）`;
      await this.steps.take(tx, transferWorkflow, facts, 'discontinue', actor, { now, remark: reason });
      await this.desk.holdings.release(tx, facts, reason, actor, now);
      const told = {
        reason,
        rule: '农村土地承包法第三十八条第一项、第五项',
        effect: '本案结束，占用的地块已经放开，公示撤下。',
        next: '转出方以后又要流转的，重新申请、重新公示，本集体成员仍有优先权。',
      };
      await this.desk.papers.ended(tx, 'case_end', facts, told, actor, now);
      return facts;
    });
  }

  /** The old case: its land goes over, its notice comes down, and both sides are told. */
  private async end(tx: Tx, facts: TransferFacts, claim: PriorityClaim, actor: Actor, now: Date): Promise<void> {
    const reason = `由优先权人承接（${claim.number}）`;
    await this.desk.holdings.release(tx, facts, reason, actor, now);
    const told = {
      reason: `本集体成员在公示期内按同等条件主张优先，转出方书面选定由他承接（主张 ${claim.number}）`,
      rule: '农村土地承包法第三十八条第五项',
      effect: '本案结束，公示撤下；占用的地块转给优先权人的申请，他到期没有提交的，地块放开。',
      next: '转出方等优先权人提交申请以后，按新的案件办。原受让方可以另找地块，或者在地块放开以后重新申请。',
    };
    await this.desk.papers.ended(tx, 'case_end', facts, told, actor, now);
  }

  private async draft(
    tx: Tx,
    facts: TransferFacts,
    claimant: { id: string; claim: PriorityClaim },
    actor: Actor,
    now: Date,
  ): Promise<string> {
    const { record: before } = facts;
    const row = tx.create(Transfer, {
      ...carriedOver(before),
      replacesId: before.id,
      state: transferWorkflow.first,
      stateSince: now,
      dueAt: null,
      revision: 1,
      round: 1,
      rulesDay: dayOf(now),
      followCode: followCode(),
      transfereeId: claimant.id,
      transfereeName: claimant.claim.name,
      transfereeKind: await this.kindOf(tx, claimant.claim),
      // What the outsider said of himself is not true of whoever takes over: he says it anew.
      ability: '',
      createdAt: now,
      createdBy: actor.name,
    });
    await tx.insert(Transfer, row as never);
    await tx.query(
      `INSERT INTO transfer_parcel (transfer_id, seq, parcel_id, grantor_id, whole, side, area_mu)
       SELECT $2, seq, parcel_id, grantor_id, whole, side, area_mu FROM transfer_parcel WHERE transfer_id = $1`,
      [before.id, row.id],
    );
    const act = {
      subject: 'transfer',
      subjectId: row.id,
      action: 'draft',
      label: '优先权人承接，起草申请',
      toState: 'draft',
    };
    await record(tx, { ...act, officeCode: row.officeCode, detail: { replaces: before.number } }, actor, now);
    return row.id;
  }

  /** A member claimed as one, with register or proof; an incumbent is what the register says of him. */
  private async kindOf(tx: Tx, { level, partyId }: PriorityClaim): Promise<TransfereeKind> {
    if (level !== 'incumbent' || partyId === null) return 'member';
    return transfereeKindOf((await this.desk.parties.get(partyId, tx)).bodyKind);
  }

  /** The land waits for the claimant, but not for ever. */
  private async startClock(tx: Tx, id: string, { record: before, parameters }: TransferFacts, now: Date): Promise<Day> {
    const clock = await this.deadlines.set(
      tx,
      {
        subject: 'transfer',
        subjectId: id,
        kind: 'state:draft',
        label: '优先权人提交申请',
        basis: '平台规则 期-02：从选定的次日起算，过期视为放弃',
        start: dayOf(now),
        workingDays: parameters.correctionWorkingDays,
        untilClose: false,
        officeCode: before.officeCode,
        column: { table: 'transfer', name: 'due_at' },
      },
      now,
    );
    await tx.update(Transfer, { id }, { dueAt: clock.dueAt });
    return clock.lastDay;
  }
}
