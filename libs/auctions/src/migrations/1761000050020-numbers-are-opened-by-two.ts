import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before the result whose a number is, is opened by two persons alone, with a reason that is kept and told afterwards. */
export class NumbersAreOpenedByTwo1761000050020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE auction_unsealing (
        id uuid PRIMARY KEY,
        auction_id uuid NOT NULL, number int NOT NULL,
        reason text NOT NULL, rule text NOT NULL,
        asked_at timestamptz NOT NULL, asked_by text NOT NULL, asked_account_id uuid NOT NULL,
        opened_at timestamptz, opened_by text, opened_account_id uuid,
        FOREIGN KEY (auction_id, number) REFERENCES auction_bidder,
        CONSTRAINT auction_unsealing_by_two CHECK (opened_account_id IS NULL OR opened_account_id <> asked_account_id),
        CONSTRAINT auction_unsealing_whole CHECK (num_nulls(opened_at, opened_by, opened_account_id) IN (0, 3))
      );
      CREATE UNIQUE INDEX auction_unsealing_one_asked ON auction_unsealing (auction_id) WHERE opened_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
