import { Injectable } from '@nestjs/common';
import { type Actor, speaksFor } from '#kernel';
import { Bidders } from '../bidders/bidders.service.js';
import { BidderSeal } from '../bidders/bidder-seal.js';
import { amountOf } from './bid-amount.js';
import { BidEngine } from './bid-engine.js';
import { type InHand } from './bid-processes.js';
import { auctionProblems, bidProblems, refusedAs } from './bid.problems.js';
import type { EntryKind } from './book.js';
import { bidWays } from './bid.words.js';
import type { Receipt } from './attempt.js';
import { Pledges } from '../station/pledges.service.js';
import { EntryClock } from './entry-clock.js';
import { Receipts } from './receipts.service.js';

/** What somebody asks of an auction. */
export interface Asked {
  auctionId: string;
  kind: Extract<EntryKind, 'bid' | 'maximum' | 'withdrawal'>;
  amountYuan: unknown;
  /** The Idempotency-Key; empty where none was sent. */
  key: string;
  taken: InHand;
}

/** From a request to a receipt. */
@Injectable()
export class BidDesk {
  constructor(
    private readonly engine: BidEngine,
    private readonly bidders: Bidders,
    private readonly seal: BidderSeal,
    private readonly receipts: Receipts,
    private readonly clock: EntryClock,
    private readonly pledges: Pledges,
  ) {}

  /** Answers the receipt of what was accepted; what was refused is thrown by its name, with the way to its receipt. */
  async bid(me: Actor, asked: Asked): Promise<Receipt> {
    const { auctionId, kind, key, taken } = asked;
    const partyId = speaksFor(me);
    if (partyId === null) throw auctionProblems.staff();
    const via = me.assisting === null ? null : await this.pledges.placeOf(auctionId, me);
    const { amountFen, said } = amountOf(asked.amountYuan);
    const number = await this.bidders.numberOf(auctionId, partyId);
    taken.stamp = await this.clock.sure(taken.stamp, this.engine.endOf(auctionId));
    const fingerprint = `${kind} ${amountFen ?? said}`;
    const answer = await this.engine.submit({
      ...{ auctionId, kind, number, amountFen: kind === 'withdrawal' ? null : amountFen, said, stamp: taken.stamp },
      via,
      key: key === '' ? null : this.seal.keyed(auctionId, 'key', `${partyId} ${key}`),
      asked: key === '' ? null : this.seal.keyed(auctionId, 'asked', fingerprint),
    });
    const [receipt] = Array.isArray(answer) ? answer : [await this.repeated(auctionId, answer, fingerprint)];
    if (!receipt)
      throw amountFen === null && kind !== 'withdrawal' ? bidProblems.amountUnreadable() : auctionProblems.notFound();
    if (receipt.reason !== null)
      throw refusedAs(receipt.reason)({
        way: { href: `/auctions/${auctionId}/receipts/${receipt.seq}`, label: bidWays.receipt },
      });
    return receipt;
  }

  /** The same key never bids twice: it is answered by what it came to, and refused where something else is asked with it. */
  private repeated(auctionId: string, { seq, asked }: { seq: number; asked: Buffer }, fingerprint: string) {
    if (!asked.equals(this.seal.keyed(auctionId, 'asked', fingerprint))) throw auctionProblems.otherBid();
    return this.receipts.own(auctionId, seq);
  }
}
