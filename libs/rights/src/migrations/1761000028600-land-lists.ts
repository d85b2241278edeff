import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rights know their place, and parcels and rights are listed place by place. */
export class LandLists1761000028600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE management_right ADD COLUMN office_code text NOT NULL DEFAULT '';
      UPDATE management_right r SET office_code = coalesce((SELECT l.office_code FROM right_portion o JOIN parcel l ON l.id = o.parcel_id
        WHERE o.right_id = r.id ORDER BY l.code LIMIT 1), '');
      ALTER TABLE management_right ALTER COLUMN office_code DROP DEFAULT;
      CREATE INDEX management_right_listed ON management_right (reserved_at DESC, id DESC);
      CREATE INDEX management_right_listed_town ON management_right (left(office_code, 9), reserved_at DESC, id DESC);
      CREATE INDEX management_right_listed_village ON management_right (office_code, reserved_at DESC, id DESC);
      CREATE INDEX management_right_ending ON management_right (upper(term), id);
      CREATE INDEX parcel_register ON parcel (code, id);
      CREATE INDEX parcel_register_town ON parcel (left(office_code, 9), code, id);
      CREATE INDEX parcel_register_village ON parcel (office_code, code, id);
      CREATE INDEX parcel_largest ON parcel (greatest(contract_mu, measured_mu) DESC, id DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
