import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looks for what: advertisements of those who want to rent. Of lots the classes of their land, by which they fit. */
export class Wanted1761000047000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(wanted);
    await runner.query(classes);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const wanted = `
  CREATE TABLE wanted (
    id uuid PRIMARY KEY,
    number text,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code varchar(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
    party_id uuid NOT NULL REFERENCES party,
    wanter text NOT NULL, wanter_kind text NOT NULL,
    kind text NOT NULL,
    place text NOT NULL, villages text[] NOT NULL,
    area_from numeric(15,4), area_to numeric(15,4),
    land_class text, purpose text,
    price_fen bigint CHECK (price_fen > 0), price_unit text NOT NULL,
    years_least int CHECK (years_least > 0),
    remark text NOT NULL,
    reason text,
    published_at timestamptz, ends_on date,
    created_at timestamptz NOT NULL, created_account_id uuid,
    search_text text NOT NULL DEFAULT '', search_pairs text[] NOT NULL DEFAULT '{}',
    CONSTRAINT wanted_number_once UNIQUE (number),
    CONSTRAINT wanted_from_little_to_much CHECK (area_from <= area_to),
    CONSTRAINT wanted_published_until_a_day CHECK (state <> 'published' OR num_nulls(number, published_at, ends_on) = 0),
    CONSTRAINT wanted_taken_down_for_a_reason CHECK (state <> 'taken_down' OR reason IS NOT NULL)
  );
  CREATE FUNCTION wanted_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.remark));
    NEW.search_pairs := search_pairs(NEW.search_text);
    RETURN NEW;
  END $$;
  CREATE TRIGGER wanted_words BEFORE INSERT OR UPDATE OF number, place, remark ON wanted FOR EACH ROW EXECUTE FUNCTION wanted_words();
  CREATE INDEX wanted_due ON wanted (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX wanted_of_party ON wanted (party_id, created_at DESC);
  CREATE INDEX wanted_open_new ON wanted (published_at DESC, id DESC) WHERE state = 'published';
  CREATE INDEX wanted_open_town ON wanted (left(office_code, 9), published_at DESC, id DESC) WHERE state = 'published';
  CREATE INDEX wanted_open_words ON wanted USING gin (search_pairs) WHERE state = 'published';
  CREATE INDEX wanted_queue ON wanted (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX wanted_queue_town ON wanted (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code)`;

const classes = `
  ALTER TABLE listing ADD COLUMN land_classes text[] NOT NULL DEFAULT '{}';
  UPDATE listing l SET land_classes = found.classes FROM (
    SELECT lp.listing_id, array_agg(DISTINCT p.land_class ORDER BY p.land_class) AS classes
    FROM listing_parcel lp JOIN parcel p ON p.id = lp.parcel_id GROUP BY lp.listing_id) AS found
  WHERE found.listing_id = l.id;
  SET CONSTRAINTS ALL IMMEDIATE;
  ALTER TABLE listing ALTER COLUMN land_classes DROP DEFAULT;
  DROP FUNCTION listing_marks(text, text, text, numeric, numeric, numeric);
  CREATE FUNCTION listing_marks(kind text, mode text, purpose text, area numeric, fen numeric, days numeric, classes text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT array_remove(ARRAY['kind=' || kind, 'mode=' || mode, 'use=' || purpose,
      'area=' || CASE WHEN area < 10 THEN '0-10' WHEN area < 50 THEN '10-50' WHEN area < 200 THEN '50-200' WHEN area >= 200 THEN '200-' END,
      'price=' || CASE WHEN fen < 60000 THEN '0-600' WHEN fen < 90000 THEN '600-900' WHEN fen < 120000 THEN '900-1200' WHEN fen >= 120000 THEN '1200-' END,
      'years=' || CASE WHEN days < 1095 THEN '0-3' WHEN days < 1825 THEN '3-5' WHEN days < 3650 THEN '5-10' WHEN days >= 3650 THEN '10-' END]
      || ARRAY(SELECT 'class=' || class FROM unnest(classes) AS class), NULL) $$;
  CREATE OR REPLACE FUNCTION listing_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.own ->> 'name', NEW.crops, NEW.conditions, NEW.fixtures));
    NEW.search_pairs := search_pairs(NEW.search_text) || listing_marks(NEW.kind, NEW.mode, NEW.purpose, nullif(NEW.area_mu, 0),
      CASE NEW.price_unit WHEN 'mu_year' THEN NEW.price_fen END, nullif(upper(NEW.term) - lower(NEW.term), 1), NEW.land_classes);
    RETURN NEW;
  END $$;
  DROP TRIGGER listing_words ON listing;
  CREATE TRIGGER listing_words BEFORE INSERT
      OR UPDATE OF number, place, own, crops, conditions, fixtures, kind, mode, purpose, area_mu, price_fen, price_unit, term, land_classes ON listing
    FOR EACH ROW EXECUTE FUNCTION listing_words();
  UPDATE listing SET land_classes = land_classes;
  SET CONSTRAINTS ALL IMMEDIATE`;
