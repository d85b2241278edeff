import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews are counted by their own rows, as on the director's page; a clock also stops for other reasons. */
export class ReviewsCountedOnce1761000021200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX deadline_closed');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
