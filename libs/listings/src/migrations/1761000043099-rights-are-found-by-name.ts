import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a right is called is looked for; what has no area, no term or no price by mu and year has no mark of it. */
export class RightsAreFoundByName1761000043099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION listing_marks(kind text, mode text, purpose text, area numeric, fen numeric, days numeric) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
        SELECT array_remove(ARRAY['kind=' || kind, 'mode=' || mode, 'use=' || purpose,
          'area=' || CASE WHEN area < 10 THEN '0-10' WHEN area < 50 THEN '10-50' WHEN area < 200 THEN '50-200' WHEN area >= 200 THEN '200-' END,
          'price=' || CASE WHEN fen < 60000 THEN '0-600' WHEN fen < 90000 THEN '600-900' WHEN fen < 120000 THEN '900-1200' WHEN fen >= 120000 THEN '1200-' END,
          'years=' || CASE WHEN days < 1095 THEN '0-3' WHEN days < 1825 THEN '3-5' WHEN days < 3650 THEN '5-10' WHEN days >= 3650 THEN '10-' END], NULL) $$;
      CREATE OR REPLACE FUNCTION listing_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.own ->> 'name', NEW.crops, NEW.conditions, NEW.fixtures));
        NEW.search_pairs := search_pairs(NEW.search_text) || listing_marks(NEW.kind, NEW.mode, NEW.purpose, nullif(NEW.area_mu, 0),
          CASE NEW.price_unit WHEN 'mu_year' THEN NEW.price_fen END, nullif(upper(NEW.term) - lower(NEW.term), 1));
        RETURN NEW;
      END $$;
      DROP TRIGGER listing_words ON listing;
      CREATE TRIGGER listing_words BEFORE INSERT
          OR UPDATE OF number, place, own, crops, conditions, fixtures, kind, mode, purpose, area_mu, price_fen, price_unit, term ON listing
        FOR EACH ROW EXECUTE FUNCTION listing_words()`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
