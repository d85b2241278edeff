import type { MigrationInterface, QueryRunner } from 'typeorm';

const standing = `(CASE WHEN disabled_at IS NOT NULL THEN 'closed' WHEN must_change THEN 'fresh'
    WHEN totp_secret IS NULL AND kind = 'staff' THEN 'unbound' ELSE 'open' END)`;

/** Accounts are found by a part of login or name, and by post, office and standing, for what a page costs. */
export class AccountLists1761000026430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_pairs text[] NOT NULL DEFAULT '{}';
      CREATE FUNCTION account_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := search_plain(NEW.login || ' ' || NEW.name);
        NEW.search_pairs := search_pairs(NEW.search_text);
        RETURN NEW;
      END $$;
      CREATE TRIGGER account_words BEFORE INSERT OR UPDATE OF login, name ON account FOR EACH ROW EXECUTE FUNCTION account_words();
      UPDATE account SET login = login;
      DROP INDEX account_name;
      CREATE INDEX account_words ON account USING gin (search_pairs);
      CREATE INDEX account_by_login ON account (login, id);
      CREATE INDEX account_recent ON account (made_at DESC, id DESC);
      CREATE INDEX account_standing ON account (${standing}, login, id);
      CREATE INDEX post_held_now ON post_held (post, account_id) WHERE valid_to IS NULL;
      CREATE STATISTICS post_held_towns ON (left(office_code, 9)) FROM post_held`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
