import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case may be the deal of a lot that was listed; it then keeps under which number and at what price. */
export class ListedDeals1761000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer ADD COLUMN listing jsonb;
      ALTER TABLE transfer ADD CONSTRAINT transfer_listing CHECK (
        listing IS NULL OR (listing ? 'id' AND listing ? 'number' AND (listing ->> 'priceFen')::bigint >= (listing ->> 'floorFen')::bigint));
      ALTER TABLE transfer ADD CONSTRAINT transfer_above_floor CHECK (listing IS NULL OR price_fen >= (listing ->> 'priceFen')::bigint);
      CREATE INDEX transfer_of_listing ON transfer ((listing ->> 'id')) WHERE listing IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
