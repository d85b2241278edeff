import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the contract and the application print is asked of the parties; what nobody was asked stays null. */
export class TermsAsked1761000020200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer
        ADD COLUMN permits text[] CONSTRAINT transfer_permits CHECK (permits <@ ARRAY['soil', 'facilities', 'mortgage', 'retransfer']),
        ADD COLUMN fixtures text NOT NULL DEFAULT '',
        ADD COLUMN declared jsonb,
        ADD COLUMN guarantor_id uuid REFERENCES person (id),
        ADD COLUMN guarantor_file_id uuid REFERENCES evidence_file (id),
        ADD CONSTRAINT transfer_guarantor_signed CHECK ((guarantor_id IS NULL) = (guarantor_file_id IS NULL)),
        ADD CONSTRAINT transfer_guarantor_other CHECK (guarantor_id <> transferee_id);
      ALTER TABLE transfer ALTER COLUMN fixtures DROP DEFAULT;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
