import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers are listed newest first, place by place, and found by the beginning of their number. */
export class PaperList1761000028610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX paper_recent ON paper (made_at DESC, id DESC);
      CREATE INDEX paper_recent_town ON paper (left(office_code, 9), made_at DESC, id DESC);
      CREATE INDEX paper_recent_village ON paper (office_code, made_at DESC, id DESC);
      CREATE INDEX paper_recent_kind ON paper (kind, made_at DESC, id DESC);
      CREATE INDEX paper_number ON paper (number text_pattern_ops, id)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
