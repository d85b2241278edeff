import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { merkleTree } from '#kernel';
import { Database } from '#platform';
import { type Receipt, saidOf } from '../bids/attempt.js';
import { receiptText } from '../bids/receipt-text.js';
import { Receipts } from '../bids/receipts.service.js';

/** A batch as it was signed, with the hashes of all that lies in it. */
export interface SignedBatch {
  id: string;
  payload: string;
  kid: string;
  signature: string;
  leaves: readonly Uint8Array[];
}

const batchesSql = 'SELECT id, payload, kid, signature FROM auction_batch WHERE id = ANY($1)';

const tree = merkleTree((bytes) => createHash('sha256').update(bytes).digest());

/** The signed batches, out of which a receipt is shown to be. */
@Injectable()
export class Batches {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
  ) {}

  async read(ids: readonly string[]): Promise<Map<string, SignedBatch>> {
    const { reader } = this.database;
    const rows: Omit<SignedBatch, 'leaves'>[] = await reader.query(batchesSql, [ids]);
    const inside = Map.groupBy(await this.receipts.inBatches(reader, ids), ({ batchId }) => batchId);
    return new Map(rows.map((row) => [row.id, { ...row, leaves: (inside.get(row.id) ?? []).map(leafOf) }]));
  }

  /** The hashes that lead from a place of a batch to its signed root. */
  path({ leaves }: SignedBatch, place: number): string[] {
    return tree.path(leaves, place).map((hash) => Buffer.from(hash).toString('hex'));
  }
}

const leafOf = (receipt: Receipt): Uint8Array => tree.leaf(Buffer.from(receiptText(saidOf(receipt))));
