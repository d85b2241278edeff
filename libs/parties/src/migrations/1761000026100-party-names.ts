import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties are found by the beginning of their name, bodies by any part of it. */
export class PartyNames1761000026100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX party_display_name ON party (display_name text_pattern_ops)');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
