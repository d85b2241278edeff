import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice may be about a transfer, or about what comes to be noticed later. What was replaced is withdrawn and leads to its next version. */
export class NoticesOfAnySubject1761000028200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice RENAME COLUMN transfer_id TO subject_id;
      ALTER TABLE notice ADD COLUMN subject text NOT NULL DEFAULT 'transfer';
      ALTER TABLE notice ALTER COLUMN subject DROP DEFAULT;
      ALTER TABLE notice DROP CONSTRAINT notice_version_once, ADD CONSTRAINT notice_version_once UNIQUE (subject_id, subject, version);
      DROP INDEX notice_one_live;
      UPDATE notice SET state = 'withdrawn' WHERE state = 'replaced';
      SET CONSTRAINTS ALL IMMEDIATE;
      CREATE UNIQUE INDEX notice_one_live ON notice (subject_id, subject) WHERE state <> 'withdrawn'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
