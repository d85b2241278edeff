import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that came in, and the rows of one that did not, are listed in each of their orders. */
export class ImportLists1761000026530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX register_import_started;
      CREATE INDEX register_import_started ON register_import (started_at DESC, id DESC);
      CREATE INDEX quarantined_row_field ON quarantined_row (import_id, field, id)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
