import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes } from '#kernel';
import { type Bidding, type BiddingOpening, BiddingOpenings } from '#listings';
import type { Act } from '#platform';
import { Auction } from './auction.entity.js';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { auctionStates } from './auction-states.workflow.js';
import { auctionLines } from './auction.words.js';
import { auctionWorkflow } from './auction.workflow.js';
import { Bidders } from './bidders/bidders.service.js';
import type { BidRules } from './bids/book.js';
import { NextBidder } from './closing/next-bidder.service.js';
import { openBook } from './bids/books.queries.js';

/** 转入竞价, and what becomes of the lot while it is bid for: the auction is announced, its rules are frozen, and each who is admitted is dealt a number, in one act with the lot. */
@Injectable()
export class AuctionOpening implements OnModuleInit, Bidding {
  constructor(
    private readonly openings: BiddingOpenings,
    private readonly bidders: Bidders,
    private readonly finder: AuctionFinder,
    private readonly course: AuctionCourse,
    private readonly next: NextBidder,
  ) {}

  onModuleInit(): void {
    this.openings.register(this);
  }

  async open(act: Act, { listing, rules, admitted, startsAt }: BiddingOpening): Promise<void> {
    const { mode, startFen, stepFen, ceilingFen, windowSeconds, mostExtensions, mostSteps } = rules;
    const freeUntil = addMinutes(startsAt, rules.freeMinutes);
    const bids: BidRules = { mode, startFen, stepFen, ceilingFen, windowSeconds, mostExtensions, mostSteps };
    const record = await act.open(
      auctionWorkflow,
      Auction,
      {
        ...{ listingId: listing.id, listingNumber: listing.number ?? '', officeCode: listing.officeCode },
        ...{
          rulesDay: listing.rulesDay,
          place: listing.place,
          thing: listing.own.name ?? '',
          priceUnit: listing.priceUnit,
          term: listing.term,
        },
        ...{ areaMu: listing.areaMu, rules: bids, priority: [...rules.priority], reserveFen: listing.floorFen },
        ...{
          reserveSecret: rules.floorSecret,
          startsAt,
          freeUntil,
          suspendedFrom: null,
          heldBy: null,
          endedAt: null,
          endedCode: null,
        },
        ...{ winnerNumber: null, winnerInterestId: null, priceFen: null, createdAt: act.now },
      },
      { action: 'open', label: auctionLines.opened, detail: { lot: listing.number, startsAt: startsAt.toISOString() } },
    );
    await act.tx.update(Auction, { id: record.id }, { dueAt: startsAt });
    const ranks: readonly string[] = rules.priority;
    await this.bidders.deal(
      act.tx,
      record.id,
      admitted.map((each) => ({ interestId: each.id, partyId: each.partyId, level: levelOf(ranks, each.priority) })),
    );
    await openBook(act.tx, record.id, { rules: bids, startsAt, endsAt: endOf(bids, freeUntil) });
  }

  async suspended(act: Act, listingId: string, reason: string): Promise<void> {
    const facts = await this.finder.ofLot(act, listingId);
    if (facts && auctionStates[facts.record.state].phase !== 'halted') await this.course.suspend(act, facts, reason);
  }

  async resumed(act: Act, listingId: string): Promise<void> {
    const facts = await this.finder.ofLot(act, listingId);
    if (facts?.record.state === 'suspended') await this.course.resume(act, facts);
  }

  async terminated(act: Act, listingId: string, reason: string): Promise<void> {
    const facts = await this.finder.ofLot(act, listingId);
    if (facts) await this.course.terminate(act, facts, reason);
  }

  /** The next by rank follows where the winner does not sign; the lot says whether its land is still free for him. */
  async fell(act: Act, listingId: string): Promise<'next' | 'over' | null> {
    const facts = await this.finder.ofLot(act, listingId);
    return facts?.record.state === 'sold' ? this.next.after(act, facts) : null;
  }
}

/** The rank of a priority among those of the lot; one that the lot does not know is none. */
function levelOf(ranks: readonly string[], priority: string | null): number | null {
  const level = priority === null ? -1 : ranks.indexOf(priority);
  return level < 0 ? null : level;
}

/** A countdown begins when the free period is over; other ways end with it (云南省规则：自由竞价期、限时竞价期). */
const endOf = ({ mode, windowSeconds }: BidRules, freeUntil: Date): Date =>
  mode === 'countdown' ? addMinutes(freeUntil, windowSeconds / 60) : freeUntil;
