import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications that are still being written: what was typed, right or wrong, until it becomes a case. */
export class ApplicationDrafts1761000013100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_draft (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        party_id uuid REFERENCES party (id),
        office_code varchar(12) NOT NULL,
        content jsonb NOT NULL,
        transfer_id uuid CONSTRAINT application_draft_one_per_case UNIQUE REFERENCES transfer (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX application_draft_account ON application_draft (account_id, updated_at DESC) WHERE party_id IS NULL;
      CREATE INDEX application_draft_party ON application_draft (party_id, updated_at DESC) WHERE party_id IS NOT NULL;
      CREATE INDEX transfer_priced ON transfer (left(office_code, 9), recorded_at) WHERE recorded_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
