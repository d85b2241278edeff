import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A price by mu and year, one by year and one for good are not compared: the cheapest come first within each unit. */
export class CheapWithinOneUnit1761000045020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION listing_cheap(unit text, fen bigint) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE unit WHEN 'mu_year' THEN 0 WHEN 'year' THEN 1 ELSE 2 END * 1e15::numeric + fen $$;
      DROP INDEX listing_open_cheap, listing_all_cheap;
      CREATE INDEX listing_open_cheap ON listing (listing_cheap(price_unit, price_fen), id) WHERE published_at IS NOT NULL AND state = 'listed';
      CREATE INDEX listing_all_cheap ON listing (listing_cheap(price_unit, price_fen), id) WHERE published_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
