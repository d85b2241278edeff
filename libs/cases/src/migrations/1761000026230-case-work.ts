import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads which letters wait, state by state, nearest deadline first. */
export class CaseWork1761000026230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX case_file_work ON case_file (state, (coalesce(due_at, 'infinity')), id)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
