import { Injectable } from '@nestjs/common';
import { type BidPriority, type Fen, clockActor, fen, plainYuan } from '#kernel';
import { type Act } from '#platform';
import { type ApplicationInput, DealsService } from '#transfers';
import { InterestDesk } from './interests/interest-desk.service.js';
import { InterestFinder } from './interests/interest-facts.service.js';
import type { Interest } from './interests/interest.entity.js';
import type { Listing } from './listing.entity.js';
import { interestProblems } from './interests/interest.problems.js';
import { ListingHoldings } from './listing-holdings.service.js';
import type { ListingFacts } from './listing.facts.js';
import { listingProblems } from './listing.problems.js';
import { type Found, RightDeals } from './right-deals/right-deals.service.js';
import { interestLines, listingLines } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';

/** What comes of a lot that found a taker, alone or by bids: contracted land becomes a case, every other right a deal of its own. */
@Injectable()
export class DealDesk {
  constructor(
    private readonly deals: DealsService,
    private readonly finder: InterestFinder,
    private readonly desk: InterestDesk,
    private readonly holdings: ListingHoldings,
    private readonly rights: RightDeals,
  ) {}

  /** 协议成交：contracted land becomes a case that begins on notice, every other right a deal of its own. */
  async agree(act: Act, facts: ListingFacts): Promise<void> {
    const { record } = facts;
    const taker = facts.interests.find(({ admitted }) => admitted)?.record;
    await act.take(listingWorkflow, facts, 'agree', { detail: { taker: taker?.id ?? null } });
    if (!taker) throw interestProblems.notFound();
    await this.give(act, facts, taker);
    await this.deal(act, facts, taker, { priceFen: agreedOf(record, taker) });
  }

  /** 竞价成交：`winnerId` won it at a price; whoever may no longer take part, or whose land is no longer free to give, is refused here. */
  async award(act: Act, facts: ListingFacts, priceFen: Fen, priority: BidPriority | null): Promise<void> {
    const winner = facts.interests.find(({ record }) => record.id === facts.winnerId)?.record;
    if (!winner) throw interestProblems.notFound();
    await act.take(listingWorkflow, facts, 'award', { detail: { taker: winner.id, priceFen } });
    await this.give(act, facts, winner);
    await this.deal(act, facts, winner, { priceFen, bid: { priority } });
  }

  /** Who won has defaulted: he is out, and the land is held for whoever follows. */
  async passOn(act: Act, facts: ListingFacts): Promise<void> {
    await act.take(listingWorkflow, facts, 'pass_on');
    const won = facts.interests.filter(({ record }) => record.state === 'won');
    for (const { record } of won)
      await this.desk.out(act, await this.finder.locked(act, record.id), interestLines.defaulted);
    if (facts.holder === null) await this.holdings.hold(act, facts);
  }

  private async deal(act: Act, facts: ListingFacts, taker: Interest, found: Found): Promise<void> {
    const { record } = facts;
    if (record.approvedAt === null || record.number === null) throw listingProblems.notFound();
    if (facts.holder !== null) {
      // What is no contracted land does not pass by a case of transfers: its result goes on notice, and its contract closes it.
      await this.rights.open(act, record, taker, found);
      return;
    }
    await this.holdings.free(act, facts, listingLines.dealt);
    const { id, number, priceFen, floorFen } = { ...record, number: record.number };
    await this.deals.open(act, {
      listing: { id, number, priceFen, floorFen, ...(found.bid && { bid: found.bid }) },
      approvedAt: record.approvedAt,
      taker: {
        transfereeId: taker.partyId,
        transfereeKind: taker.transfereeKind,
        transfereeName: taker.partyName,
      },
      terms: termsOf(facts, taker, found.priceFen),
    });
  }

  /** The lot is one's, who may still take part; the others are out, and what they paid goes back. */
  private async give(act: Act, { interests }: ListingFacts, taker: Interest): Promise<void> {
    const byClock = act.as(clockActor);
    await this.desk.win(byClock, await this.finder.locked(byClock, taker.id));
    for (const { record } of interests.filter(
      (each) => each.record.state === 'qualified' && each.record.id !== taker.id,
    ))
      await this.desk.lose(byClock, await this.finder.locked(byClock, record.id), interestLines.outbid);
  }
}

/** 岳阳规则：the higher of listing price and offer, never below the floor. */
const agreedOf = ({ priceFen, floorFen }: Listing, { offerFen }: Interest): Fen =>
  fen(Math.max(priceFen, offerFen, floorFen));

/** The terms of the lot as an application says them. */
function termsOf({ record, term, parcels }: ListingFacts, taker: Interest, priceFen: Fen): ApplicationInput {
  const { payment, purpose, crops, fixtures, declared } = record;
  const priceYuan = plainYuan(priceFen);
  return {
    ...{ payment, purpose, crops, fixtures, permits: null, mode: 'lease', ability: taker.ability },
    term: { start: term.start, end: term.end },
    // Found on the market, and consented to: nobody is asked again whether it is meant.
    ...{ priceYuan, priceConfirmed: priceYuan },
    declared: { ...declared, credit: taker.credit },
    parcels: parcels.map(({ code }) => ({ code })),
  };
}
