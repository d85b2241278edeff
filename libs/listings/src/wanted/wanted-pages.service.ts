import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, reaches, speaksFor } from '#kernel';
import {
  type Act,
  Database,
  ParameterStore,
  type Reader,
  Shown,
  Steps,
  type Tx,
  historyOf,
  offersOf,
  together,
} from '#platform';
import { landClasses } from '#rights';
import { wantedActs } from './wanted.acts.js';
import { Wanted } from './wanted.entity.js';
import { wantedProblems } from './wanted.problems.js';
import { lotsFor } from './wanted.queries.js';
import type { WantedFacts } from './wanted.rules.js';
import { type WantedView, wantedOf } from './wanted.view.js';
import { wantedWorkflow } from './wanted.workflow.js';

/** One advertisement as its readers see it. */
@Injectable()
export class WantedPages {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<WantedFacts> {
    const record = await tx.findOne(Wanted, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  async read(id: string, me: Actor): Promise<WantedFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOneBy(Wanted, { id }), me);
  }

  async see(id: string, me: Actor): Promise<Shown<WantedView>> {
    const facts = await this.read(id, me);
    const { reader } = this.database;
    const now = this.clock.now();
    const inside = reaches(me, facts.record.officeCode);
    const found = await together({
      matches: lotsFor(reader, id, now),
      history: inside ? historyOf(reader, 'wanted', id) : [],
    });
    const acts = offersOf(wantedActs, facts, this.steps.open(wantedWorkflow, facts, me, now), me, now);
    // The first line of its history would name the person.
    const history = found.history.filter((line) => line.action !== 'enter');
    return new Shown(wantedOf(facts, { matches: found.matches, history, acts }, me), { acts, inside, landClasses });
  }

  private async gather(reader: Reader | Tx, record: Wanted | null, actor: Actor): Promise<WantedFacts> {
    if (!record) throw wantedProblems.notFound();
    const belongsTo = (who: Actor): boolean => speaksFor(who) === record.partyId;
    if (
      record.state !== 'published' &&
      actor.kind !== 'clock' &&
      !reaches(actor, record.officeCode) &&
      !belongsTo(actor)
    )
      throw wantedProblems.notFound();
    const ruled = record.number === null ? dayOf(this.clock.now()) : record.rulesDay;
    return { record, belongsTo, parameters: await this.parameters.at(reader, ruled) };
  }
}
