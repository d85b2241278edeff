import { Injectable } from '@nestjs/common';
import { type Day, clockActor, dayOf, openStates } from '#kernel';
import { In } from 'typeorm';
import { CaseFile, CasesService } from '#cases';
import { type Act, Files, type Tx } from '#platform';
import { answeredBy } from './claim-cases.service.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import type { ClaimResult } from './priority-claim.words.js';
import type { ClaimConsentInput, ClaimDeclineInput, ClaimRefusalInput } from './priority-claim.input.js';
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
    private readonly cases: CasesService,
    private readonly files: Files,
  ) {}

  /** One claim on a notice. */
  of(tx: Tx, noticeId: string, id: string): Promise<CaseFile | null> {
    return tx.findOneBy(CaseFile, { id, subject: 'notice', subjectId: noticeId, kind: 'priority_claim' });
  }

  async verify(act: Act, facts: ClaimFacts): Promise<void> {
    await act.take(claimWorkflow, facts, 'verify', { startDay: dayOf(facts.record.receivedAt) });
    await this.cases.keep(act, facts.record, { handlerName: act.actor.name, handlerAccountId: act.actor.accountId });
    await this.cases.follow(act, facts, 'verify');
  }

  async refuse(act: Act, facts: ClaimFacts, { reasons }: ClaimRefusalInput): Promise<void> {
    await this.settle(act, { ...facts, answer: { reasons, ground: '', signed: false } }, 'refuse', 'not_proven');
  }

  async grant(act: Act, facts: ClaimFacts, { reasons }: ClaimConsentInput): Promise<void> {
    await this.settle(act, { ...facts, answer: { reasons, ground: '', signed: false } }, 'grant', 'stands');
  }

  /** A no needs one of the lawful grounds, reasons, and the transferor's signature. */
  async decline(act: Act, facts: ClaimFacts, input: ClaimDeclineInput): Promise<void> {
    const { ground, reasons, statement } = input;
    // The database lets nobody decline without ground and signature, so both are written before the step.
    if (ground && statement) {
      const exhibit = { subject: 'case_file', subjectId: facts.record.id, kind: 'transferor_statement' };
      const { id } = await this.files.attach(act, statement, exhibit);
      await this.cases.keep(act, facts.record, { ground, statementFileId: id });
    }
    const answer = { reasons, ground: ground ?? '', signed: statement !== undefined };
    await this.settle(act, { ...facts, answer }, 'decline', 'declined', { ground });
  }

  /** The transferor chose one of the claims that stand, in writing; the others hear that they were not chosen. */
  async choose(act: Act, noticeId: string, choice: Choice): Promise<CaseFile> {
    const status = await this.lockedOf(act, noticeId, ['granted']);
    const { statementFileId } = choice;
    const chosen = status.find(({ record }) => record.id === choice.claimId)?.record;
    if (!chosen) throw noticeProblems.claimNotStanding();
    for (const facts of status) {
      const own = facts.record === chosen;
      const step = own ? 'choose' : 'pass_over';
      await this.cases.keep(act, facts.record, { statementFileId });
      const signed = { ...facts, answer: { reasons: '', ground: '', signed: true } };
      await act.take(claimWorkflow, signed, step, { detail: { chosen: chosen.number } });
      await this.cases.keep(act, facts.record, { outcome: own ? 'claimant_takes_over' : 'not_chosen' });
      const told: ClaimFacts = { ...facts, submitBy: own ? choice.submitBy : null };
      await this.cases.follow(act, told, step);
    }
    return chosen;
  }

  /** The notice came down: what was claimed against it ends with it, and each claimant is told in writing. */
  async lapse(act: Act, noticeId: string, reason: string): Promise<void> {
    for (const facts of await this.lockedOf(act, noticeId, openStates(claimWorkflow))) {
      const told = { remark: reason, detail: { by: act.actor.name } };
      await act.as(clockActor).take(claimWorkflow, facts, 'lapse', told);
      await this.cases.keep(act, facts.record, answeredBy(act, 'lapsed', reason));
      await this.cases.follow(act, facts, 'lapse');
    }
  }

  /** Takes the step, keeps what was answered, and tells the claimant. */
  private async settle(
    act: Act,
    facts: ClaimFacts & Required<Pick<ClaimFacts, 'answer'>>,
    action: 'refuse' | 'grant' | 'decline',
    result: ClaimResult,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const { record, answer } = facts;
    const startDay = dayOf(record.receivedAt);
    await act.take(claimWorkflow, facts, action, { remark: answer.reasons || null, startDay, detail });
    await this.cases.keep(act, record, answeredBy(act, result, answer.reasons));
    await this.cases.follow(act, facts, action);
  }

  /** Claims on a notice in these states, with the notice, locked in the order in which they were made. */
  private async lockedOf(act: Act, noticeId: string, states: readonly string[]): Promise<ClaimFacts[]> {
    await this.notices.lock(act.tx, noticeId);
    const claims = await act.tx.find(CaseFile, {
      where: { subject: 'notice', subjectId: noticeId, kind: 'priority_claim', state: In([...states]) },
      order: { receivedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const found: ClaimFacts[] = [];
    for (const claim of claims) found.push((await this.cases.facts(act.tx, claim)) as ClaimFacts);
    return found;
  }
}
