import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches, speaksFor } from '#kernel';
import { NoticesService, isDown } from '#notices';
import { type Act, Database, type Reader, type Tx } from '#platform';
import { termOf } from '#rights';
import { Listing } from '../listing.entity.js';
import { RightDeal } from './right-deal.entity.js';
import { rightDealProblems } from './right-deal.problems.js';
import type { RightDealFacts } from './right-deal.rules.js';

/** Gathers a deal: the record, its lot, and how its notice stands. */
@Injectable()
export class RightDealFinder {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<RightDealFacts> {
    const record = await tx.findOne(RightDeal, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  async read(id: string, actor: Actor): Promise<RightDealFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOneBy(RightDeal, { id }), actor);
  }

  private async gather(reader: Reader | Tx, record: RightDeal | null, actor: Actor): Promise<RightDealFacts> {
    const listing = record && (await reader.findOneBy(Listing, { id: record.listingId }));
    if (!record || !listing) throw rightDealProblems.notFound();
    const belongsTo = (who: Actor): boolean => [record.partyId, listing.holderId].includes(speaksFor(who) ?? '');
    // Whoever is no party to it and works for no office above it does not learn that it is there.
    if (actor.kind !== 'clock' && !reaches(actor, record.officeCode) && !belongsTo(actor))
      throw rightDealProblems.notFound();
    const notice = await this.notices.currentOf(reader, 'right_deal', record.id);
    const standing = notice && (await this.notices.clearance(reader, notice, this.clock.now()));
    return {
      ...{ record, listing, belongsTo, term: termOf(listing.term), noticeBlockers: standing?.blockers ?? [] },
      notice: notice && { id: notice.id, number: notice.number, down: isDown(notice) },
    };
  }
}
