import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads the outages that nobody has confirmed without those that were. */
export class DarkWork1761000026455 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX venue_dark_open ON venue_dark (id) WHERE confirmed_at IS NULL');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
