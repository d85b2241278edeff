import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The moment at which it was entered that somebody is no member any more; unknown of those who left before this. */
export class WhenAMemberLeft1761000045000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE member ADD COLUMN ended_at timestamptz, ADD CONSTRAINT member_ended CHECK (ended_at IS NULL OR valid_to IS NOT NULL);
      CREATE INDEX member_ended_of ON member (household_id) WHERE ended_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
