import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A changed notice changes the lists of its village and its town, and those of the whole county; of no other place. */
export class NoticesChangeByPlace1761000026300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_place_version (
        list text NOT NULL,
        place text NOT NULL,
        number bigint NOT NULL,
        CONSTRAINT list_place_version_once PRIMARY KEY (list, place)
      );
      CREATE INDEX list_place_version_number ON list_place_version (list, number);
      DROP TRIGGER notice_list_changed ON notice;
      DROP FUNCTION raise_list_version();
      CREATE FUNCTION notice_list_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        raised bigint;
      BEGIN
        -- Once a transaction, however many rows it changes; its lock, held to the commit, keeps the numbers in the order of commits.
        UPDATE list_version SET number = number + 1 WHERE list = 'notices' AND xmin::text <> pg_current_xact_id()::xid::text;
        SELECT number INTO raised FROM list_version WHERE list = 'notices';
        INSERT INTO list_place_version (list, place, number)
          SELECT DISTINCT 'notices', place, raised
          FROM unnest(ARRAY[NEW.office_code, left(NEW.office_code, 9), OLD.office_code, left(OLD.office_code, 9)]) AS place
          WHERE place IS NOT NULL
        ON CONFLICT (list, place) DO UPDATE SET number = EXCLUDED.number WHERE list_place_version.number < EXCLUDED.number;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER notice_list_changed AFTER INSERT OR UPDATE OR DELETE ON notice
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION notice_list_changed()`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
