import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deposit is left against rent and land, or for a bid: the money goes the same way, its amount and its end do not. */
export class BidDeposits1761000040200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deposit ADD COLUMN purpose text NOT NULL DEFAULT 'risk' CHECK (purpose IN ('risk', 'bid'));
      ALTER TABLE deposit ALTER COLUMN purpose DROP DEFAULT`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
