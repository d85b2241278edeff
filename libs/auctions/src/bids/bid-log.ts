import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { merkleTree, momentAt } from '#kernel';
import { SigningKeys, type Tx } from '#platform';
import { BidderSeal } from '../bidders/bidder-seal.js';
import { type Attempt, type Receipt, saidOf } from './attempt.js';
import type { Book, Line } from './book.js';
import { receiptText } from './receipt-text.js';

const tree = merkleTree((bytes) => createHash('sha256').update(bytes).digest());

/** Lines of one attempt, with what was decided of it. */
export interface Written {
  attempt: Attempt;
  lines: readonly Line[];
}

const writeSql = `
  WITH batch AS (
    INSERT INTO auction_batch (id, size, root, payload, kid, signature, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ), books AS (
    UPDATE auction_book b SET seq = u.seq, top_fen = u.top_fen, claims = u.claims::jsonb, maxima = u.maxima, ends_at = u.ends_at,
      extensions = u.extensions, pauses = u.pauses::jsonb, closed_at = u.closed_at, starts_at = u.starts_at
    FROM unnest($8::uuid[], $9::int[], $10::bigint[], $11::text[], $12::text[], $13::timestamptz[], $14::int[], $15::text[], $16::timestamptz[],
        $17::timestamptz[]) AS u (id, seq, top_fen, claims, maxima, ends_at, extensions, pauses, closed_at, starts_at) WHERE b.auction_id = u.id
  )
  INSERT INTO auction_attempt (auction_id, seq, kind, number, amount_fen, amount_sealed, said, at, error_ms, decided_at, until, outcome,
    reason, ends_at, top_fen, top_number, via, key_hash, asked_hash, batch_id, place)
  SELECT l.auction_id, l.seq, l.kind, l.number, l.amount_fen, l.amount_sealed, l.said, l.at, l.error_ms, $7, l.until, l.outcome,
    l.reason, l.ends_at, l.top_fen, l.top_number, l.via, l.key_hash, l.asked_hash, $1, l.place
  FROM unnest($18::uuid[], $19::int[], $20::text[], $21::int[], $22::bigint[], $23::text[], $24::text[], $25::timestamptz[], $26::int[],
      $27::timestamptz[], $28::text[], $29::text[], $30::timestamptz[], $31::bigint[], $32::int[], $33::text[], $34::bytea[], $35::bytea[], $36::int[])
    AS l (auction_id, seq, kind, number, amount_fen, amount_sealed, said, at, error_ms, until, outcome, reason, ends_at, top_fen,
      top_number, via, key_hash, asked_hash, place)`;

/** What is decided is written in one statement for all lots of a batch, and signed once. */
@Injectable()
export class BidLog {
  constructor(
    private readonly keys: SigningKeys,
    private readonly seal: BidderSeal,
  ) {}

  /** Awaited before a batch: there is a key that signs it. */
  ready(): Promise<void> {
    return this.keys.ready();
  }

  /** Writes lines and the books that follow from them; answers the receipts, attempt by attempt, in the order given. */
  write(
    tx: Tx,
    written: readonly Written[],
    books: ReadonlyMap<string, Book>,
    now: Date,
  ): { receipts: Receipt[][]; sent: Promise<unknown> } {
    const batchId = randomUUID();
    let place = 0;
    const receipts = written.map(({ attempt, lines }) =>
      lines.map((line): Receipt => {
        const own = line.kind === attempt.kind;
        const { auctionId, said, stamp, via, until = null } = attempt;
        place += 1;
        return {
          ...{ ...line, auctionId, said: own ? said : '', errorMs: Math.ceil(stamp.errorMs), via: own ? via : null },
          ...{ until: own ? until : null, salt: this.seal.salt(auctionId, line.seq), batchId, place: place - 1 },
        };
      }),
    );
    const all = receipts.flat();
    const root = Buffer.from(tree.root(all.map((receipt) => tree.leaf(Buffer.from(receiptText(saidOf(receipt)))))));
    const payload = JSON.stringify({
      batch: batchId,
      root: root.toString('hex'),
      size: all.length,
      writtenAt: now.toISOString(),
    });
    const { kid, signature } = this.keys.sign(Buffer.from(payload));
    const values = [
      ...[batchId, all.length, root, payload, kid, signature, now],
      ...this.bookColumns(books),
      ...this.lineColumns(all, new Map(receipts.map((own, at) => [own[0], written[at]?.attempt])), books),
    ];
    return { receipts, sent: tx.query(writeSql, values) };
  }

  private bookColumns(books: ReadonlyMap<string, Book>): unknown[][] {
    const rows = [...books];
    const of = (column: (book: Book, id: string) => unknown): unknown[] => rows.map(([id, book]) => column(book, id));
    return [
      ...[
        of((_book, id) => id),
        of(({ seq }) => seq),
        of(({ topFen }) => topFen),
        of(({ claims }) => JSON.stringify(claims)),
      ],
      of(({ maxima }, id) => (maxima.length === 0 ? null : this.seal.close(id, maxima))),
      ...[
        of(({ endsAt }) => momentAt(endsAt)),
        of(({ extensions }) => extensions),
        of(({ pauses }) => JSON.stringify(pauses)),
      ],
      of(({ closedAt }) => (closedAt === null ? null : momentAt(closedAt))),
      of(({ startsAt }) => momentAt(startsAt)),
    ];
  }

  private lineColumns(
    all: readonly Receipt[],
    attempts: ReadonlyMap<Receipt | undefined, Attempt | undefined>,
    books: ReadonlyMap<string, Book>,
  ): unknown[][] {
    const of = (column: (line: Receipt) => unknown): unknown[] => all.map(column);
    const hidden = ({ auctionId, kind }: Receipt): boolean =>
      kind === 'maximum' || (kind === 'bid' && books.get(auctionId)?.rules.mode === 'sealed');
    return [
      ...[of(({ auctionId }) => auctionId), of(({ seq }) => seq), of(({ kind }) => kind), of(({ number }) => number)],
      of((line) => (hidden(line) ? null : line.amountFen)),
      of((line) => (hidden(line) && line.amountFen !== null ? this.seal.close(line.auctionId, line.amountFen) : null)),
      ...[of(({ said }) => said), of(({ at }) => momentAt(at)), of(({ errorMs }) => errorMs)],
      of(({ until }) => (until === null ? null : momentAt(until))),
      ...[of(({ outcome }) => outcome), of(({ reason }) => reason), of(({ endsAt }) => momentAt(endsAt))],
      ...[
        of(({ topFen }) => topFen),
        of(({ topNumber }) => topNumber),
        of(({ auctionId, via }) => (via === null ? null : this.seal.close(auctionId, via))),
      ],
      ...[
        of((line) => attempts.get(line)?.key ?? null),
        of((line) => attempts.get(line)?.asked ?? null),
        of(({ place }) => place),
      ],
    ];
  }
}
