import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when some process has watched over what is bid for: a silence after it is an outage, whoever takes the next bid. */
export class SomebodyWatchesTheBidding1761000050030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE bid_watch (id int PRIMARY KEY CHECK (id = 1), checked_until timestamptz NOT NULL)',
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
