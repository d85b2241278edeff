import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records whose time is over and which the clock could not move, and when its rounds last ran. */
export class Clock1761000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clock_trouble (
        subject text NOT NULL,
        subject_id text NOT NULL,
        label text NOT NULL,
        office_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('blocked', 'failed')),
        reasons jsonb NOT NULL,
        tries int NOT NULL,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        next_at timestamptz NOT NULL,
        PRIMARY KEY (subject, subject_id)
      );
      CREATE INDEX clock_trouble_office ON clock_trouble (office_code text_pattern_ops, first_at);

      CREATE TABLE clock_round (
        name text PRIMARY KEY,
        ran_at timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
