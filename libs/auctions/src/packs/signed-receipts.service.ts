import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Shown } from '#platform';
import { auctionEvents } from '../auction.words.js';
import type { Receipt } from '../bids/attempt.js';
import { auctionProblems, refusedAs } from '../bids/bid.problems.js';
import type { Book } from '../bids/book.js';
import { Receipts } from '../bids/receipts.service.js';
import { HallReader } from '../hall/hall-reader.service.js';
import { Batches } from './batches.service.js';
import { type SignedReceipt, signedReceiptOf } from './signed-receipt.view.js';

/** One receipt with its proof, as far as this reader may see it. */
@Injectable()
export class SignedReceipts {
  constructor(
    private readonly reader: HallReader,
    private readonly receipts: Receipts,
    private readonly batches: Batches,
  ) {}

  /** @throws Problem `auction-not-found` also for what is another's secret before the end */
  async see(id: string, seq: number, me: Actor): Promise<Shown<SignedReceipt>> {
    const { record, book, own } = await this.reader.read(id, me);
    const receipt = await this.receipts.own(id, seq);
    // Of whoever has no number the receipt names nobody either.
    const whole = book.closedAt !== null || (receipt.number === null ? receipt.via === null : receipt.number === own);
    if (!whole && !isTold(receipt, book)) throw auctionProblems.notFound();
    const batch = (await this.batches.read([receipt.batchId])).get(receipt.batchId);
    if (!batch) throw auctionProblems.notFound();
    const { listingNumber, thing, priceUnit } = record;
    const refusal = receipt.reason && refusedAs(receipt.reason);
    const view = signedReceiptOf(receipt, { batch, path: this.batches.path(batch, receipt.place), whole });
    const page = { listingNumber, thing, priceUnit };
    return new Shown(view, { ...page, refusal: refusal && { title: refusal.title, why: refusal.explanation } });
  }
}

/** What everybody reads while it goes on: bids that count, and what the exchange did. Quotes and maxima stay sealed until the end. */
const isTold = ({ kind, outcome }: Receipt, { rules }: Book): boolean =>
  kind in auctionEvents || (outcome === 'accepted' && kind !== 'maximum' && rules.mode !== 'sealed');
