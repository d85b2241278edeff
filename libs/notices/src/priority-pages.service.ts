import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { type Act, Calendars, Database, Deadlines, Shown, Steps, dueView, historyOf, offersOf } from '#platform';
import { ClaimFactsService } from './claim-facts.service.js';
import { claimActs } from './priority-claim.acts.js';
import { type Claim, claimSeenOf } from './priority-claim.view.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';

/** The page of a priority claim, for its claimant and the desk that answers it. */
@Injectable()
export class PriorityPagesService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimFactsService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<ClaimFacts> {
    return this.claims.locked(act, id);
  }

  read(id: string, me: Actor): Promise<ClaimFacts> {
    return this.claims.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<Claim>> {
    const facts = await this.claims.read(id, me);
    const { reader } = this.database;
    const now = this.clock.now();
    const running = await this.deadlines.running(reader, 'priority_claim', id);
    const history = await historyOf(reader, 'priority_claim', id);
    const acts = offersOf(claimActs, facts, this.steps.open(claimWorkflow, facts, me, now), me, now);
    return new Shown(claimSeenOf({ facts, running, acts, history }), async () => ({
      due: running && dueView(running, now, await this.calendars.current(facts.record.officeCode)),
      acts,
    }));
  }
}
