import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit of the register is known by its contractor code even where its unified code is missing or of old. */
export class BodiesWithoutACode1761000041100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE body ALTER COLUMN credit_code DROP NOT NULL;
      ALTER TABLE body ADD COLUMN old_code varchar(18);
      ALTER TABLE body ADD CONSTRAINT body_code_known CHECK (credit_code IS NOT NULL OR contractor_code IS NOT NULL);
      ALTER TABLE body ADD CONSTRAINT body_one_code CHECK (credit_code IS NULL OR old_code IS NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
