import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Divisions through time, with their successors, and the offices that serve them. */
export class Offices1761000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE division (
        code text NOT NULL CHECK (length(code) = 12),
        name text NOT NULL CHECK (name <> ''),
        level text NOT NULL CHECK (level IN ('county', 'town', 'village')),
        parent text NOT NULL,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to IS NULL OR valid_to >= valid_from),
        PRIMARY KEY (code, valid_from)
      );
      CREATE UNIQUE INDEX division_one_now ON division (code) WHERE valid_to IS NULL;
      CREATE INDEX division_parent ON division (parent) WHERE valid_to IS NULL;

      CREATE TABLE division_change (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        on_day date NOT NULL,
        loaded_by text NOT NULL,
        loaded_at timestamptz NOT NULL,
        counts jsonb NOT NULL,
        CONSTRAINT division_change_once UNIQUE (sha256, on_day)
      );

      CREATE TABLE division_rehearsal (
        id uuid PRIMARY KEY,
        file_name text NOT NULL,
        content text NOT NULL,
        successors text NOT NULL,
        on_day date NOT NULL,
        made_by uuid,
        made_at timestamptz NOT NULL,
        confirmed_at timestamptz
      );

      CREATE TABLE division_successor (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        old_code text NOT NULL,
        new_code text,
        on_day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('merged', 'split', 'recoded', 'renamed', 'unknown')),
        CONSTRAINT division_successor_once UNIQUE NULLS NOT DISTINCT (old_code, new_code, on_day)
      );
      CREATE INDEX division_successor_unknown ON division_successor (old_code) WHERE kind = 'unknown';

      CREATE TABLE office (
        id uuid PRIMARY KEY,
        level text NOT NULL CHECK (level IN ('county', 'town', 'village')),
        name text NOT NULL,
        born_code text NOT NULL,
        office_code text NOT NULL CHECK (length(office_code) = 12),
        status text NOT NULL CHECK (status IN ('open', 'closed')),
        valid_from date NOT NULL,
        valid_to date,
        address text NOT NULL,
        phone text NOT NULL,
        hours text NOT NULL,
        CONSTRAINT office_closed_has_day CHECK ((status = 'closed') = (valid_to IS NOT NULL))
      );
      CREATE UNIQUE INDEX office_one_open ON office (office_code) WHERE status = 'open';
      CREATE INDEX office_code_prefix ON office (office_code text_pattern_ops);

      CREATE TABLE department (
        id uuid PRIMARY KEY,
        office_id uuid NOT NULL REFERENCES office,
        kind text NOT NULL CHECK (kind IN ('finance', 'trade', 'coordination', 'information_room', 'information_post', 'centre')),
        name text NOT NULL,
        CONSTRAINT department_once UNIQUE (office_id, kind)
      );

      CREATE TABLE office_care (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        old_code text NOT NULL,
        carer_code text NOT NULL,
        record_table text NOT NULL,
        record_id text NOT NULL
      );
      CREATE INDEX office_care_old ON office_care (old_code, record_table);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
