import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of certificates costs what a page costs: by town, by village, by state, by the end of the right, by words. */
export class CertificateLists1761000026500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(words);
    await runner.query(indexes);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const words = `
  ALTER TABLE certificate ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_pairs text[] NOT NULL DEFAULT '{}';
  CREATE FUNCTION certificate_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.number, NEW.place, NEW.holder_name));
    NEW.search_pairs := search_pairs(NEW.search_text);
    RETURN NEW;
  END $$;
  CREATE TRIGGER certificate_words BEFORE INSERT OR UPDATE OF number, place, holder_name ON certificate
    FOR EACH ROW EXECUTE FUNCTION certificate_words();
  UPDATE certificate SET place = place`;

const indexes = `
  CREATE INDEX certificate_words ON certificate USING gin (search_pairs);
  DROP INDEX certificate_office;
  CREATE INDEX certificate_recent_town ON certificate (left(office_code, 9), issued_at DESC, id DESC);
  CREATE INDEX certificate_recent_village ON certificate (office_code, issued_at DESC, id DESC);
  CREATE INDEX certificate_recent_state ON certificate (state, issued_at DESC, id DESC);
  CREATE INDEX certificate_recent_state_town ON certificate (state, left(office_code, 9), issued_at DESC, id DESC);
  CREATE INDEX certificate_ending ON certificate (upper(term), id);
  CREATE INDEX certificate_ending_town ON certificate (left(office_code, 9), upper(term), id);
  CREATE INDEX certificate_largest ON certificate (area_mu DESC, id DESC);
  CREATE STATISTICS certificate_counties ON (left(office_code, 6)) FROM certificate;
  CREATE STATISTICS certificate_towns ON (left(office_code, 9)) FROM certificate`;
