import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The deals of the last year are read for everybody: they are found by the day on which they were recorded. */
export class DealsByDay1761000043010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX transfer_recorded ON transfer (recorded_at) INCLUDE (office_code, price_fen) WHERE recorded_at IS NOT NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
