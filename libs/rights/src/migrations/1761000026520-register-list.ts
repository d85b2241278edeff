import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register costs what a page costs: by town, by village, by code, by name, by the end of a contract. */
export class RegisterList1761000026520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX household_register ON household (contractor_code, id);
      CREATE INDEX household_register_town ON household (left(office_code, 9), contractor_code, id);
      CREATE INDEX household_register_village ON household (office_code, contractor_code, id);
      CREATE INDEX household_legacy_town ON household (left(office_code, 9), contractor_code, id) WHERE legacy;
      CREATE INDEX household_code ON household (contractor_code text_pattern_ops);
      CREATE INDEX party_household_name ON party (display_name COLLATE "C", id) WHERE kind = 'household';
      CREATE INDEX contract_code ON contract (code text_pattern_ops);
      CREATE INDEX contract_ends ON contract (ends_on, contractor_id);
      CREATE INDEX parcel_code ON parcel (code text_pattern_ops);
      CREATE STATISTICS household_counties ON (left(office_code, 6)) FROM household;
      CREATE STATISTICS household_towns ON (left(office_code, 9)) FROM household`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
