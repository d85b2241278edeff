import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approved texts, their venues and proofs, terminals and their showings. */
export class Publications1761000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(texts);
    await runner.query(venues);
    await runner.query(screens);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const texts = `
  CREATE TABLE publication (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    version int NOT NULL CHECK (version > 0),
    text jsonb NOT NULL,
    board_text jsonb NOT NULL,
    known_codes text[] NOT NULL,
    sha256 char(64) NOT NULL,
    board_sha256 char(64) NOT NULL,
    approved_by text,
    approved_at timestamptz,
    released_at timestamptz,
    CONSTRAINT publication_once UNIQUE (subject, subject_id),
    CONSTRAINT publication_approved_first CHECK (released_at IS NULL OR (approved_at IS NOT NULL AND approved_at <= released_at))
  );
  CREATE FUNCTION keep_public_text() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.released_at IS NOT NULL THEN
      RAISE EXCEPTION 'A public text is never changed.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_immutable';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER publication_immutable BEFORE UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION keep_public_text();

  CREATE TABLE erratum (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    publication_id uuid NOT NULL REFERENCES publication (id),
    wrong text NOT NULL CHECK (wrong <> ''),
    "right" text NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    approved_by text NOT NULL,
    approved_at timestamptz NOT NULL
  );
  CREATE INDEX erratum_publication ON erratum (publication_id, approved_at);
  CREATE TRIGGER erratum_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erratum FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;

const venues = `
  CREATE TABLE venue_posting (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    publication_id uuid NOT NULL REFERENCES publication (id),
    kind text NOT NULL CHECK (kind IN ('village_board', 'screen_county', 'screen_town', 'website')),
    office_code varchar(12) NOT NULL,
    office_code_born varchar(12) NOT NULL,
    place text NOT NULL,
    mandatory boolean NOT NULL,
    posted_at timestamptz,
    proven_at timestamptz,
    proof_kind text CHECK (proof_kind IN ('photo', 'showing', 'hash')),
    evidence_file_id uuid REFERENCES evidence_file (id),
    evidence_sha256 char(64),
    posted_by text,
    point jsonb,
    removed_at timestamptz,
    CONSTRAINT venue_posting_once UNIQUE (publication_id, kind, office_code_born),
    CONSTRAINT venue_posting_proof CHECK (num_nulls(posted_at, proven_at, proof_kind, posted_by) IN (0, 4) AND posted_at <= proven_at),
    CONSTRAINT venue_posting_photo CHECK (proof_kind <> 'photo' OR (evidence_file_id IS NOT NULL AND evidence_sha256 IS NOT NULL))
  );
  CREATE INDEX venue_posting_place ON venue_posting (office_code, kind) WHERE removed_at IS NULL;
  CREATE FUNCTION keep_proof() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.proven_at IS NOT NULL AND (NEW.posted_at, NEW.proven_at, NEW.proof_kind, NEW.evidence_file_id, NEW.evidence_sha256)
       IS DISTINCT FROM (OLD.posted_at, OLD.proven_at, OLD.proof_kind, OLD.evidence_file_id, OLD.evidence_sha256) THEN
      RAISE EXCEPTION 'A proof is never replaced.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'venue_posting_proven';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER venue_posting_proven BEFORE UPDATE ON venue_posting FOR EACH ROW EXECUTE FUNCTION keep_proof();

  CREATE TABLE venue_dark (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    posting_id uuid NOT NULL REFERENCES venue_posting (id),
    dark_from timestamptz NOT NULL,
    dark_to timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    reported_by text NOT NULL,
    reported_at timestamptz NOT NULL,
    confirmed_by text,
    confirmed_at timestamptz,
    lost_working_days int CHECK (lost_working_days >= 0),
    CONSTRAINT venue_dark_span CHECK (dark_to > dark_from),
    CONSTRAINT venue_dark_confirmed CHECK (num_nulls(confirmed_by, confirmed_at, lost_working_days) IN (0, 3))
  );
  CREATE INDEX venue_dark_posting ON venue_dark (posting_id);

  CREATE TABLE venue_check (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    posting_id uuid NOT NULL REFERENCES venue_posting (id),
    in_place boolean NOT NULL,
    remark text NOT NULL,
    checked_by text NOT NULL,
    checked_at timestamptz NOT NULL
  );
  CREATE INDEX venue_check_posting ON venue_check (posting_id, checked_at);
  CREATE TRIGGER venue_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON venue_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;

const screens = `
  CREATE TABLE terminal (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL CONSTRAINT terminal_name_once UNIQUE,
    kind text NOT NULL CHECK (kind IN ('screen_county', 'screen_town')),
    office_code varchar(12) NOT NULL,
    token_hash char(64) NOT NULL CONSTRAINT terminal_token_once UNIQUE,
    last_heartbeat timestamptz,
    shown int NOT NULL,
    registered_at timestamptz NOT NULL,
    retired_at timestamptz
  );
  CREATE INDEX terminal_office ON terminal (office_code) WHERE retired_at IS NULL;

  CREATE TABLE showing (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    terminal_id uuid NOT NULL REFERENCES terminal (id),
    publication_id uuid NOT NULL REFERENCES publication (id),
    shown_at timestamptz NOT NULL
  );
  CREATE INDEX showing_publication ON showing (publication_id, shown_at);
  CREATE TRIGGER showing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON showing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE terminal_turn (
    terminal_id uuid NOT NULL REFERENCES terminal (id),
    publication_id uuid NOT NULL REFERENCES publication (id),
    last_shown_at timestamptz NOT NULL,
    times int NOT NULL CHECK (times > 0),
    PRIMARY KEY (terminal_id, publication_id)
  );`;
