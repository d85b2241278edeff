import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text may be about what has no area. */
export class TextsWithoutLand1761000042001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE publication DROP CONSTRAINT publication_area_mu_check, ADD CONSTRAINT publication_area CHECK (area_mu >= 0)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
