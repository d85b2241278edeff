import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes } from '#kernel';
import { type Bidding, BiddingOpenings } from '#listings';
import type { Act } from '#platform';
import { Auction } from './auction.entity.js';
import { auctionLines } from './auction.words.js';
import { auctionWorkflow } from './auction.workflow.js';
import { Bidders } from './bidders/bidders.service.js';
import type { BidRules } from './bids/book.js';
import { openBook } from './bids/books.queries.js';

/** 转入竞价：the auction is announced, its rules are frozen, and each who is admitted is dealt a number, in one act with the lot. */
@Injectable()
export class AuctionOpening implements OnModuleInit {
  constructor(
    private readonly openings: BiddingOpenings,
    private readonly bidders: Bidders,
  ) {}

  onModuleInit(): void {
    this.openings.register({ open: (act, bidding) => this.open(act, bidding) });
  }

  private async open(act: Act, { listing, thing, rules, admitted, startsAt }: Bidding): Promise<void> {
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
          thing,
          priceUnit: listing.priceUnit,
          term: listing.term,
        },
        ...{ areaMu: listing.areaMu, rules: bids, priority: [...rules.priority], reserveFen: listing.floorFen },
        ...{ reserveSecret: rules.floorSecret, startsAt, freeUntil, endedAt: null, endedCode: null },
        ...{ winnerNumber: null, winnerInterestId: null, priceFen: null, createdAt: act.now },
      },
      { action: 'open', label: auctionLines.opened, detail: { lot: listing.number, startsAt: startsAt.toISOString() } },
    );
    await act.tx.update(Auction, { id: record.id }, { dueAt: startsAt });
    const ranks: readonly string[] = rules.priority;
    await this.bidders.deal(
      act.tx,
      record.id,
      admitted.map(({ id, partyId, priority }) => ({
        ...{ interestId: id, partyId, level: priority === null ? null : ranks.indexOf(priority) },
      })),
    );
    await openBook(act.tx, record.id, { rules: bids, startsAt, endsAt: endOf(bids, freeUntil) });
  }
}

/** A countdown begins when the free period is over; other ways end with it (云南省规则：自由竞价期、限时竞价期). */
const endOf = ({ mode, windowSeconds }: BidRules, freeUntil: Date): Date =>
  mode === 'countdown' ? addMinutes(freeUntil, windowSeconds / 60) : freeUntil;
