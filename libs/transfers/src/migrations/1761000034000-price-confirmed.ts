import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A price far from the town's own is written once more, and what it was held against is kept. */
export class PriceConfirmed1761000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE transfer ADD COLUMN price_confirmed jsonb');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
