import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number for each list whose answers are kept: the transaction that changes a row of it raises the number, at its very end, so
 * that nobody waits for it longer than a commit takes and no later lock can be crossed with it.
 */
export class ListVersions1761000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_version (
        list text PRIMARY KEY,
        number bigint NOT NULL
      );
      CREATE FUNCTION raise_list_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Once a transaction, however many rows it changes.
        UPDATE list_version SET number = number + 1 WHERE list = TG_ARGV[0] AND xmin::text <> pg_current_xact_id()::xid::text;
        RETURN NULL;
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
