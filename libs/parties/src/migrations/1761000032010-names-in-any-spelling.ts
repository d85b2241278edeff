import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties are found by the beginning of their name in whatever spelling it was written. */
export class NamesInAnySpelling1761000032010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX party_display_name;
      CREATE INDEX party_name ON party (search_plain(display_name) text_pattern_ops)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
