import { Injectable } from '@nestjs/common';
import { Draws } from '#inspections';
import { Database, type HistoryLine, historyOf } from '#platform';
import { Bidders } from '../bidders/bidders.service.js';
import type { Receipt } from '../bids/attempt.js';
import type { Bidder } from '../bids/book.js';
import { Receipts } from '../bids/receipts.service.js';
import { Batches, type SignedBatch } from './batches.service.js';
import type { PackedDraw } from './pack.js';

/** All lines of an auction at once. */
const all = 1_000_000;

const closedSql = `SELECT count(*)::int AS many FROM auction_attempt a WHERE a.auction_id = $1 AND a.amount_sealed IS NOT NULL
  AND NOT EXISTS (SELECT FROM auction_opened_amount o WHERE o.auction_id = a.auction_id AND o.seq = a.seq)`;

/** What a pack is put together from. */
export interface PackFacts {
  attempts: readonly Receipt[];
  batches: readonly SignedBatch[];
  bidders: readonly Bidder[];
  draw: PackedDraw | null;
  history: readonly HistoryLine[];
  /** So many amounts are sealed still: an auction that came to no result keeps its quotes. */
  sealed: number;
}

/** Reads everything that decided an auction. */
@Injectable()
export class PackReader {
  constructor(
    private readonly database: Database,
    private readonly bidders: Bidders,
    private readonly receipts: Receipts,
    private readonly batches: Batches,
    private readonly draws: Draws,
  ) {}

  async read(id: string): Promise<PackFacts> {
    const { reader } = this.database;
    const attempts = await this.receipts.after(reader, id, 0, all);
    const batches = await this.batches.read([...new Set(attempts.map(({ batchId }) => batchId))]);
    const draw = await this.draws.of(reader, 'auction', id);
    const [closed] = await this.database.ask<{ many: number }>(closedSql, [id]);
    return {
      ...{ attempts, batches: [...batches.values()], sealed: closed?.many ?? 0 },
      bidders: [...(await this.bidders.of(reader, id)).values()],
      draw: draw && packedDraw(draw),
      history: await historyOf(reader, 'auction', id),
    };
  }
}

function packedDraw(draw: Omit<PackedDraw, 'seed' | 'ranked'> & { seed: string | null; ranked: string[] | null }) {
  const { subject, subjectId, wanted, labels, listHash, seed, last, ranked } = draw;
  return seed === null || ranked === null ? null : { subject, subjectId, wanted, labels, listHash, seed, last, ranked };
}
