import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches, speaksFor } from '#kernel';
import { type Act, Database, type Reader, Shown, Steps, type Tx, historyOf, offersOf } from '#platform';
import { Listing } from '../listing.entity.js';
import { questionActs } from './question.acts.js';
import { Question } from './question.entity.js';
import { questionProblems } from './question.problems.js';
import type { QuestionFacts } from './question.rules.js';
import { type QuestionView, questionOf } from './question.view.js';
import { questionWorkflow } from './question.workflow.js';

/** One question as the office and who asked it see it. */
@Injectable()
export class QuestionPages {
  constructor(
    private readonly database: Database,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /** Its lot is locked before it. */
  async locked({ tx, actor }: Act, id: string): Promise<QuestionFacts> {
    const seen = await tx.findOneBy(Question, { id });
    if (!seen) throw questionProblems.notFound();
    await tx.findOne(Listing, { where: { id: seen.listingId }, lock: { mode: 'pessimistic_write' } });
    const record = await tx.findOne(Question, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  async read(id: string, me: Actor): Promise<QuestionFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOneBy(Question, { id }), me);
  }

  async see(id: string, me: Actor): Promise<Shown<QuestionView>> {
    const facts = await this.read(id, me);
    const now = this.clock.now();
    const history = reaches(me, facts.record.officeCode) ? await historyOf(this.database.reader, 'question', id) : [];
    const acts = offersOf(questionActs, facts, this.steps.open(questionWorkflow, facts, me, now), me, now);
    return new Shown(questionOf(facts, { history, acts }), { acts });
  }

  private async gather(reader: Reader | Tx, record: Question | null, actor: Actor): Promise<QuestionFacts> {
    const listing = record && (await reader.findOneBy(Listing, { id: record.listingId }));
    if (!record || !listing) throw questionProblems.notFound();
    const belongsTo = (who: Actor): boolean => speaksFor(who) === record.partyId;
    if (actor.kind !== 'clock' && !reaches(actor, record.officeCode) && !belongsTo(actor))
      throw questionProblems.notFound();
    return { record, listing, belongsTo };
  }
}
