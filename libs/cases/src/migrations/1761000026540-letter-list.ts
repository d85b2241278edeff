import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of letters costs what a page costs: those that wait by their deadline, all by the day they came. */
export class LetterList1761000026540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX case_file_desk;
      CREATE INDEX case_file_desk ON case_file ((coalesce(due_at, 'infinity')), id) WHERE state IN ('received', 'accepted', 'decided');
      CREATE INDEX case_file_desk_town ON case_file (left(office_code, 9), (coalesce(due_at, 'infinity')), id) WHERE state IN ('received', 'accepted', 'decided');
      CREATE INDEX case_file_recent ON case_file (received_at DESC, id DESC);
      CREATE INDEX case_file_recent_town ON case_file (left(office_code, 9), received_at DESC, id DESC);
      CREATE STATISTICS case_file_counties ON (left(office_code, 6)) FROM case_file;
      CREATE STATISTICS case_file_towns ON (left(office_code, 9)) FROM case_file`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
