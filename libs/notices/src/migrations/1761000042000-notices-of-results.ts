import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is on notice may have no area: a result of a deal about other things than land. */
export class NoticesOfResults1761000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice DROP CONSTRAINT notice_area_mu_check;
      ALTER TABLE notice ADD CONSTRAINT notice_has_area CHECK (area_mu > 0 OR (kind = 'result' AND area_mu = 0))`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
