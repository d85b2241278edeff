import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way into the register, and the rows that did not come in. */
export class RegisterImports1761000006200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('FBF', 'CBF', 'CBF_JTCY', 'CBHT', 'DK', 'CBDKXX')),
        file_name text NOT NULL,
        sha256 char(64) NOT NULL,
        content_sealed bytea,
        standing text NOT NULL CHECK (standing IN ('checking', 'checked', 'running', 'done', 'failed')),
        rows_total int NOT NULL, rows_done int NOT NULL, added int NOT NULL, changed int NOT NULL,
        unchanged int NOT NULL, legacy int NOT NULL, bad int NOT NULL,
        failure text,
        started_by uuid,
        started_by_name text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX register_import_started ON register_import (started_at DESC);
      CREATE INDEX register_import_sha256 ON register_import (sha256);

      CREATE TABLE quarantined_row (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        import_id uuid NOT NULL REFERENCES register_import (id),
        row_number int NOT NULL,
        field text NOT NULL,
        reason text NOT NULL,
        shown text NOT NULL
      );
      CREATE INDEX quarantined_row_import ON quarantined_row (import_id, row_number, id);

      -- Whatever has an office has an id, by which the change of divisions remembers it.
      ALTER TABLE issuer ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT issuer_id_once UNIQUE;

      -- A unit can be a contractor too (CBFLX 3).
      ALTER TABLE body ADD COLUMN contractor_code varchar(19) CONSTRAINT body_contractor_code_once UNIQUE;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
