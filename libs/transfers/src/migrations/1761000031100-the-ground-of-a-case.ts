import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The contract of each parcel as the town accepted it, and what a case's parties were told when the register moved under them. */
export class TheGroundOfACase1761000031100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer_parcel ADD COLUMN contract_code varchar(19);
      ALTER TABLE transfer ADD COLUMN ground_held boolean NOT NULL DEFAULT false;
      ALTER TABLE transfer ALTER COLUMN ground_held DROP DEFAULT;
      CREATE INDEX transfer_ground_held ON transfer (id) WHERE ground_held;
      CREATE TABLE transfer_ground (
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        change_id uuid NOT NULL REFERENCES land_change (id),
        told_at timestamptz NOT NULL,
        payee_id uuid REFERENCES party (id),
        confirmed_on date,
        file_id uuid,
        PRIMARY KEY (transfer_id, change_id),
        CONSTRAINT transfer_ground_payee CHECK (num_nulls(payee_id, confirmed_on, file_id) IN (0, 3))
      );
      CREATE INDEX transfer_ground_unconfirmed ON transfer_ground (transfer_id) WHERE payee_id IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
