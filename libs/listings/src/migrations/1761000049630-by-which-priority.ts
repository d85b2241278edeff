import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deal of bids says by which priority it was won, if it took one. */
export class ByWhichPriority1761000049630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query(`
      ALTER TABLE right_deal ADD COLUMN priority text,
        ADD CONSTRAINT right_deal_priority_of_bids CHECK (priority IS NULL OR bid AND priority IN ('member', 'incumbent'))`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
