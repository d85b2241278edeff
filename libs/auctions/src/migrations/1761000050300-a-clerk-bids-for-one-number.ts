import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A clerk who bids for a person present is bound to silence, and in one auction bids for no second number. */
export class AClerkBidsForOneNumber1761000050300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auction_pledge (
        auction_id uuid NOT NULL, account_id uuid NOT NULL REFERENCES account,
        party_tag bytea NOT NULL,
        place text NOT NULL,
        pledged_at timestamptz NOT NULL,
        CONSTRAINT auction_pledge_one_number PRIMARY KEY (auction_id, account_id),
        FOREIGN KEY (auction_id, party_tag) REFERENCES auction_bidder (auction_id, party_tag)
      );
      CREATE TRIGGER auction_pledge_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auction_pledge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
