import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the filters look at stands in the indexes of the two usual orders: a thousand lots are sifted without opening one. */
export class LotsAreSiftedInTheirOrder1761000044500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX listing_open_ending;
      CREATE INDEX listing_open_ending ON listing (closes_on, id) INCLUDE (kind, mode, purpose, area_mu, price_fen, price_unit, term, office_code)
        WHERE published_at IS NOT NULL AND state = 'listed';
      DROP INDEX listing_all_new;
      CREATE INDEX listing_all_new ON listing (published_at DESC, id DESC) INCLUDE (state, kind, mode, purpose, area_mu, price_fen, price_unit, term, office_code)
        WHERE published_at IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
