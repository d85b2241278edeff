import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import {
  type Act,
  Calendars,
  Database,
  Deadlines,
  Files,
  Shown,
  Steps,
  dueView,
  historyOf,
  offersOf,
  together,
} from '#platform';
import { PartiesService } from '#parties';
import { TransferSketch } from '#transfers';
import { listingActs } from './listing.acts.js';
import { Listing } from './listing.entity.js';
import type { ListingFacts } from './listing.facts.js';
import { Prices } from './prices/prices.service.js';
import { listingProblems } from './listing.problems.js';
import { Question } from './questions/question.entity.js';
import { ListingFinder } from './listing-reader.service.js';
import { type ListingRound, roundOf } from './listing-consents.view.js';
import { type ListingView, listingOf } from './listing.view.js';
import { listingWorkflow } from './listing.workflow.js';
import { wishesFor } from './wanted/wanted.queries.js';

/** What lies with a lot: its clock, its photos, its map. */
@Injectable()
export class ListingExhibits {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly sketch: TransferSketch,
    private readonly prices: Prices,
  ) {}

  async of({ record, parcels }: ListingFacts, now: Date) {
    const { reader } = this.database;
    const { files, ...found } = await together({
      files: this.files.of(reader, 'listing', record.id),
      deadline: this.deadlines.running(reader, 'listing', record.id),
      history: historyOf(reader, 'listing', record.id),
      before: record.relistsId === null ? null : this.numberOf(record.relistsId),
      questions: reader.find(Question, { where: { listingId: record.id }, order: { askedAt: 'ASC', id: 'ASC' } }),
      wishes: record.state === 'listed' ? wishesFor(reader, record.id, now) : [],
      calendar: this.calendars.at(reader, record.officeCode),
      map: this.sketch.page(reader, { parcels }),
      // Prices of contracted land say nothing of another right's.
      paid: record.holderId === null ? this.prices.beside(record.priceFen, record.officeCode) : null,
    });
    return { ...found, photos: files.filter((file) => file.kind === 'photo') };
  }

  private async numberOf(id: string): Promise<{ id: string; number: string | null } | null> {
    const found = await this.database.reader.findOneBy(Listing, { id });
    return found && { id, number: found.number };
  }
}

/** One lot as its readers see it. */
@Injectable()
export class ListingPages {
  constructor(
    private readonly finder: ListingFinder,
    private readonly exhibits: ListingExhibits,
    private readonly steps: Steps,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<ListingFacts> {
    return this.finder.locked(act, id);
  }

  read(id: string, me: Actor): Promise<ListingFacts> {
    return this.finder.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<ListingView>> {
    const facts = await this.finder.read(id, me);
    const now = this.clock.now();
    const { calendar, map, paid, ...found } = await this.exhibits.of(facts, now);
    const acts = offersOf(listingActs, facts, this.steps.open(listingWorkflow, facts, me, now), me, now);
    const view = listingOf({ facts, ...found, acts }, me);
    const { deadline } = found;
    return new Shown(view, {
      ...{ acts, map, paid, inside: reaches(me, facts.record.officeCode) },
      due: deadline && deadline.dueAt > now ? dueView(deadline, now, calendar) : null,
    });
  }

  /** 缺谁的同意：a sheet for each household, to be signed at the door. */
  async round(id: string, me: Actor): Promise<Shown<ListingRound>> {
    const facts = await this.finder.read(id, me);
    if (!reaches(me, facts.record.officeCode)) throw listingProblems.notFound();
    const rows = await this.parties.members(facts.consents.map(({ householdId }) => householdId));
    return new Shown(
      roundOf(
        facts,
        rows.map((row) => this.parties.memberView(row)),
      ),
      {},
    );
  }
}
