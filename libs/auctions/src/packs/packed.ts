import { addMinutes, instant } from '#kernel';
import type { Auction } from '../auction.entity.js';
import { type Receipt, saidOf } from '../bids/attempt.js';
import type { SignedBatch } from './batches.service.js';
import type { PackFacts } from './pack-facts.service.js';
import type { Pack, PackedAttempt, PackedBatch, PackedResult } from './pack.js';

/** The auction as it was announced first: another start, if there was one, stands among the attempts. */
export function packedHead(record: Auction, { history }: Pick<PackFacts, 'history'>): Pack['auction'] {
  const { id, listingNumber, thing, place, priceUnit, areaMu, rules, priority, reserveFen, reserveSecret } = record;
  const said = history.find(({ action }) => action === 'open')?.detail['startsAt'];
  const startsAt = typeof said === 'string' ? instant(said) : record.startsAt;
  const lasts = (record.freeUntil.getTime() - record.startsAt.getTime()) / 60_000;
  const more = rules.mode === 'countdown' ? rules.windowSeconds / 60 : 0;
  return {
    ...{ id, listingNumber, thing, place, priceUnit, areaMu, startsAt: startsAt.toISOString() },
    ...{ endsAt: addMinutes(startsAt, lasts + more).toISOString(), rules, priority, reserveFen, reserveSecret },
  };
}

export function packedAttempt(receipt: Receipt): PackedAttempt {
  const { auction: _auction, ...said } = saidOf(receipt);
  return { ...said, batch: receipt.batchId, place: receipt.place };
}

/** What lay in the batch of other auctions is told by its hash alone. */
export function packedBatch(batch: SignedBatch, attempts: readonly Receipt[]): PackedBatch {
  const { id, payload, kid, signature, leaves } = batch;
  const own = new Set(attempts.filter(({ batchId }) => batchId === id).map(({ place }) => place));
  const others = leaves.flatMap((leaf, place) =>
    own.has(place) ? [] : [{ place, hash: Buffer.from(leaf).toString('hex') }],
  );
  return { payload, kid, signature, others };
}

/** What came out first; who follows where a winner backs out, comes out of the ranking of the same attempts. */
export function packedResult(record: Auction, { attempts, history }: PackFacts): PackedResult {
  const endsAt = saidOf(attempts.at(-1) as Receipt).endsAt;
  const sold = history.find(({ action }) => action === 'sell' || action === 'sell_drawn')?.detail;
  if (sold) {
    const { number = record.winnerNumber, priceFen = record.priceFen } = sold as { number?: number; priceFen?: number };
    return { winner: number, priceFen, endsAt, code: null };
  }
  const failed = history.find(({ action }) => action === 'fail')?.detail['code'];
  return { winner: null, priceFen: null, endsAt, code: typeof failed === 'string' ? failed : 'terminated' };
}
