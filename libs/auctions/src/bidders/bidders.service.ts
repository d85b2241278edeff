import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Tx } from '#platform';
import { AuctionBidder } from '../auction.entity.js';
import { BidderSeal, type Joint } from './bidder-seal.js';

/** Somebody admitted: who he is, and the rank of his priority. */
export interface Admitted extends Joint {
  level: number | null;
}

/** So many numbers of auctions are remembered; they never change. */
const most = 500;

/** The numbers of an auction: dealt once, in no order, and known only to whose they are. */
@Injectable()
export class Bidders {
  private readonly known = new Map<string, Map<string, number>>();

  constructor(
    private readonly seal: BidderSeal,
    private readonly database: Database,
  ) {}

  /** Deals a number of four digits to each who is admitted. */
  async deal(tx: Tx, auctionId: string, admitted: readonly Admitted[]): Promise<void> {
    const numbers = new Set<number>();
    while (numbers.size < admitted.length) numbers.add(randomInt(1000, 10_000));
    const dealt = [...numbers].map((number, at) => ({ number, ...(admitted[at] as Admitted) }));
    // Written in the order of the numbers, so that no row tells who came first.
    const rows = dealt
      .toSorted((one, other) => one.number - other.number)
      .map(({ number, level, interestId, partyId }) => ({
        ...{ auctionId, number, level, partyTag: this.seal.tag(auctionId, partyId) },
        sealed: this.seal.seal(auctionId, number, { interestId, partyId }),
      }));
    await tx.insert(AuctionBidder, rows);
  }

  /** The number of a party, or null for whoever was not admitted. */
  async numberOf(auctionId: string, partyId: string): Promise<number | null> {
    const numbers = this.known.get(auctionId) ?? (await this.load(auctionId));
    return numbers.get(this.seal.tag(auctionId, partyId).toString('base64')) ?? null;
  }

  async of(reader: Reader | Tx, auctionId: string): Promise<Map<number, { number: number; level: number | null }>> {
    const rows = await reader.find(AuctionBidder, { where: { auctionId }, order: { number: 'ASC' } });
    return new Map(rows.map(({ number, level }) => [number, { number, level }]));
  }

  /** Opens whose a number is: by the result, or by two persons with a reason. */
  async open(reader: Reader | Tx, auctionId: string, number: number): Promise<Joint> {
    const row = await reader.findOneByOrFail(AuctionBidder, { auctionId, number });
    return this.seal.open(auctionId, number, row.sealed);
  }

  private async load(auctionId: string): Promise<Map<string, number>> {
    const rows = await this.database.reader.findBy(AuctionBidder, { auctionId });
    const numbers = new Map(rows.map(({ partyTag, number }) => [partyTag.toString('base64'), number]));
    if (rows.length === 0) return numbers;
    const [oldest] = this.known.keys();
    if (this.known.size >= most && oldest !== undefined) this.known.delete(oldest);
    this.known.set(auctionId, numbers);
    return numbers;
  }
}
