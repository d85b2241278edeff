import { Injectable } from '@nestjs/common';
import { type Act, Steps, stepProblems } from '#platform';
import { NoticeWriter } from '../holdings/notice-writer.service.js';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { countyReview } from '../letters/review.letter.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { concludeReview, keepChecklist } from './review-record.js';
import type { ReasonInput, ReviewInput } from '../transfer.steps.input.js';

/** The county's review: checklist and written opinion, within one working day of a complete push. */
@Injectable()
export class CountyReviewService {
  constructor(
    private readonly steps: Steps,
    private readonly writer: NoticeWriter,
    private readonly papers: TransferPapers,
  ) {}

  /** Keeps the checklist as far as it is filled; nobody is told anything yet. */
  async check(act: Act, facts: TransferFacts, input: ReviewInput): Promise<void> {
    if (facts.record.state !== 'county_review') throw stepProblems.notOpen();
    this.steps.stepFor(transferWorkflow, facts, 'approve', act.actor, act.now);
    await keepChecklist(act, facts.record, input);
  }

  /** 通过：the opinion is written, the notice drafted and published in the same act. */
  async approve(act: Act, facts: TransferFacts): Promise<void> {
    const before = { ...facts.record };
    await act.take(transferWorkflow, facts, 'approve');
    await concludeReview(act, before, { level: 'county', conclusion: 'pass', opinion: '', rule: '' });
    await act.keep(Transfer, before.id, { approvedAt: act.now });
    await this.papers.issue(act, countyReview, facts, { conclusion: 'pass', reasons: [] });
    await this.writer.publish(act, facts);
  }

  /** 撤回公示：what was public stays readable as withdrawn; a change needs a new version and a full new period. */
  async recall(act: Act, facts: TransferFacts, { reason, rule }: ReasonInput): Promise<void> {
    await act.take(transferWorkflow, facts, 'recall', { remark: reason, detail: { rule } });
  }
}
