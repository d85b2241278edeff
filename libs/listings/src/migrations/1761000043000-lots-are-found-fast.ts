import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a million lots a few are on offer, and those are what is asked for: they get indexes of their own, in which what lies behind them
 * need not be stepped over.
 */
export class LotsAreFoundFast1761000043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(marks);
    await runner.query(`
      DROP INDEX listing_offered_new, listing_offered_ending, listing_offered_cheap, listing_offered_town, listing_words;

      CREATE INDEX listing_open_ending ON listing (closes_on, id) WHERE published_at IS NOT NULL AND state = 'listed';
      CREATE INDEX listing_open_town ON listing (left(office_code, 9), closes_on, id) WHERE published_at IS NOT NULL AND state = 'listed';
      CREATE INDEX listing_open_new ON listing (published_at DESC, id DESC) WHERE published_at IS NOT NULL AND state = 'listed';
      CREATE INDEX listing_open_cheap ON listing ((price_fen::numeric), id) WHERE published_at IS NOT NULL AND state = 'listed';
      CREATE INDEX listing_open_large ON listing (area_mu DESC, id DESC) WHERE published_at IS NOT NULL AND state = 'listed';
      CREATE INDEX listing_open_words ON listing USING gin (search_pairs) WITH (fastupdate = off) WHERE published_at IS NOT NULL AND state = 'listed';

      CREATE INDEX listing_all_ending ON listing (closes_on, id) WHERE published_at IS NOT NULL;
      CREATE INDEX listing_all_new ON listing (published_at DESC, id DESC) WHERE published_at IS NOT NULL;
      CREATE INDEX listing_all_cheap ON listing ((price_fen::numeric), id) WHERE published_at IS NOT NULL;
      CREATE INDEX listing_all_large ON listing (area_mu DESC, id DESC) WHERE published_at IS NOT NULL;
      CREATE INDEX listing_all_town ON listing (left(office_code, 9), published_at DESC, id DESC) WHERE published_at IS NOT NULL;
      CREATE INDEX listing_all_village ON listing (office_code, published_at DESC, id DESC) WHERE published_at IS NOT NULL;
      CREATE INDEX listing_all_words ON listing USING gin (search_pairs) WITH (fastupdate = off) WHERE published_at IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const marks = `
  CREATE FUNCTION listing_marks(kind text, mode text, purpose text, area numeric, fen numeric, days numeric) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['kind=' || kind, 'mode=' || mode, 'use=' || purpose,
      'area=' || CASE WHEN area < 10 THEN '0-10' WHEN area < 50 THEN '10-50' WHEN area < 200 THEN '50-200' ELSE '200-' END,
      'price=' || CASE WHEN fen < 60000 THEN '0-600' WHEN fen < 90000 THEN '600-900' WHEN fen < 120000 THEN '900-1200' ELSE '1200-' END,
      'years=' || CASE WHEN days < 1095 THEN '0-3' WHEN days < 1825 THEN '3-5' WHEN days < 3650 THEN '5-10' ELSE '10-' END] $$;
  CREATE OR REPLACE FUNCTION listing_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.crops, NEW.conditions, NEW.fixtures));
    NEW.search_pairs := search_pairs(NEW.search_text)
      || listing_marks(NEW.kind, NEW.mode, NEW.purpose, NEW.area_mu, NEW.price_fen, upper(NEW.term) - lower(NEW.term));
    RETURN NEW;
  END $$;
  DROP TRIGGER listing_words ON listing;
  CREATE TRIGGER listing_words BEFORE INSERT
      OR UPDATE OF number, place, crops, conditions, fixtures, kind, mode, purpose, area_mu, price_fen, term ON listing
    FOR EACH ROW EXECUTE FUNCTION listing_words();
  UPDATE listing SET crops = crops;
  SET CONSTRAINTS ALL IMMEDIATE`;
