import { Injectable } from '@nestjs/common';
import { Draws } from '#inspections';
import type { Act } from '#platform';
import { Auction } from '../auction.entity.js';
import type { AuctionFacts } from '../auction.facts.js';
import { auctionWorkflow } from '../auction.workflow.js';
import { Bidders } from '../bidders/bidders.service.js';
import { Receipts } from '../bids/receipts.service.js';
import { ranking } from '../bids/result.js';
import { ResultOpening } from './result-opening.service.js';

/** All lines of an auction at once: a hundred thousand at most are looked through. */
const all = 100_000;

/** Who follows where the winner does not sign. */
@Injectable()
export class NextBidder {
  constructor(
    private readonly bidders: Bidders,
    private readonly receipts: Receipts,
    private readonly opening: ResultOpening,
    private readonly draws: Draws,
  ) {}

  /** `next`: another number has won by rank. `over`: nobody is left. */
  async after(act: Act, facts: AuctionFacts): Promise<'next' | 'over'> {
    const { record } = facts;
    const { id, winnerNumber, endedAt } = record;
    const lines = await this.receipts.after(act.tx, id, 0, all);
    const drawn = (await this.draws.of(act.tx, 'auction', id))?.ranked ?? [];
    const ranked = asDrawn(ranking(await this.bidders.of(act.tx, id), lines), drawn.map(Number));
    const here = ranked.findIndex(({ number }) => number === winnerNumber);
    const follows = ranked[here + 1];
    if (!follows || !endedAt || follows.amountFen < record.reserveFen) {
      await act.keep(Auction, id, { endedCode: 'defaulted' });
      await act.take(auctionWorkflow, facts, 'fall');
      return 'over';
    }
    await this.opening.won(act, facts, { number: follows.number, priceFen: follows.amountFen, endedAt });
    await act.take(auctionWorkflow, facts, 'pass_on', {
      detail: { number: follows.number, priceFen: follows.amountFen },
    });
    return 'next';
  }
}

/** Those who stood equal at the top follow each other as they were drawn. */
const asDrawn = <Ranked extends { number: number }>(ranked: readonly Ranked[], drawn: readonly number[]): Ranked[] => [
  ...drawn.flatMap((number) => ranked.find((each) => each.number === number) ?? []),
  ...ranked.filter(({ number }) => !drawn.includes(number)),
];
