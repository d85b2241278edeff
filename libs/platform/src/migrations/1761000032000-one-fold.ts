import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names and numbers are compared in one form, here and in `folded` of the kernel; what was searched before is reckoned anew. */
export class OneFold1761000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(fold);
    await runner.query(again);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const fold = String.raw`
  CREATE OR REPLACE FUNCTION search_plain(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT translate(
      regexp_replace(
        regexp_replace(
          lower(normalize(written, NFKC) COLLATE "C"),
          '[\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u1680\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef'
          || '\u00b7\u16eb\u2022\u2027\u2219\u22c5\u25cf\u2e31\u2e33\u30fb\ua78f]',
          '', 'g'),
        '(?<=[\u3007\u3400-\u9fff\U00020000-\U0003ffff])\.(?=[\u3007\u3400-\u9fff\U00020000-\U0003ffff])',
        '', 'g'),
      '〔[{【〖〈《〕]}】〗〉》', '((((((()))))))') $$`;

/** Whatever table keeps words to be found by. */
const again = `
  DO $$
  DECLARE at regclass;
  BEGIN
    FOR at IN SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND a.attname = 'search_pairs' AND c.relnamespace = current_schema()::regnamespace
    LOOP
      EXECUTE format('UPDATE %s SET search_text = search_plain(search_text), search_pairs = search_pairs(search_plain(search_text))', at);
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
  END $$`;
