import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads what is to be drawn from a decision or an end without all that was drawn before. */
export class ConsequenceWork1761000026450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX case_file_upheld ON case_file (effect, id) WHERE state = 'served' AND effect <> 'none';
      CREATE INDEX priority_claim_stopped ON priority_claim (state, id) WHERE decline_ground = 'not_letting';
      CREATE INDEX transfer_land_out_work ON transfer (state, id) WHERE state IN ('expired', 'terminated') AND land_returned_on IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
