import { Injectable } from '@nestjs/common';
import { Draws } from '#inspections';
import { PapersService } from '#papers';
import { type Act, ParameterStore, type Tx } from '#platform';
import type { Auction } from '../auction.entity.js';
import { Bidders } from '../bidders/bidders.service.js';
import { Receipts } from '../bids/receipts.service.js';
import { termOf } from '#rights';
import { sumsOf } from '../hall/hall.view.js';
import { dealConfirmation } from './deal-confirmation.letter.js';
import { equalled, logHashOf, premiumOf, sidesOf } from './sold-deal.js';

/** All lines of an auction at once. */
const all = 100_000;

/** 成交确认书: written when the lot is awarded, for both sides. */
@Injectable()
export class DealConfirmations {
  constructor(
    private readonly papers: PapersService,
    private readonly parameters: ParameterStore,
    private readonly bidders: Bidders,
    private readonly receipts: Receipts,
    private readonly draws: Draws,
  ) {}

  /** Whether it took priority to win: somebody else had bid the very price, and whose it is ranks above him. */
  async priorityUsed(tx: Tx, { id, winnerNumber: number, priceFen }: Auction): Promise<boolean> {
    if (number === null || priceFen === null) return false;
    const level = (await this.bidders.of(tx, id)).get(number)?.level ?? null;
    return level !== null && equalled(await this.receipts.after(tx, id, 0, all), { number, priceFen });
  }

  async write(act: Act, auction: Auction): Promise<void> {
    const { id, winnerNumber: number, priceFen, priceUnit: unit, officeCode, rulesDay } = auction;
    const sides = await sidesOf(act.tx, auction);
    if (!sides || number === null || priceFen === null) return;
    const { askedFen, partyIds, ...named } = sides;
    const { listingNumber, place, thing, areaMu } = auction;
    const { signingWorkingDays: signingDays } = await this.parameters.at(act.tx, rulesDay);
    const term = termOf(auction.term);
    const draw = await this.draws.of(act.tx, 'auction', id);
    const priority = await this.priorityUsed(act.tx, auction);
    await this.papers.issueLast(
      act,
      dealConfirmation,
      { subject: 'auction', subjectId: id, officeCode, partyIds },
      {
        ...{ ...named, listingNumber, place, thing, areaMu, number, priceFen, unit, signingDays },
        ...{ from: term.start, until: term.end, ...sumsOf({ ...auction, term }, priceFen) },
        ...{ premium: premiumOf(priceFen, askedFen), priority },
        ...{ drawn: draw?.listHash ?? null, soldAt: auction.stateSince.toISOString() },
        logHash: logHashOf(await this.receipts.after(act.tx, id, 0, all)),
      },
    );
  }
}
