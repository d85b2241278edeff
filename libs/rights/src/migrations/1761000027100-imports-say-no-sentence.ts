import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file that was not taken in whole says so by its standing; what that means its page says. */
export class ImportsSayNoSentence1761000027100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE register_import DROP COLUMN failure');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
