import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff are few among the accounts of parties. */
export class StaffLists1761000026460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX account_staff ON account (login, id) WHERE kind = 'staff';
      CREATE INDEX account_staff_recent ON account (made_at DESC, id DESC) WHERE kind = 'staff'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
