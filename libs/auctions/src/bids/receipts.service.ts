import { Injectable } from '@nestjs/common';
import { Database, type Reader, type Tx } from '#platform';
import { BidderSeal } from '../bidders/bidder-seal.js';
import type { Receipt } from './attempt.js';
import { auctionProblems } from './bid.problems.js';

/** An attempt as its row has it. */
interface AttemptRow extends Omit<Receipt, 'at' | 'until' | 'endsAt' | 'salt'> {
  at: Date;
  until: Date | null;
  endsAt: Date;
  amountSealed: string | null;
}

const columns = `
  SELECT auction_id AS "auctionId", seq, kind, number, amount_fen AS "amountFen", amount_sealed AS "amountSealed", said, at,
    error_ms AS "errorMs", until, outcome, reason, ends_at AS "endsAt", top_fen AS "topFen", top_number AS "topNumber", via,
    batch_id AS "batchId", place
  FROM auction_attempt`;

/** What was decided, as it is kept. Its readers decide what of it may be shown to whom. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly seal: BidderSeal,
  ) {}

  /** One receipt whole, with an amount that is sealed to others. */
  async own(auctionId: string, seq: number): Promise<Receipt> {
    const [found] = await this.after(this.database.reader, auctionId, seq - 1, 1);
    if (found?.seq !== seq) throw auctionProblems.notFound();
    return found;
  }

  /** Every line whose amount was sealed, opened. */
  async sealed(reader: Reader | Tx, auctionId: string): Promise<Receipt[]> {
    return this.read(
      await reader.query(`${columns} WHERE auction_id = $1 AND amount_sealed IS NOT NULL ORDER BY seq`, [auctionId]),
    );
  }

  /** So many receipts after a sequence number, in their order, with what is sealed in them. */
  async after(reader: Reader | Tx, auctionId: string, seq: number, most: number): Promise<Receipt[]> {
    return this.read(
      await reader.query(`${columns} WHERE auction_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`, [auctionId, seq, most]),
    );
  }

  /** All that lies in some batches, of whichever auction, in the order of its places. */
  async inBatches(reader: Reader | Tx, batchIds: readonly string[]): Promise<Receipt[]> {
    return this.read(await reader.query(`${columns} WHERE batch_id = ANY($1) ORDER BY batch_id, place`, [batchIds]));
  }

  private read(rows: readonly AttemptRow[]): Receipt[] {
    return rows.map(({ at, until, endsAt, amountSealed, amountFen, via, ...rest }) => ({
      ...{ ...rest, at: at.getTime(), until: until?.getTime() ?? null, endsAt: endsAt.getTime() },
      salt: this.seal.salt(rest.auctionId, rest.seq),
      // Which station somebody bids at may tell who he is.
      via: via === null ? null : this.seal.disclose<string>(rest.auctionId, via),
      amountFen: amountSealed === null ? amountFen : this.seal.disclose<number>(rest.auctionId, amountSealed),
    }));
  }
}
