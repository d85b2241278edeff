import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A start password of staff takes two persons, and posts that watch each other are never one person's. */
export class AccountStarts1761000023100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_start (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        kind text NOT NULL CHECK (kind IN ('open', 'restart')),
        reason text NOT NULL CHECK (reason <> ''),
        half_sealed text NOT NULL,
        asked_by uuid NOT NULL REFERENCES account,
        asked_by_name text NOT NULL,
        asked_at timestamptz NOT NULL,
        until timestamptz NOT NULL,
        decided_by uuid REFERENCES account,
        decided_by_name text,
        decided_at timestamptz,
        confirmed boolean,
        CONSTRAINT account_start_two_persons CHECK (asked_by <> account_id AND (decided_by IS NULL OR decided_by NOT IN (asked_by, account_id))),
        CONSTRAINT account_start_decision CHECK (num_nonnulls(decided_by, decided_by_name, decided_at, confirmed) IN (0, 4))
      );
      CREATE INDEX account_start_account ON account_start (account_id);
      CREATE INDEX account_start_open ON account_start (until) WHERE decided_at IS NULL;

      -- Administration, supervision and business are never in one hand (GB/T 22239-2019, level 3).
      CREATE FUNCTION post_side(post text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN post = 'county_administrator' THEN 'administrator' WHEN post = 'supervisor' THEN 'supervisor'
          WHEN post IN ('county_reviewer', 'county_certifier', 'county_director', 'town_finance') THEN 'business' END
      $$;
      CREATE FUNCTION post_held_apart() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM post_held other WHERE other.account_id = NEW.account_id AND other.id <> NEW.id
          AND post_side(other.post) <> post_side(NEW.post)
          AND coalesce(other.valid_to, 'infinity') > NEW.valid_from AND coalesce(NEW.valid_to, 'infinity') > other.valid_from) THEN
          RAISE EXCEPTION 'posts that watch each other are not one person''s' USING ERRCODE = '23514', CONSTRAINT = 'post_held_apart';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER post_held_apart BEFORE INSERT OR UPDATE ON post_held FOR EACH ROW EXECUTE FUNCTION post_held_apart();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
