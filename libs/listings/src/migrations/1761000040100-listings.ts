import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots that are offered, their parcels, and who is interested. */
export class Listings1761000040100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(listing);
    await runner.query(words);
    await runner.query(interest);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const listing = `
  CREATE TABLE listing (
    id uuid PRIMARY KEY,
    number text,
    kind text NOT NULL, mode text NOT NULL,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code varchar(12) NOT NULL, born_office_code varchar(12) NOT NULL,
    revision int NOT NULL, rules_day date NOT NULL,
    place text NOT NULL, issuer_code varchar(14) NOT NULL,
    transferor_name text NOT NULL,
    term daterange NOT NULL,
    price_fen bigint NOT NULL, floor_fen bigint NOT NULL CHECK (floor_fen > 0),
    payment text NOT NULL, purpose text NOT NULL, crops text NOT NULL, fixtures text NOT NULL, conditions text NOT NULL,
    declared jsonb NOT NULL,
    area_mu numeric(15,4) NOT NULL, parcel_count int NOT NULL, household_count int NOT NULL,
    extensions int NOT NULL,
    published_at timestamptz, approved_at timestamptz, closes_on date, closed_at timestamptz,
    remaining_days int,
    suspended_from text,
    ended_code text, ended_reason text,
    relists_id uuid REFERENCES listing,
    created_at timestamptz NOT NULL, created_by text NOT NULL, created_account_id uuid,
    search_text text NOT NULL DEFAULT '', search_pairs text[] NOT NULL DEFAULT '{}',
    CONSTRAINT listing_number_once UNIQUE (number),
    CONSTRAINT listing_above_floor CHECK (price_fen >= floor_fen),
    CONSTRAINT listing_fails_by_a_code CHECK (state <> 'failed' OR ended_code IS NOT NULL)
  );
  CREATE UNIQUE INDEX listing_relisted_once ON listing (relists_id) WHERE state NOT IN ('withdrawn', 'terminated');
  CREATE INDEX listing_due ON listing (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX listing_queue ON listing (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX listing_queue_town ON listing (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX listing_recent ON listing (created_at DESC, id DESC);
  CREATE INDEX listing_recent_town ON listing (left(office_code, 9), created_at DESC, id DESC);
  CREATE INDEX listing_offered_new ON listing (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX listing_offered_ending ON listing (closes_on, id) WHERE published_at IS NOT NULL;
  CREATE INDEX listing_offered_cheap ON listing ((price_fen::numeric), id) WHERE published_at IS NOT NULL;
  CREATE INDEX listing_offered_town ON listing (left(office_code, 9), closes_on, id) WHERE published_at IS NOT NULL;

  CREATE TABLE listing_parcel (
    listing_id uuid NOT NULL REFERENCES listing,
    seq int NOT NULL,
    parcel_id uuid NOT NULL REFERENCES parcel,
    grantor_id uuid NOT NULL REFERENCES party,
    area_mu numeric(15,4) NOT NULL CHECK (area_mu > 0),
    PRIMARY KEY (listing_id, parcel_id)
  );
  CREATE INDEX listing_parcel_land ON listing_parcel (parcel_id)`;

const words = `
  CREATE FUNCTION listing_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.crops, NEW.conditions, NEW.fixtures));
    NEW.search_pairs := search_pairs(NEW.search_text);
    RETURN NEW;
  END $$;
  CREATE TRIGGER listing_words BEFORE INSERT OR UPDATE OF number, place, crops, conditions, fixtures ON listing
    FOR EACH ROW EXECUTE FUNCTION listing_words();
  CREATE INDEX listing_words ON listing USING gin (search_pairs) WHERE published_at IS NOT NULL`;

const interest = `
  CREATE TABLE interest (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listing,
    listing_number text NOT NULL,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code varchar(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
    place text NOT NULL, area_mu numeric(15,4) NOT NULL,
    party_id uuid NOT NULL REFERENCES party,
    party_name text NOT NULL,
    transferee_kind text NOT NULL,
    ability text NOT NULL, credit text NOT NULL,
    offer_fen bigint NOT NULL CHECK (offer_fen > 0),
    deposit_fen bigint NOT NULL CHECK (deposit_fen > 0),
    reason text,
    registered_at timestamptz NOT NULL, registered_by text NOT NULL
  );
  CREATE UNIQUE INDEX interest_once ON interest (listing_id, party_id) WHERE state NOT IN ('withdrawn', 'refused');
  CREATE INDEX interest_of_party ON interest (party_id, registered_at DESC);
  CREATE INDEX interest_queue ON interest (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX interest_queue_town ON interest (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code)`;
