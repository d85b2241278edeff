import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The statutory public notice with its clock, and the priority claims that came in within it. */
export class Notices1761000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notices);
    await runner.query(claims);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const notices = `
  CREATE TABLE notice (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number text CONSTRAINT notice_number_once UNIQUE,
    transfer_id uuid NOT NULL,
    case_number text NOT NULL,
    version int NOT NULL CHECK (version > 0),
    previous_id uuid REFERENCES notice (id),
    replaced_by_id uuid REFERENCES notice (id),
    publication_id uuid REFERENCES publication (id),
    kind text NOT NULL,
    title text NOT NULL,
    town text NOT NULL,
    village text NOT NULL,
    parties text NOT NULL,
    area_mu numeric(15,4) NOT NULL CHECK (area_mu > 0),
    terms jsonb NOT NULL,
    map jsonb,
    period_start date,
    ends_on date NOT NULL,
    published_at timestamptz,
    ended_reason text,
    search_text text NOT NULL,
    search_pairs text[] NOT NULL,
    state text NOT NULL,
    state_since timestamptz NOT NULL,
    due_at timestamptz,
    office_code varchar(12) NOT NULL,
    office_code_born varchar(12) NOT NULL,
    revision int NOT NULL,
    rules_day date NOT NULL,
    CONSTRAINT notice_version_once UNIQUE (transfer_id, version),
    CONSTRAINT notice_numbered CHECK (state IN ('draft', 'approved') OR published_at IS NULL OR number IS NOT NULL)
  );
  -- One notice of a transfer is live; two versions at once would leave the reader to guess which terms are meant.
  CREATE UNIQUE INDEX notice_one_live ON notice (transfer_id) WHERE state NOT IN ('replaced', 'withdrawn');
  CREATE INDEX notice_due ON notice (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX notice_open ON notice (ends_on, id) WHERE state IN ('awaiting_proof', 'running');
  CREATE INDEX notice_open_town ON notice (left(office_code, 9), ends_on, id) WHERE state IN ('awaiting_proof', 'running');
  CREATE INDEX notice_published ON notice (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX notice_published_town ON notice (left(office_code, 9), published_at DESC, id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX notice_office ON notice (office_code text_pattern_ops);
  CREATE INDEX notice_words ON notice USING gin (search_pairs) WHERE published_at IS NOT NULL;

  -- Lists sort by the last day; a recount of the calendar moves only due_at, the midnight behind it.
  CREATE FUNCTION follow_last_day() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.ends_on := (NEW.due_at AT TIME ZONE 'Asia/Shanghai')::date - 1;
    RETURN NEW;
  END $$;
  CREATE TRIGGER notice_last_day BEFORE UPDATE OF due_at ON notice FOR EACH ROW
    WHEN (NEW.state IN ('running') AND NEW.due_at IS NOT NULL) EXECUTE FUNCTION follow_last_day();

  CREATE TABLE notice_place (
    village_code varchar(12) PRIMARY KEY,
    town_code varchar(12) NOT NULL,
    town text NOT NULL,
    village text NOT NULL
  );`;

const claims = `
  CREATE TABLE priority_claim (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number text NOT NULL CONSTRAINT priority_claim_number_once UNIQUE,
    notice_id uuid NOT NULL REFERENCES notice (id),
    party_id uuid,
    name text NOT NULL CHECK (name <> ''),
    phone_masked text NOT NULL,
    level text NOT NULL CHECK (level IN ('member', 'incumbent', 'co_contractor')),
    statement text NOT NULL,
    accepts_terms boolean NOT NULL CHECK (accepts_terms),
    claimed_at timestamptz NOT NULL,
    channel text NOT NULL,
    verified_by text,
    verified_at timestamptz,
    answer_reasons text,
    answered_by text,
    answered_at timestamptz,
    result text CHECK (result IN ('claimant_takes_over', 'bidding_among_claimants', 'declined', 'not_proven', 'withdrawn')),
    state text NOT NULL,
    state_since timestamptz NOT NULL,
    due_at timestamptz,
    office_code varchar(12) NOT NULL,
    office_code_born varchar(12) NOT NULL,
    revision int NOT NULL,
    rules_day date NOT NULL
  );
  CREATE UNIQUE INDEX priority_claim_once ON priority_claim (notice_id, party_id) WHERE party_id IS NOT NULL AND state NOT IN ('not_proven', 'withdrawn');
  CREATE INDEX priority_claim_notice ON priority_claim (notice_id, claimed_at);
  CREATE INDEX priority_claim_desk ON priority_claim (office_code text_pattern_ops, due_at, id) WHERE state IN ('received', 'proven');`;
