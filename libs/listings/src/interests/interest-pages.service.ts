import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { type Act, Database, Files, Shown, Steps, historyOf, offersOf, together } from '#platform';
import { InterestFinder, InterestSurroundings } from './interest-facts.service.js';
import { interestActs } from './interest.acts.js';
import { isAdmitted } from './admissions.service.js';
import type { InterestFacts } from './interest.rules.js';
import { type InterestView, interestOf } from './interest.view.js';
import { interestWorkflow } from './interest.workflow.js';

/** One registration as its readers see it. */
@Injectable()
export class InterestPages {
  constructor(
    private readonly database: Database,
    private readonly finder: InterestFinder,
    private readonly around: InterestSurroundings,
    private readonly files: Files,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<InterestFacts> {
    return this.finder.locked(act, id);
  }

  read(id: string, me: Actor): Promise<InterestFacts> {
    return this.finder.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<InterestView>> {
    const facts = await this.finder.read(id, me);
    const { reader } = this.database;
    const now = this.clock.now();
    const found = await together({
      account: this.around.account(reader, facts.record.officeCode),
      papers: this.files.of(reader, 'interest', id),
      history: historyOf(reader, 'interest', id),
    });
    const acts = offersOf(interestActs, facts, this.steps.open(interestWorkflow, facts, me, now), me, now);
    const admitted = isAdmitted(this.steps, facts, now);
    return new Shown(interestOf({ facts, ...found, acts, admitted }, me), { acts });
  }
}
