import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk finds what was asked for anew without reading every change. */
export class AnewWaits1761000026700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX certificate_change_asked_anew ON certificate_change (certificate_id, made_at) WHERE kind = 'ask_anew'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
