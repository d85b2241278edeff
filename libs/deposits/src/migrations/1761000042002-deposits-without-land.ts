import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deposit may be left for what has no area. */
export class DepositsWithoutLand1761000042002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE deposit DROP CONSTRAINT deposit_area_mu_check, ADD CONSTRAINT deposit_area CHECK (area_mu >= 0)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
