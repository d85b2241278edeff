import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim against a notice that came down has come to its end too. */
export class ClaimsLapse1761000024100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE priority_claim DROP CONSTRAINT priority_claim_result,
        ADD CONSTRAINT priority_claim_result CHECK (result IN
          ('stands', 'claimant_takes_over', 'not_chosen', 'declined', 'not_proven', 'withdrawn', 'lapsed'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
