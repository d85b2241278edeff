import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a key was claimed, so that it need not be kept for ever. Keys from before count as claimed on the day of this change. */
export class KeysEnd1761000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE idempotency_key ADD COLUMN claimed_at timestamptz NOT NULL DEFAULT '2026-11-22'`);
    await runner.query(`ALTER TABLE idempotency_key ALTER COLUMN claimed_at DROP DEFAULT`);
    await runner.query(`CREATE INDEX idempotency_key_claimed_at ON idempotency_key (claimed_at)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
