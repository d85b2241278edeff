import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The members of a household, past ones too, are found by the household: each act on a case asks for them. */
export class HouseholdMembers1761000026710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX member_household ON member (household_id)');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
