import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, Steps, type Tx, inputProblem, record, stepProblems } from '#platform';
import { CaseFacts } from './case-facts.service.js';
import { CasePapers } from './case-papers.service.js';
import { checkItems, isCheckItem } from './checklist.js';
import { NoticeWriter } from './notice-writer.service.js';
import { Transfer } from './transfer.entity.js';
import type { TransferFacts } from './transfer.facts.js';
import type { ReasonInput, ReviewInput } from './desk.input.js';
import { transferWorkflow } from './transfer.workflow.js';

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
      await keepChecklist(tx, facts, input, actor, this.clock.now());
      return this.cases.locked(tx, id, actor);
    });
  }

  /** 通过：the opinion is written, the notice drafted and published in the same act. */
  async approve(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      await this.steps.take(tx, transferWorkflow, facts, 'approve', actor, { now });
      await conclude(tx, facts, 'pass', '', now);
      await tx.update(Transfer, { id }, { approvedAt: now });
      await this.papers.review(tx, facts, { conclusion: 'pass', reason: '', rule: '' }, actor, now);
      await this.writer.publish(tx, facts, actor, now);
      return facts;
    });
  }

  /** Closes a review that ended in a return or a refusal; the step itself is the town desk's act. */
  async conclude(
    tx: Tx,
    facts: TransferFacts,
    conclusion: 'return' | 'reject',
    input: ReasonInput,
    actor: Actor,
  ): Promise<void> {
    const now = this.clock.now();
    await keepChecklist(tx, facts, { checks: [], opinion: input.reason }, actor, now);
    await conclude(tx, facts, conclusion, input.rule, now);
    await this.papers.review(tx, facts, { conclusion, reason: input.reason, rule: input.rule }, actor, now);
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
      await this.writer.withdraw(tx, facts, input.reason, actor, now);
      return facts;
    });
  }
}

async function keepChecklist(tx: Tx, facts: TransferFacts, input: ReviewInput, actor: Actor, now: Date): Promise<void> {
  const wrong = input.checks.findIndex((check) => !isCheckItem(check.item));
  if (wrong >= 0) throw inputProblem([{ pointer: `#/checks/${wrong}/item`, detail: '核查清单里没有这一项' }]);
  const { id, round, pushedAt, dueAt, officeCode } = facts.record;
  const given = input.checks.flatMap((check) =>
    check.result ? [{ item: check.item, result: check.result, note: check.note ?? '' }] : [],
  );
  const items = given.map((check) => check.item);
  await tx.query(
    `INSERT INTO transfer_review AS r (transfer_id, level, round, checklist, opinion, rule, reviewer_id, reviewer_name, received_at, due_at)
     VALUES ($1, 'county', $2, $3, $4, '', $5, $6, $7, $8)
     ON CONFLICT (transfer_id, level, round) DO UPDATE SET
       checklist = coalesce((SELECT jsonb_agg(c) FROM jsonb_array_elements(r.checklist) c WHERE c->>'item' <> ALL($9::text[])), '[]') || $3::jsonb,
       opinion = CASE WHEN $4 = '' THEN r.opinion ELSE $4 END, reviewer_id = $5, reviewer_name = $6,
       conclusion = NULL, done_at = NULL, received_at = $7, due_at = $8`,
    [id, round, JSON.stringify(given), input.opinion ?? '', actor.accountId, actor.name, pushedAt ?? now, dueAt, items],
  );
  const labels = items.map((item) => (isCheckItem(item) ? checkItems[item].label : item));
  const act = { subject: 'transfer', subjectId: id, action: 'check', label: '填核查清单', officeCode };
  await record(tx, { ...act, detail: { items: labels } }, actor, now);
}

async function conclude(tx: Tx, facts: TransferFacts, conclusion: string, rule: string, now: Date): Promise<void> {
  await tx.query(
    `UPDATE transfer_review SET conclusion = $3, rule = $4, done_at = $5 WHERE transfer_id = $1 AND level = 'county' AND round = $2`,
    [facts.record.id, facts.record.round, conclusion, rule, now],
  );
}
