import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each transaction of a keyed act came to, sealed, until the act's answer is kept: a killed server answers the repeat from it. */
export class LostAnswers1761000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency_key ADD COLUMN results text[] NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
