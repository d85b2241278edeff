import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each account picked last in a search, so that it is offered first. */
export class FinderUses1761000026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE finder_use (
        account_id uuid NOT NULL REFERENCES account (id),
        kind text NOT NULL,
        value text NOT NULL,
        used_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, kind, value)
      );
      CREATE INDEX finder_use_last ON finder_use (account_id, kind, used_at DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
