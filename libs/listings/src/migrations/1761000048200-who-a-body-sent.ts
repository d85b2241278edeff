import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a body sent to register its interest. */
export class WhoABodySent1761000048200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interest ADD COLUMN agent_name text');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
