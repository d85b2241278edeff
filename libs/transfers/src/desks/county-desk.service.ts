import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, Steps, stepProblems } from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import { CasePapers } from '../papers/case-papers.service.js';
import { concludeReview, keepChecklist } from './county-review.js';
import { NoticeWriter } from '../notice-writer.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ReasonInput, ReviewInput } from './desk.input.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** The county's review: checklist and written opinion, within one working day of a complete push. */
@Injectable()
export class CountyDeskService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly writer: NoticeWriter,
    private readonly papers: CasePapers,
    private readonly clock: Clock,
  ) {}

  /** Keeps the checklist as far as it is filled; nobody is told anything yet. */
  async keepReview(id: string, input: ReviewInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      if (facts.record.state !== 'county_review') throw stepProblems.notOpen();
      if (
        !this.steps.open(transferWorkflow, facts, actor, this.clock.now()).some((step) => step.action === 'approve')
      ) {
        throw stepProblems.notYours();
      }
      await keepChecklist(tx, facts.record, input, actor, this.clock.now());
      return this.cases.locked(tx, id, actor);
    });
  }

  /** 通过：the opinion is written, the notice drafted and published in the same act. */
  async approve(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const before = { ...facts.record };
      await this.steps.take(tx, transferWorkflow, facts, 'approve', actor, { now });
      await concludeReview(tx, before, { level: 'county', conclusion: 'pass', opinion: '', rule: '' }, actor, now);
      await tx.update(Transfer, { id }, { approvedAt: now });
      await this.papers.reviews.county(tx, facts, { conclusion: 'pass', reasons: [] }, actor, now);
      await this.writer.publish(tx, facts, actor, now);
      return facts;
    });
  }

  /** 撤回公示：what was public stays readable as withdrawn; a change needs a new version and a full new period. */
  async recall(id: string, input: ReasonInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      await this.steps.take(tx, transferWorkflow, facts, 'recall', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      await this.writer.takeDown(tx, facts, input.reason, actor, now);
      return facts;
    });
  }
}
