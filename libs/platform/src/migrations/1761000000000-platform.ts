import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History, clocks, calendar, parameters, evidence and idempotency keys. */
export class Platform1761000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only'; END $$;

      CREATE TABLE step_history (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject text NOT NULL,
        subject_id text NOT NULL,
        action text NOT NULL,
        label text NOT NULL,
        from_state text,
        to_state text,
        moment timestamptz NOT NULL,
        account_id uuid,
        actor_name text NOT NULL,
        actor_post text NOT NULL,
        office_code_then text NOT NULL,
        party_id uuid,
        assisted jsonb,
        remark text,
        detail jsonb NOT NULL
      );
      CREATE INDEX step_history_subject ON step_history (subject, subject_id, id);
      CREATE INDEX step_history_account ON step_history (account_id, moment);
      CREATE TRIGGER step_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON step_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE calendar_year (year int PRIMARY KEY, content jsonb NOT NULL, loaded_at timestamptz NOT NULL);
      CREATE TABLE calendar_closure (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        day date NOT NULL, reason text NOT NULL, authority text NOT NULL, document_number text NOT NULL, office_prefix text NOT NULL,
        CONSTRAINT calendar_closure_once UNIQUE (day, office_prefix)
      );
      CREATE TABLE calendar_version (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reason text NOT NULL, made_at timestamptz NOT NULL);

      CREATE TABLE parameter_value (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key text NOT NULL, value jsonb NOT NULL, valid_from date NOT NULL, valid_to date, basis text NOT NULL,
        set_by text NOT NULL, set_at timestamptz NOT NULL,
        CONSTRAINT parameter_value_period CHECK (valid_to IS NULL OR valid_to > valid_from)
      );
      CREATE TRIGGER parameter_value_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON parameter_value FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE deadline (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject text NOT NULL, subject_id text NOT NULL, kind text NOT NULL, label text NOT NULL, basis text NOT NULL,
        unit text NOT NULL, working_days int NOT NULL, start_day date NOT NULL, until_close boolean NOT NULL,
        office_code text NOT NULL, record_table text,
        first_day date NOT NULL, last_day date NOT NULL, due_at timestamptz NOT NULL,
        counted jsonb NOT NULL, skipped jsonb NOT NULL, provisional boolean NOT NULL, calendar_version text NOT NULL,
        opened_at timestamptz NOT NULL, closed_at timestamptz
      );
      CREATE INDEX deadline_subject ON deadline (subject, subject_id);
      CREATE UNIQUE INDEX deadline_one_open ON deadline (subject, subject_id, kind) WHERE closed_at IS NULL;

      CREATE TABLE evidence_file (
        id uuid PRIMARY KEY,
        name text NOT NULL, media_type text NOT NULL, bytes int NOT NULL CHECK (bytes > 0), sha256 char(64) NOT NULL,
        subject text NOT NULL, subject_id text NOT NULL, kind text NOT NULL, taken_at timestamptz, point jsonb,
        added_at timestamptz NOT NULL, added_by text NOT NULL, public boolean NOT NULL
      );
      CREATE INDEX evidence_file_subject ON evidence_file (subject, subject_id);
      CREATE TRIGGER evidence_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE idempotency_key (
        scope text NOT NULL, key text NOT NULL, fingerprint char(64) NOT NULL, answer jsonb,
        PRIMARY KEY (scope, key)
      );

      CREATE TABLE page_memory (id char(32) PRIMARY KEY, content jsonb NOT NULL, said_at timestamptz NOT NULL);
      CREATE TABLE training_clock (id int PRIMARY KEY CHECK (id = 1), offset_ms bigint NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
