import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads what waits of surveys state by state, nearest deadline first. */
export class InspectionWork1761000026210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX inspection_work ON inspection (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
      CREATE STATISTICS inspection_counties ON (left(office_code, 6)) FROM inspection;
      CREATE STATISTICS inspection_towns ON (left(office_code, 9)) FROM inspection`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
