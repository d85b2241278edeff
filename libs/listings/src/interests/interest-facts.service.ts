import { Injectable } from '@nestjs/common';
import { type Actor, Clock, ageOn, dayOf, fen, speaksFor } from '#kernel';
import { DepositsService } from '#deposits';
import { type EscrowAccount, EscrowAccounts, receiptsOf } from '#ledger';
import { PartiesService, PowersOfAttorneyService } from '#parties';
import { type Act, Database, ParameterStore, type Reader, type Tx, together } from '#platform';
import { Interest } from './interest.entity.js';
import { interestProblems } from './interest.problems.js';
import type { InterestFacts } from './interest.rules.js';
import { seesWho } from './interest-sight.js';
import { courseOf, givers, staffAround, timely } from './interests.queries.js';
import { Listing } from '../listing.entity.js';

/** Who stands behind a registration, and what came in of the deposit. */
@Injectable()
export class InterestSurroundings {
  constructor(
    private readonly parties: PartiesService,
    private readonly powersOfAttorney: PowersOfAttorneyService,
    private readonly deposits: DepositsService,
    private readonly escrow: EscrowAccounts,
    private readonly clock: Clock,
  ) {}

  /** Whether somebody may take part in a lot, as far as his person goes. */
  async people(reader: Reader | Tx, listingId: string, partyId: string) {
    const today = dayOf(this.clock.now());
    const behind = await this.powersOfAttorney.behind(reader, partyId);
    const { born } = await this.parties.get(partyId, reader);
    return together({
      age: born === null ? null : ageOn(born, today),
      staff: staffAround(reader, behind),
      transferors: givers(reader, listingId, behind, today),
    });
  }

  async money(reader: Reader | Tx, { id }: Interest, closing: Date | null) {
    const { depositId, heldFen, number: depositCode, forfeited } = await this.deposits.facts(reader, 'interest', id);
    const receipts = depositId === null ? [] : await receiptsOf(reader, { subject: 'deposit', subjectId: depositId });
    return {
      depositId,
      depositCode,
      heldFen,
      forfeited,
      timelyFen: closing === null ? heldFen : timely(receipts, closing),
    };
  }

  account(reader: Reader | Tx, officeCode: string): Promise<EscrowAccount | null> {
    return this.escrow.inForce(reader, officeCode, dayOf(this.clock.now()));
  }
}

/** Gathers a registration; its lot is locked before it. */
@Injectable()
export class InterestFinder {
  constructor(
    private readonly database: Database,
    private readonly around: InterestSurroundings,
    private readonly parameters: ParameterStore,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<InterestFacts> {
    const seen = await tx.findOneBy(Interest, { id });
    if (!seen) throw interestProblems.notFound();
    await tx.findOne(Listing, { where: { id: seen.listingId }, lock: { mode: 'pessimistic_write' } });
    const record = await tx.findOne(Interest, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  async read(id: string, actor: Actor): Promise<InterestFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOneBy(Interest, { id }), actor);
  }

  private async gather(reader: Reader | Tx, record: Interest | null, actor: Actor): Promise<InterestFacts> {
    const listing = record && (await reader.findOneBy(Listing, { id: record.listingId }));
    if (!record || !listing) throw interestProblems.notFound();
    const belongsTo = (who: Actor): boolean => speaksFor(who) === record.partyId;
    if (actor.kind !== 'clock' && !seesWho(listing, actor) && !belongsTo(actor)) throw interestProblems.notFound();
    const { parameters, people, money, course } = await together({
      course: courseOf(reader, record),
      parameters: this.parameters.at(reader, record.rulesDay),
      people: this.around.people(reader, listing.id, record.partyId),
      money: this.around.money(reader, record, listing.closedAt ?? listing.dueAt),
    });
    return { record, listing, parameters, belongsTo, ...people, ...course, ...money, heldFen: fen(money.heldFen) };
  }
}
