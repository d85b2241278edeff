import { Inject, Injectable } from '@nestjs/common';
import { type Day, clockActor, dayOf, openStates } from '#kernel';
import { In } from 'typeorm';
import { PapersService } from '#papers';
import { type Act, CONFIG, type Config, Files } from '#platform';
import { claimAnswer } from './claim-answer.letter.js';
import { ClaimFactsService } from './claim-facts.service.js';
import { NoticeFactsService, wakeNotice } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { PriorityClaim } from './priority-claim.entity.js';
import type { ClaimResult } from './priority-claim.words.js';
import type {
  ClaimConsentInput,
  ClaimDeclineInput,
  ClaimRefusalInput,
  ClaimWithdrawalInput,
} from './priority-claim.input.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';

/** The transferor's choice among the claims that stand: his signed paper, and until when the chosen one hands in. */
export interface Choice {
  claimId: string;
  statementFileId: string;
  submitBy: Day;
}

/** What is answered to members of the collective who want the land on the same terms (承包法第三十八条第五项). */
@Injectable()
export class PriorityClaimsService {
  constructor(
    private readonly notices: NoticeFactsService,
    private readonly claims: ClaimFactsService,
    private readonly files: Files,
    private readonly papers: PapersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async verify(act: Act, facts: ClaimFacts): Promise<void> {
    await act.take(claimWorkflow, facts, 'verify', { startDay: dayOf(facts.record.claimedAt) });
    await act.keep(PriorityClaim, facts.record.id, { verifiedBy: act.actor.name, verifiedAt: act.now });
    await wakeNotice(act, facts.notice.id);
  }

  async refuse(act: Act, facts: ClaimFacts, { reasons }: ClaimRefusalInput): Promise<void> {
    const answer = { reasons, ground: '', signed: false };
    await this.settle(act, { ...facts, answer }, 'refuse', 'not_proven');
    await this.answer(act, facts);
  }

  async grant(act: Act, facts: ClaimFacts, { reasons }: ClaimConsentInput): Promise<void> {
    const answer = { reasons, ground: '', signed: false };
    await this.settle(act, { ...facts, answer }, 'grant', 'stands');
    await this.answer(act, facts);
  }

  /** A no needs one of the lawful grounds, reasons, and the transferor's signature. */
  async decline(act: Act, facts: ClaimFacts, input: ClaimDeclineInput): Promise<void> {
    const { ground, reasons, statement } = input;
    // The database lets nobody decline without ground and signature, so both are written before the step.
    if (ground && statement) {
      const exhibit = { subject: 'priority_claim', subjectId: facts.record.id, kind: 'transferor_statement' };
      const { id } = await this.files.attach(act, statement, exhibit);
      await this.keep(act, facts.record, { declineGround: ground, statementFileId: id });
    }
    const answer = { reasons, ground: ground ?? '', signed: statement !== undefined };
    await this.settle(act, { ...facts, answer }, 'decline', 'declined', { ground });
    await this.answer(act, facts);
  }

  async withdraw(act: Act, facts: ClaimFacts, { reasons }: ClaimWithdrawalInput): Promise<void> {
    const answer = { reasons, ground: '', signed: false };
    await this.settle(act, { ...facts, answer }, 'withdraw', 'withdrawn');
  }

  /** The transferor chose one of the claims that stand, in writing; the others hear that they were not chosen. */
  async choose(act: Act, noticeId: string, choice: Choice): Promise<PriorityClaim> {
    const standing = await this.lockedOf(act, noticeId, ['granted']);
    const { statementFileId } = choice;
    const chosen = standing.find(({ record }) => record.id === choice.claimId)?.record;
    if (!chosen) throw noticeProblems.claimNotStanding();
    for (const facts of standing) {
      const own = facts.record === chosen;
      const answer = { reasons: '', ground: '', signed: true };
      await this.keep(act, facts.record, { statementFileId });
      const words = { detail: { chosen: chosen.number } };
      await act.take(claimWorkflow, { ...facts, answer }, own ? 'choose' : 'pass_over', words);
      await this.keep(act, facts.record, { result: own ? 'claimant_takes_over' : 'not_chosen' });
      await this.answer(act, facts, own ? choice.submitBy : null);
    }
    return chosen;
  }

  /** The notice came down: what was claimed against it ends with it, and each claimant is told in writing. */
  async lapse(act: Act, noticeId: string, reason: string): Promise<void> {
    for (const facts of await this.lockedOf(act, noticeId, openStates(claimWorkflow))) {
      const told = { remark: reason, detail: { by: act.actor.name } };
      await act.as(clockActor).take(claimWorkflow, facts, 'lapse', told);
      const answered = { answerReasons: reason, answeredBy: act.actor.name, answeredAt: act.now };
      await this.keep(act, facts.record, { result: 'lapsed', ...answered });
      await this.answer(act, facts);
    }
  }

  /** Takes the step and keeps what was answered. */
  private async settle(
    act: Act,
    facts: ClaimFacts & Required<Pick<ClaimFacts, 'answer'>>,
    action: 'refuse' | 'grant' | 'decline' | 'withdraw',
    result: ClaimResult,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const { record, notice, answer } = facts;
    const startDay = dayOf(record.claimedAt);
    await act.take(claimWorkflow, facts, action, { remark: answer.reasons || null, startDay, detail });
    const answered = { answerReasons: answer.reasons, answeredBy: act.actor.name, answeredAt: act.now };
    await this.keep(act, record, { result, ...answered });
    await wakeNotice(act, notice.id);
  }

  private async keep(act: Act, claim: PriorityClaim, changes: Partial<PriorityClaim>): Promise<void> {
    Object.assign(claim, changes);
    await act.keep(PriorityClaim, claim.id, changes);
  }

  /** Claims on a notice in these states, with the notice, locked in the order in which they were made. */
  private async lockedOf({ tx }: Act, noticeId: string, states: readonly string[]): Promise<ClaimFacts[]> {
    const notice = await this.notices.lock(tx, noticeId);
    const claims = await tx.find(PriorityClaim, {
      where: { noticeId, state: In([...states]) },
      order: { claimedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const found: ClaimFacts[] = [];
    for (const claim of claims) found.push(await this.claims.of(tx, claim, notice));
    return found;
  }

  /** The answer as a paper, in the same act. */
  private async answer(act: Act, { record: claim, notice }: ClaimFacts, submitBy: Day | null = null): Promise<void> {
    const about = { subject: 'priority_claim', subjectId: claim.id, officeCode: claim.officeCode };
    const of = { ...about, partyIds: claim.partyId === null ? [] : [claim.partyId] };
    await this.papers.issue(act, claimAnswer, of, claim, notice, this.config.county.phone, submitBy);
  }
}
