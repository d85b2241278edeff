import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose paper a file is: an identity paper is its owner's and the office's to see, not the other side's. */
export class EvidenceParties1761000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE evidence_file ADD COLUMN party_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
