import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers are found by the beginning of their number, whatever brackets, widths and gaps it was typed with. */
export class NumbersInAnyBrackets1761000032020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX paper_number;
      CREATE INDEX paper_number_plain ON paper (search_plain(number) text_pattern_ops, id)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
