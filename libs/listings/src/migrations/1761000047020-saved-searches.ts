import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an account looks for again and again, when it last looked, and the secret address of its feed. */
export class SavedSearches1761000047020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_search (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        revision int NOT NULL,
        name text NOT NULL, query text NOT NULL,
        seen_at timestamptz NOT NULL, created_at timestamptz NOT NULL,
        feed_hash text, feed_sealed bytea,
        CONSTRAINT saved_search_feed_once UNIQUE (feed_hash),
        CONSTRAINT saved_search_feed_is_sealed CHECK (num_nulls(feed_hash, feed_sealed) <> 1)
      );
      CREATE INDEX saved_search_of_account ON saved_search (account_id, created_at)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
