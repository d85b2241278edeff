import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members with another paper than the resident identity card, or with none yet, are kept; a household says how many it has. */
export class MembersWithoutACard1761000032200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ALTER COLUMN identity_sealed DROP NOT NULL, ALTER COLUMN identity_index DROP NOT NULL,
        ALTER COLUMN born DROP NOT NULL, ALTER COLUMN sex DROP NOT NULL,
        ADD COLUMN identity_kind varchar(1) NOT NULL DEFAULT '1',
        ADD CONSTRAINT person_identity_kind CHECK (identity_kind IN ('1', '2', '3', '4', '5', '9')),
        ADD CONSTRAINT person_identity_whole CHECK ((identity_sealed IS NULL) = (identity_index IS NULL)),
        ADD CONSTRAINT person_card_says_all
          CHECK (identity_kind <> '1' OR identity_sealed IS NULL OR (born IS NOT NULL AND sex IS NOT NULL));
      ALTER TABLE household ADD COLUMN member_count int CONSTRAINT household_member_count CHECK (member_count >= 0),
        ADD COLUMN ended_on date, ADD COLUMN end_reason text,
        ADD CONSTRAINT household_end CHECK ((ended_on IS NULL) = (end_reason IS NULL))`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
