import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when the papers of a lot that is over are kept at least. */
export class LotsAreKept1761000048300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE listing ADD COLUMN kept_until date;
      UPDATE listing SET kept_until = CASE state WHEN 'closed' THEN upper(term) - 1 + interval '30 years'
          ELSE (state_since AT TIME ZONE 'Asia/Shanghai')::date + interval '5 years' END
        WHERE state IN ('closed', 'failed', 'withdrawn', 'terminated');
      SET CONSTRAINTS ALL IMMEDIATE;
      CREATE INDEX listing_kept ON listing (kept_until, id) WHERE kept_until IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
