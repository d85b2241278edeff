import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, clockActor, speaksFor } from '#kernel';
import { type Draw, type DrawSubject, DrawSubjects } from '#inspections';
import type { Act, Reader, Tx } from '#platform';
import { AuctionFinder } from '../auction-finder.service.js';
import { auctionProblems } from '../bids/bid.problems.js';
import { auctionWorkflow } from '../auction.workflow.js';
import { Bidders } from '../bidders/bidders.service.js';
import { ResultOpening } from './result-opening.service.js';

/** Bidders of one rank who stood equal at the top: their draw says who has won, and the lot is sold to him in the same act. */
@Injectable()
export class EqualClaims implements OnModuleInit, DrawSubject {
  readonly subject = 'auction';
  readonly things = 'auctions';

  constructor(
    private readonly subjects: DrawSubjects,
    private readonly finder: AuctionFinder,
    private readonly bidders: Bidders,
    private readonly opening: ResultOpening,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  /** A bidder sees his own number on the list; whose the others are, the seal keeps. */
  async labelOf(_reader: Reader | Tx, { subjectId, labels }: Draw, actor: Actor): Promise<string | null> {
    const partyId = speaksFor(actor);
    const number = partyId === null ? null : await this.bidders.numberOf(subjectId, partyId);
    return number !== null && labels.includes(String(number)) ? String(number) : null;
  }

  async drawn(act: Act, { subjectId }: Draw, [first]: readonly string[]): Promise<void> {
    const byClock = act.as(clockActor);
    const facts = await this.finder.locked(byClock, subjectId);
    const { endedAt, priceFen } = facts.record;
    if (endedAt === null || priceFen === null || first === undefined) throw auctionProblems.notFound();
    const won = { number: Number(first), priceFen, endedAt };
    await this.opening.won(byClock, facts, won);
    await byClock.take(auctionWorkflow, facts, 'sell_drawn', { detail: { number: won.number, priceFen } });
  }
}
