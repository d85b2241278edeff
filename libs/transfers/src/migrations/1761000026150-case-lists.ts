import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of cases cost what a page costs: by town, by village, by state, by words, and each desk's queue. */
export class CaseLists1761000026150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(words);
    await runner.query(indexes);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

// The same reckoning as `pairsOf` of the platform: each character and each pair of neighbours, plain.
const words = `
  ALTER TABLE transfer ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_pairs text[] NOT NULL DEFAULT '{}';
  CREATE FUNCTION search_plain(written text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT regexp_replace(lower(normalize(written, NFKC)), '\\s+', '', 'g') $$;
  CREATE FUNCTION search_pairs(plain text) RETURNS text[] LANGUAGE sql IMMUTABLE AS
    $$ SELECT coalesce(array_agg(DISTINCT part), '{}') FROM (
         SELECT substr(plain, n, size) AS part FROM generate_series(1, length(plain)) AS n, generate_series(1, 2) AS size
         WHERE n + size - 1 <= length(plain)) parts $$;
  CREATE FUNCTION transfer_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.transferor_name, NEW.transferee_name));
    NEW.search_pairs := search_pairs(NEW.search_text);
    RETURN NEW;
  END $$;
  CREATE TRIGGER transfer_words BEFORE INSERT OR UPDATE OF number, place, transferor_name, transferee_name ON transfer
    FOR EACH ROW EXECUTE FUNCTION transfer_words();
  UPDATE transfer SET place = place`;

const indexes = `
  CREATE INDEX transfer_words ON transfer USING gin (search_pairs);
  DROP INDEX transfer_queue;
  CREATE INDEX transfer_queue ON transfer (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX transfer_queue_town ON transfer (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  DROP INDEX transfer_recent;
  CREATE INDEX transfer_recent ON transfer (created_at DESC, id DESC);
  CREATE INDEX transfer_recent_town ON transfer (left(office_code, 9), created_at DESC, id DESC);
  CREATE INDEX transfer_recent_village ON transfer (office_code, created_at DESC, id DESC);
  CREATE INDEX transfer_recent_state ON transfer (state, created_at DESC, id DESC);
  CREATE INDEX transfer_largest ON transfer (area_mu DESC, id DESC);
  CREATE INDEX transfer_nearest ON transfer ((coalesce(due_at, 'infinity')), id);
  CREATE STATISTICS transfer_counties ON (left(office_code, 6)) FROM transfer;
  CREATE STATISTICS transfer_towns ON (left(office_code, 9)) FROM transfer`;
