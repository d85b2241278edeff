import { Injectable } from '@nestjs/common';
import type { Act } from '#platform';
import { Holdings } from '../holdings/holdings.service.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { acceptance, correction, countyReview, rejection, surveyReport, townReview } from '../letters/review.letter.js';
import { type Reviewed, Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { deskRemarks } from '../transfer.words.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { rejectionOpinion, returnOpinion } from './review.letter.js';
import { citedDefects, concludeReview } from './review-record.js';
import type { OpinionInput, ReasonInput, ReturnInput } from '../transfer.steps.input.js';

/** The town exchange: accepts, tells all defects at once, endorses, sends to the survey and to the county. */
@Injectable()
export class TownReviewService {
  constructor(
    private readonly holdings: Holdings,
    private readonly papers: TransferPapers,
  ) {}

  /** 受理：from here on the parcels are kept for this case; of two that ask at once the database lets one in. */
  async accept(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'accept');
    await this.holdings.reserve(act, facts);
    await this.papers.issue(act, acceptance, facts);
  }

  /** 一次性告知：all defects at once; the case keeps its number. The county tells the town, the town tells the parties. */
  async return(act: Act, facts: TransferFacts, input: ReturnInput): Promise<void> {
    const before = { ...facts.record };
    const county = before.state === 'county_review';
    const detail = { round: before.round, defects: input.defects.length };
    await act.take(transferWorkflow, facts, 'return', { detail });
    if (county) citedDefects(input.defects);
    const defects = input.defects.map((each) => ({ ...each, rule: each.rule ?? '' }));
    await act.tx.query(
      `INSERT INTO transfer_return (transfer_id, round, level, defects, returned_by, returned_at) VALUES ($1,$2,$3,$4,$5,$6)`,
      [before.id, before.round, county ? 'county' : 'town', JSON.stringify(defects), act.actor.name, act.now],
    );
    await this.holdings.cancelSurvey(act, facts, deskRemarks.returned);
    if (!county) return this.papers.issue(act, correction, facts, input.defects);
    const reasons = defects.map(({ item, fault, text, rule }) => ({ text: `${item}：${fault}。${text}`, rule }));
    await this.conclude(act, before, facts, 'return', reasons);
  }

  /** 初审通过：a written opinion, and the survey is planned in the same act. */
  async endorse(act: Act, facts: TransferFacts, { opinion }: OpinionInput): Promise<void> {
    const before = { ...facts.record };
    await act.take(transferWorkflow, facts, 'endorse');
    await concludeReview(act, before, { level: 'town', conclusion: 'pass', opinion, rule: '' });
    await this.papers.issue(act, townReview, facts, before, opinion);
    await this.holdings.planSurvey(act, facts);
  }

  /** 报县：only a complete package starts the county's working day. */
  async submitToCounty(act: Act, facts: TransferFacts): Promise<void> {
    const { record } = facts;
    const again = record.state === 'county_returned';
    await act.take(transferWorkflow, facts, 'submit_to_county');
    if (again) record.round += 1;
    record.submittedToCountyAt = act.now;
    await act.keep(Transfer, record.id, { submittedToCountyAt: act.now, round: record.round });
    if (!again && facts.surveyed.inspectionId !== null) await this.papers.issue(act, surveyReport, facts);
  }

  /** 不予通过，by town or county: reasons and rule; everything reserved is free again. */
  async reject(act: Act, facts: TransferFacts, { reason, rule }: ReasonInput): Promise<void> {
    const before = { ...facts.record };
    await act.take(transferWorkflow, facts, 'reject', { remark: reason, detail: { rule } });
    await this.holdings.release(act, facts, reason);
    if (before.state === 'county_review') await this.conclude(act, before, facts, 'reject', [{ text: reason, rule }]);
    await this.papers.issue(act, rejection, facts, { reason, rule });
  }

  /** 县级审核不论通过不通过，都有书面审核意见（商河县公布流程）. */
  private async conclude(
    act: Act,
    before: Reviewed,
    facts: TransferFacts,
    conclusion: 'return' | 'reject',
    reasons: readonly { text: string; rule: string }[],
  ): Promise<void> {
    const opinion = conclusion === 'return' ? returnOpinion(reasons.length) : rejectionOpinion;
    const rule = [...new Set(reasons.map((each) => each.rule))].join('；');
    await concludeReview(act, before, { level: 'county', conclusion, opinion, rule });
    await this.papers.issue(act, countyReview, facts, { conclusion, reasons });
  }
}
