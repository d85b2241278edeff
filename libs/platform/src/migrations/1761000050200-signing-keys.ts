import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys by which the exchange signs. What is public of a key stays for ever, since what it signed is checked for decades;
 * its secret is kept beside it, sealed, until nobody signs with it any more.
 */
export class SigningKeys1761000050200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_key (
        number int PRIMARY KEY CHECK (number > 0),
        kid text NOT NULL CONSTRAINT signing_key_kid_once UNIQUE,
        public_x text NOT NULL CHECK (public_x ~ '^[A-Za-z0-9_-]{43}$'),
        signs_from timestamptz NOT NULL,
        cause text NOT NULL CHECK (cause IN ('first', 'scheduled', 'ordered')),
        reason text,
        made_at timestamptz NOT NULL,
        CONSTRAINT signing_key_ordered_with_reason CHECK ((cause = 'ordered') = (reason IS NOT NULL))
      );
      CREATE TRIGGER signing_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signing_key
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE signing_secret (
        number int PRIMARY KEY REFERENCES signing_key,
        sealed text
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
