import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers without gaps, papers with the view they were drawn from, the print register and the seals. */
export class Papers1761000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_series (
        series text NOT NULL,
        scope_code text NOT NULL,
        period text NOT NULL,
        last integer NOT NULL CHECK (last >= 0),
        PRIMARY KEY (series, scope_code, period)
      );
      CREATE FUNCTION number_series_rises() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.last <= OLD.last THEN RAISE EXCEPTION 'A number is never given twice.'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER number_series_rises BEFORE UPDATE OR DELETE ON number_series
        FOR EACH ROW EXECUTE FUNCTION number_series_rises();

      CREATE TABLE paper (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        subject text NOT NULL,
        subject_id text NOT NULL,
        number text NOT NULL CONSTRAINT paper_number_once UNIQUE,
        code text NOT NULL CONSTRAINT paper_code_once UNIQUE,
        office_code text NOT NULL,
        office_code_then text NOT NULL,
        party_ids uuid[] NOT NULL,
        view jsonb NOT NULL,
        frame jsonb NOT NULL,
        sha256 text NOT NULL,
        training boolean NOT NULL,
        made_at timestamptz NOT NULL,
        made_on date NOT NULL,
        made_by text NOT NULL,
        voided_at timestamptz,
        voided_by text,
        void_reason text,
        CONSTRAINT paper_void_has_reason CHECK ((voided_at IS NULL) = (void_reason IS NULL))
      );
      CREATE INDEX paper_subject ON paper (subject, subject_id, made_at);
      CREATE INDEX paper_office ON paper (office_code text_pattern_ops, made_at);
      -- What was issued is never rewritten: its words, number and code stay, and that it is void is noted beside them.
      CREATE FUNCTION paper_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.voided_at IS NOT NULL AND NEW.voided_at IS DISTINCT FROM OLD.voided_at
          OR (NEW.kind, NEW.number, NEW.code, NEW.view, NEW.frame, NEW.sha256, NEW.office_code_then, NEW.made_at)
            IS DISTINCT FROM (OLD.kind, OLD.number, OLD.code, OLD.view, OLD.frame, OLD.sha256, OLD.office_code_then, OLD.made_at)
        THEN RAISE EXCEPTION 'A paper that was issued stands as it is.'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER paper_stands BEFORE UPDATE OR DELETE ON paper FOR EACH ROW EXECUTE FUNCTION paper_stands();

      CREATE TABLE paper_print (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        paper_id uuid NOT NULL REFERENCES paper (id),
        copy_number integer NOT NULL CHECK (copy_number >= 1),
        reason text NOT NULL CHECK (copy_number = 1 OR reason <> ''),
        printed_at timestamptz NOT NULL,
        printed_by text NOT NULL,
        account_id uuid,
        approved_by text,
        CONSTRAINT paper_print_copy_once UNIQUE (paper_id, copy_number)
      );
      CREATE FUNCTION paper_print_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'The print register is only added to.'; END $$;
      CREATE TRIGGER paper_print_append_only BEFORE UPDATE OR DELETE ON paper_print
        FOR EACH ROW EXECUTE FUNCTION paper_print_refuses();

      CREATE TABLE print_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        paper_id uuid NOT NULL REFERENCES paper (id),
        reason text NOT NULL CHECK (reason <> ''),
        asked_at timestamptz NOT NULL,
        asked_by text NOT NULL,
        asked_account_id uuid NOT NULL,
        decided_at timestamptz,
        decided_by text,
        decided_account_id uuid,
        approved boolean,
        copy_number integer,
        CONSTRAINT print_request_two_persons CHECK (decided_account_id <> asked_account_id)
      );
      CREATE UNIQUE INDEX print_request_one_open ON print_request (paper_id) WHERE decided_at IS NULL;

      CREATE TABLE seal (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        office_code text NOT NULL,
        office_name text NOT NULL,
        foot text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        registered_by text NOT NULL,
        registered_at timestamptz NOT NULL,
        CONSTRAINT seal_period CHECK (valid_to > valid_from)
      );
      CREATE INDEX seal_office ON seal (office_code, valid_from);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE seal, print_request, paper_print, paper, number_series;
      DROP FUNCTION number_series_rises, paper_stands, paper_print_refuses;
    `);
  }
}
