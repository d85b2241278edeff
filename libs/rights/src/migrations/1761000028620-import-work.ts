import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that wait on a desk are few among all that came in. */
export class ImportWork1761000028620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX register_import_work ON register_import (id) WHERE standing = 'checked'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
