import { Injectable } from '@nestjs/common';
import { type Actor, type Day, clockActor, dayOf, openStates, speaksFor } from '#kernel';
import { In } from 'typeorm';
import { actWithin, Deadlines, ParameterStore, type Reader, type Received, Steps, type Tx, record } from '#platform';
import { claimAnswer } from './claim-answer.view.js';
import { ClaimStores } from './claim-stores.js';
import type { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { isOpenNotice } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';
import { type ClaimLevel, type ClaimResult, PriorityClaim, isDeclineGround } from './priority-claim.entity.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';

export interface ClaimLetter {
  name: string;
  phoneMasked: string;
  level: ClaimLevel;
  statement: string;
  channel: string;
  /** Whom a clerk writes down, from the identity card; null for a party that speaks itself. */
  card: { name: string; identityNumber: string; phone: string } | null;
}

/** What a desk writes under a claim: why, on which lawful ground, and what the transferor signed. */
export interface ClaimAnswer {
  reasons: string;
  ground: string;
  statement: Received | null;
}

/** The transferor's choice among the claims that stand: his signed paper, and until when the chosen one hands in. */
export interface Choice {
  claimId: string;
  statementFileId: string;
  submitBy: Day;
}

type ClaimStep = 'verify' | 'refuse' | 'grant' | 'decline' | 'withdraw';

const results: Partial<Record<ClaimStep, ClaimResult>> = {
  refuse: 'not_proven',
  grant: 'stands',
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
    const { card, ...words } = letter;
    const partyId = await this.claimant(tx, card, actor, now);
    const notice = await this.notices.lock(tx, noticeId);
    if (notice.publishedAt === null) throw noticeProblems.notFound();
    const period = await this.gathered.periodOf(tx, noticeId);
    // 公示后合理期限内没有主张的，不再保护（承包纠纷解释第十一条第一项）。
    if (!isOpenNotice(notice) || (period && period.dueAt <= now)) throw noticeProblems.claimLate();
    const claim = await tx.save(
      PriorityClaim,
      tx.create(PriorityClaim, {
        ...words,
        number: await this.stores.numbers.ofSeries(actWithin(tx, actor, now), {
          name: 'priority_claim',
          word: '农优申',
        }),
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
    for (const proof of proofs) await this.stores.files.attach(actWithin(tx, actor, now), proof, exhibit);
    const { id: subjectId, officeCode, number, state: toState } = claim;
    const act = { subject: 'priority_claim', subjectId, action: 'claim', label: '主张优先权', officeCode };
    await record(tx, { ...act, toState, detail: { number, noticeId } }, actor, now);
    return claim;
  }

  /** Takes a step on a claim; what is refused needs reasons, and the transferor's no a lawful ground and his signature. */
  async take(
    tx: Tx,
    id: string,
    action: ClaimStep,
    said: ClaimAnswer,
    actor: Actor,
    now: Date,
  ): Promise<PriorityClaim> {
    const claim = await tx.findOne(PriorityClaim, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!claim) throw noticeProblems.claimNotFound();
    const notice = await this.notices.lock(tx, claim.noticeId);
    const { reasons, ground, statement } = said;
    const answer = { reasons, ground, signed: statement !== null };
    const facts = { ...(await this.facts(tx, claim, notice)), answer };
    // The database lets nobody decline without ground and signature, so both are written before the step.
    if (action === 'decline' && statement) await this.ground(tx, claim, ground, statement, actor, now);
    await this.steps.take(tx, claimWorkflow, facts, action, actor, {
      now,
      remark: reasons || null,
      startDay: dayOf(claim.claimedAt),
      detail: action === 'decline' ? { ground } : {},
    });
    if (action === 'verify') Object.assign(claim, { verifiedBy: actor.name, verifiedAt: now });
    else Object.assign(claim, { answerReasons: reasons, answeredBy: actor.name, answeredAt: now });
    claim.result = results[action] ?? null;
    await tx.save(PriorityClaim, claim);
    await tx.query(`UPDATE notice SET due_at = $2 WHERE id = $1 AND state = 'over' AND due_at > $2`, [notice.id, now]);
    if (action !== 'verify' && action !== 'withdraw') await this.answer(tx, claim, notice, null, actor, now);
    return claim;
  }

  /** The transferor chose one of the claims that stand, in writing; the others hear that they were not chosen. */
  async choose(tx: Tx, noticeId: string, choice: Choice, actor: Actor, now: Date): Promise<PriorityClaim> {
    const notice = await this.notices.lock(tx, noticeId);
    const standing = await tx.find(PriorityClaim, {
      where: { noticeId, state: 'granted' },
      order: { claimedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const chosen = standing.find((claim) => claim.id === choice.claimId);
    if (!chosen) throw noticeProblems.claimNotStanding();
    for (const claim of standing) {
      const action = claim === chosen ? 'choose' : 'pass_over';
      const answer = { reasons: '', ground: '', signed: true };
      const facts = { ...(await this.facts(tx, claim, notice)), answer };
      claim.statementFileId = choice.statementFileId;
      await tx.update(PriorityClaim, { id: claim.id }, { statementFileId: choice.statementFileId });
      await this.steps.take(tx, claimWorkflow, facts, action, actor, { now, detail: { chosen: chosen.number } });
      claim.result = claim === chosen ? 'claimant_takes_over' : 'not_chosen';
      await tx.save(PriorityClaim, claim);
      await this.answer(tx, claim, notice, claim === chosen ? choice.submitBy : null, actor, now);
    }
    return chosen;
  }

  /** The notice came down: what was claimed against it ends with it, and each claimant is told in writing. */
  async lapse(tx: Tx, noticeId: string, reason: string, actor: Actor, now: Date): Promise<void> {
    const notice = await this.notices.lock(tx, noticeId);
    const open = await tx.find(PriorityClaim, {
      where: { noticeId, state: In([...openStates(claimWorkflow)]) },
      order: { claimedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const claim of open) {
      const facts = await this.facts(tx, claim, notice);
      const told = { now, remark: reason, detail: { by: actor.name } };
      await this.steps.take(tx, claimWorkflow, facts, 'lapse', clockActor, told);
      Object.assign(claim, { result: 'lapsed', answerReasons: reason, answeredBy: actor.name, answeredAt: now });
      await tx.save(PriorityClaim, claim);
      await this.answer(tx, claim, notice, null, actor, now);
    }
  }

  /** What the rules of a claim ask about; the page that draws the buttons uses the same. */
  async facts(reader: Reader | Tx, claim: PriorityClaim, notice: Pick<Notice, 'issuerCode'>): Promise<ClaimFacts> {
    const files = await this.stores.files.of(reader, 'priority_claim', claim.id);
    const { partyId } = claim;
    return {
      record: claim,
      proofs: files.filter((file) => file.kind === 'membership').length,
      registered:
        partyId !== null &&
        notice.issuerCode !== null &&
        (await this.stores.parties.isMemberOf(partyId, notice.issuerCode, reader)),
      belongsTo: (who) => partyId !== null && speaksFor(who) === partyId,
    };
  }

  async get(reader: Reader | Tx, noticeId: string, id: string): Promise<PriorityClaim> {
    const claim = await reader.findOneBy(PriorityClaim, { id, noticeId });
    if (!claim) throw noticeProblems.claimNotFound();
    return claim;
  }

  private async ground(
    tx: Tx,
    claim: PriorityClaim,
    ground: string,
    statement: Received,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    if (!isDeclineGround(ground)) return;
    const exhibit = { subject: 'priority_claim', subjectId: claim.id, kind: 'transferor_statement' };
    const { id: statementFileId } = await this.stores.files.attach(actWithin(tx, actor, now), statement, exhibit);
    Object.assign(claim, { declineGround: ground, statementFileId });
    await tx.update(PriorityClaim, { id: claim.id }, { declineGround: ground, statementFileId });
  }

  /** Whoever claims is a party, so that a claim that stands can be carried out: himself, or as his card says. */
  private async claimant(tx: Tx, card: ClaimLetter['card'], actor: Actor, now: Date): Promise<string> {
    const own = speaksFor(actor);
    if (own !== null) return own;
    if (actor.kind !== 'staff' || card === null) throw noticeProblems.claimNeedsParty();
    return (await this.stores.parties.registerPerson(actWithin(tx, actor, now), card)).id;
  }

  /** The answer as a paper, in the same act. */
  private async answer(
    tx: Tx,
    claim: PriorityClaim,
    notice: Notice,
    submitBy: Day | null,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const view = claimAnswer(claim, notice, this.stores.config.county.phone, submitBy);
    const about = { subject: 'priority_claim', subjectId: claim.id, officeCode: claim.officeCode };
    const partyIds = claim.partyId === null ? [] : [claim.partyId];
    await this.stores.papers.issue(actWithin(tx, actor, now), { kind: 'priority_answer', view, partyIds, ...about });
  }

  private async startClock(tx: Tx, claim: PriorityClaim, now: Date): Promise<void> {
    const { label, basis = '' } = claimWorkflow.states.received;
    const { priorityAnswerWorkingDays: workingDays } = await this.parameters.at(tx, dayOf(now));
    const clock = { subject: 'priority_claim', subjectId: claim.id, kind: 'state:received', label, basis };
    const days = { start: dayOf(now), workingDays, untilClose: false, officeCode: claim.officeCode };
    const column = { table: 'priority_claim', name: 'due_at' } as const;
    const { dueAt } = await this.deadlines.set(tx, { ...clock, ...days, column }, now);
    claim.dueAt = dueAt;
    await tx.query('UPDATE priority_claim SET due_at = $2 WHERE id = $1', [claim.id, dueAt]);
  }
}
