import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, the posts they hold through time, sessions, and what was guessed wrongly. */
export class Access1761000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        login text NOT NULL CHECK (login = lower(login) AND length(login) BETWEEN 2 AND 64),
        kind text NOT NULL CHECK (kind IN ('staff', 'party')),
        name text NOT NULL CHECK (name <> ''),
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL,
        must_change boolean NOT NULL,
        start_until timestamptz,
        totp_secret text,
        totp_pending text,
        totp_last_step bigint NOT NULL DEFAULT 0,
        party_id uuid,
        training_role text,
        made_at timestamptz NOT NULL,
        disabled_at timestamptz,
        CONSTRAINT account_login_once UNIQUE (login)
      );
      CREATE INDEX account_name ON account (name text_pattern_ops);
      CREATE UNIQUE INDEX account_one_per_party ON account (party_id) WHERE party_id IS NOT NULL AND disabled_at IS NULL;

      CREATE TABLE recovery_code (
        account_id uuid NOT NULL REFERENCES account, code_hash text NOT NULL, used_at timestamptz,
        PRIMARY KEY (account_id, code_hash)
      );

      CREATE TABLE post_held (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        post text NOT NULL,
        office_code text NOT NULL CHECK (length(office_code) = 12),
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT post_held_period CHECK (valid_to IS NULL OR valid_to >= valid_from)
      );
      CREATE INDEX post_held_account ON post_held (account_id);
      CREATE INDEX post_held_office ON post_held (office_code text_pattern_ops);
      CREATE UNIQUE INDEX post_held_once ON post_held (account_id, post, office_code) WHERE valid_to IS NULL;

      CREATE TABLE session (
        id text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        started_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        idle_minutes int NOT NULL CHECK (idle_minutes > 0),
        second_factor_at timestamptz,
        network text NOT NULL,
        assisting jsonb
      );
      CREATE INDEX session_account ON session (account_id);
      CREATE INDEX session_expiry ON session (expires_at);

      CREATE TABLE sign_in_failure (
        login_key text NOT NULL,
        network text NOT NULL,
        failures int NOT NULL,
        since timestamptz NOT NULL,
        locked_until timestamptz,
        PRIMARY KEY (login_key, network)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
