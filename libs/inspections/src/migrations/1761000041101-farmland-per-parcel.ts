import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Basic farmland is looked at parcel by parcel, beside what the register says; a survey that was over before keeps its one finding. */
export class FarmlandPerParcel1761000041101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inspection_parcel ADD recorded_farmland boolean, ADD farmland boolean, ADD farmland_note text;
      UPDATE inspection_parcel i SET recorded_farmland = p.basic_farmland FROM parcel p, inspection s
        WHERE p.code = i.parcel_code AND s.id = i.inspection_id AND s.state = 'planned'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
