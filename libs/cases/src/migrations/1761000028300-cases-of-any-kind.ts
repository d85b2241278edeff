import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases of every kind lie in one table: with their place, their party, their ground, and since when they wait no more. */
export class CasesOfAnyKind1761000028300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file
        ADD COLUMN town text NOT NULL DEFAULT '',
        ADD COLUMN village text NOT NULL DEFAULT '',
        ADD COLUMN area_mu numeric(15,4),
        ADD COLUMN party_id uuid CONSTRAINT case_file_party_known REFERENCES party (id),
        ADD COLUMN phone_masked text NOT NULL DEFAULT '',
        ADD COLUMN ground text,
        ADD COLUMN statement_file_id uuid REFERENCES evidence_file (id),
        ADD COLUMN answered_at timestamptz,
        ALTER COLUMN code_hash DROP NOT NULL;
      ALTER TABLE case_file ALTER COLUMN town DROP DEFAULT, ALTER COLUMN village DROP DEFAULT, ALTER COLUMN phone_masked DROP DEFAULT,
        DROP CONSTRAINT case_file_facts_check,
        ADD CONSTRAINT case_file_told CHECK (facts <> '' OR kind NOT IN ('objection', 'complaint', 'question', 'lead'));
      UPDATE case_file SET answered_at = coalesce(served_at, state_since) WHERE state IN ('served', 'withdrawn', 'noted');

      -- What waits is known without the states of every kind, and the desk walks each kind state by state.
      DROP INDEX case_file_desk, case_file_desk_town, case_file_work;
      CREATE INDEX case_file_desk ON case_file ((coalesce(due_at, 'infinity')), id) WHERE answered_at IS NULL;
      CREATE INDEX case_file_desk_town ON case_file (left(office_code, 9), (coalesce(due_at, 'infinity')), id) WHERE answered_at IS NULL;
      CREATE INDEX case_file_work ON case_file (kind, state, (coalesce(due_at, 'infinity')), id);
      UPDATE work_assignment w SET kind = c.kind FROM case_file c WHERE w.kind = 'case_file' AND w.subject_id = c.id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
