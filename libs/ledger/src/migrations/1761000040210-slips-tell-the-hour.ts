import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bank slip may tell the hour: what must be there before an hour strikes is told from what came after. */
export class SlipsTellTheHour1761000040210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE receipt ADD COLUMN paid_time char(8)');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
