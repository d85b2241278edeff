import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims are listed with letters: those that wait by their deadline, all by the day they came. */
export class ClaimList1761000026550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX priority_claim_desk;
      CREATE INDEX priority_claim_desk ON priority_claim ((coalesce(due_at, 'infinity')), id) WHERE state IN ('received', 'proven');
      CREATE INDEX priority_claim_desk_town ON priority_claim (left(office_code, 9), (coalesce(due_at, 'infinity')), id) WHERE state IN ('received', 'proven');
      CREATE INDEX priority_claim_recent ON priority_claim (claimed_at DESC, id DESC);
      CREATE INDEX priority_claim_recent_town ON priority_claim (left(office_code, 9), claimed_at DESC, id DESC);
      CREATE STATISTICS priority_claim_counties ON (left(office_code, 6)) FROM priority_claim;
      CREATE STATISTICS priority_claim_towns ON (left(office_code, 9)) FROM priority_claim`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
