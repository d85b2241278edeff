import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads what waits of deposits state by state, nearest deadline first. */
export class DepositWork1761000026200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX deposit_work ON deposit (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
      CREATE STATISTICS deposit_counties ON (left(office_code, 6)) FROM deposit;
      CREATE STATISTICS deposit_towns ON (left(office_code, 9)) FROM deposit`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
