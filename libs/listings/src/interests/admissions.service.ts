import { Injectable } from '@nestjs/common';
import { Clock, clockActor, fen } from '#kernel';
import { ParameterStore, type Reader, Steps, type Tx, together } from '#platform';
import { InterestSurroundings } from './interest-facts.service.js';
import type { InterestFacts } from './interest.rules.js';
import { interestWorkflow } from './interest.workflow.js';
import { courseOf, interestFacts } from './interests.queries.js';
import type { Listing } from '../listing.entity.js';
import type { InterestFact } from '../listing.facts.js';

/** Whether somebody may take a lot as of now: qualified, his money there in time, and nothing against his person. */
export const isAdmitted = (steps: Steps, facts: InterestFacts, now: Date): boolean =>
  facts.record.state === 'qualified' && steps.stepFor(interestWorkflow, facts, 'win', clockActor, now).enabled;

/** Who of those that registered for a lot may take it: found from the money and the register whenever it is asked, kept nowhere. */
@Injectable()
export class Admissions {
  constructor(
    private readonly around: InterestSurroundings,
    private readonly parameters: ParameterStore,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  async of(reader: Reader | Tx, listing: Listing): Promise<InterestFact[]> {
    const facts = await interestFacts(reader, listing);
    // Before its period is over nobody asks, and once it is bid for whoever bids has a number.
    if (listing.state !== 'qualifying') return facts;
    const found: InterestFact[] = [];
    for (const each of facts) found.push({ ...each, ...(await this.look(reader, listing, each)) });
    return found;
  }

  private async look(reader: Reader | Tx, listing: Listing, { record }: InterestFact) {
    if (record.state !== 'qualified') return { admitted: false };
    const { parameters, people, money, course } = await together({
      course: courseOf(reader, record),
      parameters: this.parameters.at(reader, record.rulesDay),
      people: this.around.people(reader, listing.id, record.partyId),
      money: this.around.money(reader, record, listing.closedAt ?? listing.dueAt),
    });
    const facts = { record, listing, parameters, ...people, ...course, ...money, heldFen: fen(money.heldFen) };
    const whole = { ...facts, belongsTo: () => false };
    return { admitted: isAdmitted(this.steps, whole, this.clock.now()), paid: money.timelyFen >= record.depositFen };
  }
}
