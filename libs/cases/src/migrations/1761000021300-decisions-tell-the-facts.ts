import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision on a letter tells what was found out. */
export class DecisionsTellTheFacts1761000021300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file ADD COLUMN findings text;
      UPDATE case_file SET findings = '—' WHERE outcome IS NOT NULL;
      ALTER TABLE case_file ADD CONSTRAINT case_file_findings CHECK (state NOT IN ('decided', 'served') OR (findings IS NOT NULL AND findings <> ''));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
