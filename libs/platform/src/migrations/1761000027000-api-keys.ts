import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs have accounts of their own, and come in by keys instead of passwords. */
export class ApiKeys1761000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account DROP CONSTRAINT account_kind_check;
      ALTER TABLE account ADD CONSTRAINT account_kind_check CHECK (kind IN ('staff', 'party', 'program'));
      -- A program has no password that anybody could try.
      ALTER TABLE account ADD CONSTRAINT account_program_has_no_password CHECK ((kind = 'program') = (password_hash = ''));

      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        prefix text NOT NULL,
        key_hash text NOT NULL,
        reads_only boolean NOT NULL,
        made_by uuid NOT NULL REFERENCES account,
        made_by_name text NOT NULL,
        made_at timestamptz NOT NULL,
        ends_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        CONSTRAINT api_key_prefix_once UNIQUE (prefix),
        CONSTRAINT api_key_hash_once UNIQUE (key_hash)
      );
      CREATE INDEX api_key_account ON api_key (account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
