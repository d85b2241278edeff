import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public figures are counted by. */
export class Indicators1761000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX deadline_closed ON deadline (kind, closed_at) INCLUDE (due_at) WHERE closed_at IS NOT NULL;
      CREATE INDEX right_portion_in_force ON right_portion (area_mu)
        WHERE standing = 'active' AND level = '00000000-0000-0000-0000-000000000000';
      CREATE INDEX management_right_recent ON management_right (active_since DESC, id) WHERE standing = 'active';
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
