import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, Steps, type Tx } from '#platform';
import { Holdings } from '../endings/holdings.service.js';
import { CaseFacts } from '../facts/case-facts.service.js';
import { CasePapers } from '../papers/case-papers.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import { type Reviewed, citedDefects, concludeReview } from './county-review.js';
import type { OpinionInput, ReasonInput, ReturnInput } from './desk.input.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** The town exchange: accepts, tells all defects at once, endorses, sends to the survey and to the county. */
@Injectable()
export class TownDeskService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly holdings: Holdings,
    private readonly papers: CasePapers,
    private readonly clock: Clock,
  ) {}

  /** 受理：from here on the parcels are kept for this case; of two that ask at once the database lets one in. */
  async accept(id: string, actor: Actor): Promise<TransferFacts> {
    return this.act(id, actor, async (tx, facts, now) => {
      await this.steps.take(tx, transferWorkflow, facts, 'accept', actor, { now });
      await this.holdings.reserve(tx, facts, actor, now);
      await this.papers.reviews.acceptance(tx, facts, actor, now);
    });
  }

  /** 一次性告知：all defects at once; the case keeps its number. The county tells the town, the town tells the parties. */
  async sendBack(id: string, input: ReturnInput, actor: Actor): Promise<TransferFacts> {
    return this.act(id, actor, async (tx, facts, now) => {
      const before = { ...facts.record };
      const county = before.state === 'county_review';
      await this.steps.take(tx, transferWorkflow, facts, 'return', actor, {
        now,
        detail: { round: before.round, defects: input.defects.length },
      });
      if (county) citedDefects(input.defects);
      const defects = input.defects.map((each) => ({ ...each, rule: each.rule ?? '' }));
      await tx.query(
        `INSERT INTO transfer_return (transfer_id, round, level, defects, returned_by, returned_at) VALUES ($1,$2,$3,$4,$5,$6)`,
        [id, before.round, county ? 'county' : 'town', JSON.stringify(defects), actor.name, now],
      );
      await this.holdings.cancelSurvey(tx, facts, '退回补正', actor, now);
      if (!county) return this.papers.reviews.correction(tx, facts, input.defects, actor, now);
      const reasons = defects.map(({ item, fault, text, rule }) => ({ text: `${item}：${fault}。${text}`, rule }));
      await this.conclude(tx, before, facts, 'return', reasons, actor, now);
    });
  }

  /** 初审通过：a written opinion, and the survey is planned in the same act. */
  async endorse(id: string, { opinion }: OpinionInput, actor: Actor): Promise<TransferFacts> {
    return this.act(id, actor, async (tx, facts, now) => {
      const before = { ...facts.record };
      await this.steps.take(tx, transferWorkflow, facts, 'endorse', actor, { now });
      await concludeReview(tx, before, { level: 'town', conclusion: 'pass', opinion, rule: '' }, actor, now);
      await this.papers.reviews.town(tx, facts, before, opinion, actor, now);
      await this.holdings.planSurvey(tx, facts, actor, now);
    });
  }

  /** 报县：only a complete package starts the county's working day. */
  async push(id: string, actor: Actor): Promise<TransferFacts> {
    return this.act(id, actor, async (tx, facts, now) => {
      const again = facts.record.state === 'county_returned';
      await this.steps.take(tx, transferWorkflow, facts, 'push', actor, { now });
      if (again) facts.record.round += 1;
      facts.record.pushedAt = now;
      await tx.update(Transfer, { id }, { pushedAt: now, round: facts.record.round });
      if (!again) await this.papers.stages.survey(tx, facts, actor, now);
    });
  }

  /** 不予通过，by town or county: reasons and rule; everything reserved is free again. */
  async reject(id: string, input: ReasonInput, actor: Actor): Promise<TransferFacts> {
    return this.act(id, actor, async (tx, facts, now) => {
      const before = { ...facts.record };
      await this.steps.take(tx, transferWorkflow, facts, 'reject', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      await this.holdings.release(tx, facts, input.reason, actor, now);
      if (before.state === 'county_review') {
        const reasons = [{ text: input.reason, rule: input.rule }];
        await this.conclude(tx, before, facts, 'reject', reasons, actor, now);
      }
      await this.papers.reviews.rejection(tx, facts, input, actor, now);
    });
  }

  /** 县级审核不论通过不通过，都有书面审核意见（商河县公布流程）. */
  private async conclude(
    tx: Tx,
    before: Reviewed,
    facts: TransferFacts,
    conclusion: 'return' | 'reject',
    reasons: readonly { text: string; rule: string }[],
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const opinion =
      conclusion === 'return'
        ? `核查发现 ${reasons.length} 项不符合要求，一次写明，退回镇街交易所补正。`
        : '核查认为不符合流转条件，不予通过。';
    const rule = [...new Set(reasons.map((each) => each.rule))].join('；');
    await concludeReview(tx, before, { level: 'county', conclusion, opinion, rule }, actor, now);
    await this.papers.reviews.county(tx, facts, { conclusion, reasons }, actor, now);
  }

  private async act(
    id: string,
    actor: Actor,
    work: (tx: Tx, facts: TransferFacts, now: Date) => Promise<void>,
  ): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      await work(tx, facts, this.clock.now());
      return facts;
    });
  }
}
