import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who hands a file in sees how its first rows were read, before anything is taken in. */
export class FirstRows1761000032100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE register_import ADD COLUMN first_rows jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
