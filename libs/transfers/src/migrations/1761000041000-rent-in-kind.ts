import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rent may be goods by weight, all of it written or none; null where a case is older than the question. */
export class RentInKind1761000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer ADD COLUMN rent jsonb;
      ALTER TABLE transfer ADD CONSTRAINT transfer_rent CHECK (
        rent IS NULL OR rent = '{"kind":"cash"}' OR coalesce(
          rent ->> 'kind' IN ('goods', 'converted')
            AND rent - ARRAY['kind', 'crop', 'kgPerMu', 'priceSource', 'priceDay'] = '{}'
            AND rent ->> 'crop' <> '' AND rent ->> 'priceSource' <> '' AND rent ->> 'priceDay' <> ''
            AND rent ->> 'kgPerMu' ~ '^[0-9]{1,5}([.][0-9]{1,2})?$' AND rent ->> 'kgPerMu' ~ '[1-9]', false))`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
