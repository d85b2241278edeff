import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workbooks of a village's offers, row by row, each with what became of it. */
export class OfferWorkbooks1761000048100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offer_workbook (
        id uuid PRIMARY KEY,
        office_code varchar(12) NOT NULL,
        file_name text NOT NULL,
        sha256 char(64) NOT NULL,
        status text NOT NULL CHECK (status IN ('checking', 'checked', 'running', 'done', 'failed')),
        starter jsonb NOT NULL,
        started_by_name text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      -- The same file of a village at once is one piece of work.
      CREATE UNIQUE INDEX offer_workbook_once ON offer_workbook (office_code, sha256) WHERE status IN ('checking', 'checked', 'running');
      CREATE INDEX offer_workbook_recent ON offer_workbook (started_at DESC, id DESC);

      CREATE TABLE offer_line (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workbook_id uuid NOT NULL REFERENCES offer_workbook (id),
        row_number int NOT NULL,
        lot text NOT NULL,
        parcel_code text NOT NULL,
        input jsonb NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('waits', 'good', 'bad', 'drafted')),
        field text NOT NULL DEFAULT '', reason text NOT NULL DEFAULT '',
        listing_id uuid REFERENCES listing (id),
        CONSTRAINT offer_line_once UNIQUE (workbook_id, row_number),
        CONSTRAINT offer_line_drafted CHECK ((outcome = 'drafted') = (listing_id IS NOT NULL)),
        CONSTRAINT offer_line_told CHECK ((outcome = 'bad') = (reason <> ''))
      );
      CREATE INDEX offer_line_lot ON offer_line (workbook_id, lot);
      CREATE INDEX offer_line_outcome ON offer_line (workbook_id, outcome, row_number, id)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
