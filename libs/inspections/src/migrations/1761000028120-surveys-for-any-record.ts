import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A survey is made for any record, until now for a transfer alone. It keeps its area and whose land it is, and asks nobody else. */
export class SurveysForAnyRecord1761000028120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inspection_one_open, inspection_transfer;
      ALTER TABLE inspection RENAME COLUMN transfer_id TO subject_id;
      ALTER TABLE inspection ADD subject text NOT NULL DEFAULT 'transfer', ADD area_mu numeric(15,4), ADD party text, ADD counterparty text;
      ALTER TABLE inspection ALTER subject DROP DEFAULT;
      UPDATE inspection i SET area_mu = t.area_mu, party = t.transferor_name, counterparty = t.transferee_name
        FROM transfer t WHERE t.id = i.subject_id;
      CREATE UNIQUE INDEX inspection_one_open ON inspection (subject, subject_id) WHERE state = 'planned';
      CREATE INDEX inspection_subject ON inspection (subject, subject_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
