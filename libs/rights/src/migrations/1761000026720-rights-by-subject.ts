import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last right of a case, living or ended, is asked for by each act on it and by its page. */
export class RightsBySubject1761000026720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX management_right_subject ON management_right (subject, subject_id)');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
