import { Injectable } from '@nestjs/common';
import { type Actor, dayOf, speaksFor } from '#kernel';
import { Deadlines, ParameterStore, type Reader, type Received, Steps, type Tx, record } from '#platform';
import { claimAnswer } from './claim-answer.view.js';
import { ClaimStores } from './claim-stores.js';
import type { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { NoticesService } from './notices.service.js';
import { type ClaimLevel, type ClaimResult, PriorityClaim } from './priority-claim.entity.js';
import { claimWorkflow } from './priority-claim.workflow.js';

export interface ClaimLetter {
  name: string;
  phoneMasked: string;
  level: ClaimLevel;
  statement: string;
  channel: string;
}

type ClaimStep = 'verify' | 'refuse' | 'grant' | 'decline' | 'withdraw';

const results: Partial<Record<ClaimStep, ClaimResult>> = {
  refuse: 'not_proven',
  decline: 'declined',
  withdraw: 'withdrawn',
};

/** Members of the collective who want the land on the same terms (承包法第三十八条第五项). */
@Injectable()
export class PriorityClaimsService {
  constructor(
    private readonly notices: NoticesService,
    private readonly gathered: NoticeFactsService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly parameters: ParameterStore,
    private readonly stores: ClaimStores,
  ) {}

  /** Claims within the period; the claimant must be somebody whose identity can be checked. */
  async claim(
    tx: Tx,
    noticeId: string,
    letter: ClaimLetter,
    proofs: readonly Received[],
    actor: Actor,
    now: Date,
  ): Promise<PriorityClaim> {
    const partyId = speaksFor(actor);
    if (partyId === null && actor.kind !== 'staff') throw noticeProblems.claimNeedsParty();
    const notice = await this.notices.lock(tx, noticeId);
    if (notice.publishedAt === null) throw noticeProblems.notFound();
    const period = await this.gathered.periodOf(tx, noticeId);
    // 公示后合理期限内没有主张的，不再保护（承包纠纷解释第十一条第一项）。
    if (!['awaiting_proof', 'running'].includes(notice.state) || (period && period.dueAt <= now))
      throw noticeProblems.claimLate();
    const claim = await tx.save(
      PriorityClaim,
      tx.create(PriorityClaim, {
        ...letter,
        number: await this.stores.numbers.ofSeries(tx, { name: 'priority_claim', word: '农优申' }, now),
        noticeId,
        partyId,
        acceptsTerms: true,
        claimedAt: now,
        state: claimWorkflow.first,
        stateSince: now,
        officeCode: notice.officeCode,
        officeCodeBorn: notice.officeCode,
        revision: 1,
        rulesDay: dayOf(now),
      }),
    );
    await this.startClock(tx, claim, now);
    const exhibit = { subject: 'priority_claim', subjectId: claim.id, kind: 'membership' };
    for (const proof of proofs) await this.stores.files.attach(tx, proof, exhibit, actor, now);
    const act = {
      subject: 'priority_claim',
      subjectId: claim.id,
      action: 'claim',
      label: '主张优先权',
      officeCode: claim.officeCode,
    };
    await record(tx, { ...act, toState: claim.state, detail: { number: claim.number, noticeId } }, actor, now);
    return claim;
  }

  /** Takes a step on a claim; a refusal and the transferor's no need their reasons. */
  async take(tx: Tx, id: string, action: ClaimStep, reasons: string, actor: Actor, now: Date): Promise<PriorityClaim> {
    const claim = await tx.findOne(PriorityClaim, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!claim) throw noticeProblems.claimNotFound();
    const notice = await this.notices.lock(tx, claim.noticeId);
    const proofs = (await this.stores.files.of(tx, 'priority_claim', id)).length;
    const belongsTo = (who: Actor): boolean => claim.partyId !== null && speaksFor(who) === claim.partyId;
    const facts = { record: claim, proofs, answer: { reasons }, belongsTo };
    await this.steps.take(tx, claimWorkflow, facts, action, actor, {
      now,
      remark: reasons || null,
      startDay: dayOf(claim.claimedAt),
    });
    if (action === 'verify') Object.assign(claim, { verifiedBy: actor.name, verifiedAt: now });
    else Object.assign(claim, { answerReasons: reasons, answeredBy: actor.name, answeredAt: now });
    claim.result = action === 'grant' ? await this.grantedResult(tx, claim) : (results[action] ?? null);
    await tx.save(PriorityClaim, claim);
    if (action === 'grant') await this.regrade(tx, claim);
    await tx.query(`UPDATE notice SET due_at = $2 WHERE id = $1 AND state = 'over' AND due_at > $2`, [notice.id, now]);
    if (action !== 'verify' && action !== 'withdraw') await this.answer(tx, claim, notice, actor, now);
    return claim;
  }

  async get(reader: Reader | Tx, noticeId: string, id: string): Promise<PriorityClaim> {
    const claim = await reader.findOneBy(PriorityClaim, { id, noticeId });
    if (!claim) throw noticeProblems.claimNotFound();
    return claim;
  }

  /** The answer as a paper, in the same act. */
  private async answer(tx: Tx, claim: PriorityClaim, notice: Notice, actor: Actor, now: Date): Promise<void> {
    const view = claimAnswer(claim, notice, this.stores.config.county.phone);
    const about = { subject: 'priority_claim', subjectId: claim.id, officeCode: claim.officeCode };
    const partyIds = claim.partyId === null ? [] : [claim.partyId];
    await this.stores.papers.issue(tx, { kind: 'priority_answer', view, partyIds, ...about }, actor, now);
  }

  /** One granted claimant takes over; several of the same notice bid among themselves. */
  private async grantedResult(tx: Tx, claim: PriorityClaim): Promise<ClaimResult> {
    const granted = await tx.countBy(PriorityClaim, { noticeId: claim.noticeId, state: 'granted' });
    return granted > 1 ? 'bidding_among_claimants' : 'claimant_takes_over';
  }

  private async regrade(tx: Tx, claim: PriorityClaim): Promise<void> {
    if (claim.result !== 'bidding_among_claimants') return;
    await tx.query(
      `UPDATE priority_claim SET result = 'bidding_among_claimants' WHERE notice_id = $1 AND state = 'granted'`,
      [claim.noticeId],
    );
  }

  private async startClock(tx: Tx, claim: PriorityClaim, now: Date): Promise<void> {
    const state = claimWorkflow.states.received;
    const { priorityAnswerWorkingDays: workingDays } = await this.parameters.at(tx, dayOf(now));
    const clock = {
      subject: 'priority_claim',
      subjectId: claim.id,
      kind: 'state:received',
      label: state.label,
      basis: state.basis ?? '',
    };
    const column = { table: 'priority_claim', name: 'due_at' as const };
    const { dueAt } = await this.deadlines.set(
      tx,
      { ...clock, start: dayOf(now), workingDays, untilClose: false, officeCode: claim.officeCode, column },
      now,
    );
    claim.dueAt = dueAt;
    await tx.query('UPDATE priority_claim SET due_at = $2 WHERE id = $1', [claim.id, dueAt]);
  }
}
