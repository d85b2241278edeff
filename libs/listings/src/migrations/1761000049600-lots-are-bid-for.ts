import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How takers bid for a lot, where its village has said so. */
export class LotsAreBidFor1761000049600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query('ALTER TABLE listing ADD COLUMN bidding jsonb');
    await runner.query(`
      ALTER TABLE right_deal ADD COLUMN bid boolean NOT NULL DEFAULT false;
      ALTER TABLE right_deal ALTER COLUMN bid DROP DEFAULT`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
