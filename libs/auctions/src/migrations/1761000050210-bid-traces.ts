import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From where the numbers of an auction bid: keyed hashes, bound to the one auction, of network, device and account. Never the address
 * itself; two numbers are seen to share one, and nothing else can be read from it.
 */
export class BidTraces1761000050210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auction_trace (
        auction_id uuid NOT NULL REFERENCES auction,
        number int NOT NULL,
        kind text NOT NULL CHECK (kind IN ('address', 'device', 'account')),
        tag bytea NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (auction_id, number, kind, tag)
      );
      CREATE INDEX auction_trace_shared ON auction_trace (auction_id, kind, tag);
      CREATE TRIGGER auction_trace_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_trace
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE INDEX venue_posting_proven ON venue_posting (proven_at) WHERE proven_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
