import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rights that come to their end: renewed once, reminded once, and the land handed back. */
export class Renewals1761000013200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer ADD COLUMN reminded_at timestamptz, ADD COLUMN land_returned_on date;
      -- One renewal of a right at a time; withdrawn, refused, lapsed or yielded to a claimant, it may be asked for again.
      CREATE UNIQUE INDEX transfer_one_renewal ON transfer (renews_id)
        WHERE renews_id IS NOT NULL AND state NOT IN ('withdrawn', 'rejected', 'lapsed', 'yielded');
      CREATE INDEX transfer_unreminded ON transfer (due_at, id) WHERE state = 'in_force' AND reminded_at IS NULL;
      CREATE INDEX transfer_land_out ON transfer (state_since DESC, id)
        WHERE state IN ('expired', 'terminated') AND land_returned_on IS NULL;
      ALTER TABLE transfer ADD CONSTRAINT transfer_land_returned CHECK (land_returned_on IS NULL OR state IN ('expired', 'terminated'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
