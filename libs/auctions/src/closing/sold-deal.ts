import { type Day, type Fen, type Mu, sha256Of } from '#kernel';
import type { PriceUnit } from '#listings';
import type { Tx } from '#platform';
import type { Auction } from '../auction.entity.js';
import { type Receipt, saidOf } from '../bids/attempt.js';
import { receiptText } from '../bids/receipt-text.js';

/** What a lot and its winner say of a deal. */
interface Sides {
  transferor: string;
  winner: string;
  askedFen: Fen;
  payment: string;
  depositFen: Fen;
  /** Who gives the right, and who takes it. */
  partyIds: string[];
}

/** A deal that the exchange confirms (领域规则 3.13). */
export interface SoldDeal extends Omit<Sides, 'askedFen' | 'partyIds'> {
  listingNumber: string;
  place: string;
  thing: string;
  areaMu: Mu;
  from: Day;
  until: Day;
  number: number;
  priceFen: Fen;
  unit: PriceUnit;
  yearlyFen: Fen;
  /** Null where the term is not of whole years. */
  totalFen: Fen | null;
  /** Above what was asked, in percent with two decimals; empty where it is not. */
  premium: string;
  priority: boolean;
  /** The frozen list of the draw that parted equal claims. */
  drawn: string | null;
  soldAt: string;
  logHash: string;
  signingDays: number;
}

const sidesSql = `
  SELECT l.transferor_name AS transferor, i.party_name AS winner, l.price_fen AS "askedFen", l.payment, i.deposit_fen AS "depositFen",
    array_remove(ARRAY(SELECT DISTINCT grantor_id FROM listing_parcel WHERE listing_id = l.id) || l.holder_id || i.party_id, NULL) AS "partyIds"
  FROM listing l JOIN interest i ON i.listing_id = l.id WHERE l.id = $1 AND i.id = $2`;

/** Whose deal it is, and at what the lot had been offered. */
export async function sidesOf(tx: Tx, { listingId, winnerInterestId }: Auction): Promise<Sides | null> {
  const [found] = (await tx.query(sidesSql, [listingId, winnerInterestId])) as Sides[];
  return found ?? null;
}

/** Whether another than the winner had bid the price that won. */
export const equalled = (
  lines: readonly Pick<Receipt, 'kind' | 'outcome' | 'number' | 'amountFen'>[],
  won: { number: number; priceFen: Fen },
): boolean =>
  lines.some(
    ({ kind, outcome, number, amountFen }) =>
      outcome === 'accepted' && kind !== 'maximum' && number !== won.number && amountFen === won.priceFen,
  );

/** The log of an auction in one hash: the text of each receipt in its order, with a line feed behind it. */
export const logHashOf = (receipts: readonly Receipt[]): string =>
  sha256Of(receipts.map((receipt) => `${receiptText(saidOf(receipt))}\n`).join(''));

export function premiumOf(priceFen: Fen, askedFen: Fen): string {
  const points = Math.round(((priceFen - askedFen) * 10_000) / askedFen);
  return points > 0 ? `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}` : '';
}
