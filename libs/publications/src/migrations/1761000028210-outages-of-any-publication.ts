import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outages under their own name; what lists and screens show of a publication stands with it, and the sheet beside it with its posting. */
export class OutagesOfAnyPublication1761000028210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE venue_dark RENAME TO venue_outage;
      ALTER TABLE venue_outage RENAME COLUMN dark_from TO began_at;
      ALTER TABLE venue_outage RENAME COLUMN dark_to TO ended_at;
      ALTER TABLE venue_outage RENAME CONSTRAINT venue_dark_pkey TO venue_outage_pkey;
      ALTER TABLE venue_outage RENAME CONSTRAINT venue_dark_posting_id_fkey TO venue_outage_posting_id_fkey;
      ALTER TABLE venue_outage RENAME CONSTRAINT venue_dark_span TO venue_outage_span;
      ALTER TABLE venue_outage RENAME CONSTRAINT venue_dark_confirmed TO venue_outage_confirmed;
      ALTER TABLE venue_outage RENAME CONSTRAINT venue_dark_reason_check TO venue_outage_reason_check;
      ALTER TABLE venue_outage RENAME CONSTRAINT venue_dark_lost_working_days_check TO venue_outage_lost_working_days_check;
      ALTER INDEX venue_dark_posting RENAME TO venue_outage_posting;
      ALTER INDEX venue_dark_open RENAME TO venue_outage_open;

      ALTER TABLE parameter_value DISABLE TRIGGER parameter_value_append_only;
      UPDATE parameter_value SET key = 'venueOutageWorkingDays' WHERE key = 'venueDarkWorkingDays';
      ALTER TABLE parameter_value ENABLE TRIGGER parameter_value_append_only;
      ALTER TABLE step_history DISABLE TRIGGER step_history_append_only;
      UPDATE step_history SET subject_id = 'venueOutageWorkingDays' WHERE subject = 'parameter' AND subject_id = 'venueDarkWorkingDays';
      ALTER TABLE step_history ENABLE TRIGGER step_history_append_only;

      ALTER TABLE publication ADD COLUMN number text,
        ADD COLUMN town text NOT NULL DEFAULT '',
        ADD COLUMN village text NOT NULL DEFAULT '',
        ADD COLUMN area_mu numeric(15,4) CHECK (area_mu > 0),
        ADD COLUMN map jsonb;
      ALTER TABLE publication ALTER COLUMN town DROP DEFAULT, ALTER COLUMN village DROP DEFAULT;

      ALTER TABLE venue_posting ADD COLUMN sheet_paper_id uuid,
        ADD COLUMN sheet_made_at timestamptz,
        ADD COLUMN sheet_file_id uuid REFERENCES evidence_file (id),
        ADD CONSTRAINT venue_posting_sheet CHECK (num_nulls(sheet_paper_id, sheet_made_at) IN (0, 2));
      CREATE INDEX venue_posting_sheet ON venue_posting (office_code, id)
        WHERE sheet_made_at IS NOT NULL AND sheet_file_id IS NULL AND removed_at IS NULL;
      CREATE INDEX venue_posting_hangs ON venue_posting (office_code, kind, id) WHERE removed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
