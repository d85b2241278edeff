import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mortgage is of the office of its land, and the list of mortgages costs what a page costs. */
export class EncumbranceLists1761000026510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(indexes);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const columns = `
  ALTER TABLE encumbrance ADD COLUMN office_code varchar(12), ADD COLUMN search_text text NOT NULL DEFAULT '',
    ADD COLUMN search_pairs text[] NOT NULL DEFAULT '{}';
  CREATE FUNCTION encumbrance_office() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.office_code := coalesce(
      (SELECT coalesce(h.office_code, i.office_code) FROM contract c LEFT JOIN household h ON h.id = c.contractor_id
        LEFT JOIN issuer i ON i.code = c.issuer_code WHERE c.id = NEW.contract_id),
      (SELECT p.office_code FROM right_portion o JOIN parcel p ON p.id = o.parcel_id WHERE o.right_id = NEW.right_id ORDER BY p.code LIMIT 1));
    RETURN NEW;
  END $$;
  CREATE TRIGGER encumbrance_office BEFORE INSERT OR UPDATE OF contract_id, right_id ON encumbrance
    FOR EACH ROW EXECUTE FUNCTION encumbrance_office();
  CREATE FUNCTION encumbrance_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := search_plain(concat_ws(' ', NEW.mortgagee_name, (SELECT display_name FROM party WHERE id = NEW.mortgagor_id),
      NEW.contract_number, NEW.registered_number, (SELECT code FROM contract WHERE id = NEW.contract_id)));
    NEW.search_pairs := search_pairs(NEW.search_text);
    RETURN NEW;
  END $$;
  CREATE TRIGGER encumbrance_words BEFORE INSERT OR UPDATE OF mortgagee_name, mortgagor_id, contract_number, registered_number, contract_id
    ON encumbrance FOR EACH ROW EXECUTE FUNCTION encumbrance_words();
  -- Who is called otherwise is found by his new name.
  CREATE FUNCTION encumbrance_mortgagor_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE encumbrance SET mortgagor_id = mortgagor_id WHERE mortgagor_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER encumbrance_mortgagor_renamed AFTER UPDATE OF display_name ON party
    FOR EACH ROW WHEN (OLD.display_name <> NEW.display_name) EXECUTE FUNCTION encumbrance_mortgagor_renamed();
  UPDATE encumbrance SET contract_id = contract_id;
  ALTER TABLE encumbrance ALTER COLUMN office_code SET NOT NULL`;

const indexes = `
  CREATE INDEX encumbrance_words ON encumbrance USING gin (search_pairs);
  CREATE INDEX encumbrance_recent ON encumbrance (recorded_at DESC, id DESC);
  CREATE INDEX encumbrance_recent_town ON encumbrance (left(office_code, 9), recorded_at DESC, id DESC);
  CREATE INDEX encumbrance_recent_village ON encumbrance (office_code, recorded_at DESC, id DESC);
  CREATE INDEX encumbrance_live_town ON encumbrance (left(office_code, 9), recorded_at DESC, id DESC)
    WHERE standing IN ('proposed', 'consented', 'registered');
  CREATE INDEX encumbrance_mortgagee ON encumbrance (mortgagee_name, recorded_at DESC, id DESC);
  CREATE INDEX encumbrance_mortgagor ON encumbrance (mortgagor_id);
  CREATE INDEX encumbrance_ending ON encumbrance (upper(term), id);
  CREATE INDEX encumbrance_largest ON encumbrance (principal_fen DESC, id DESC);
  CREATE STATISTICS encumbrance_counties ON (left(office_code, 6)) FROM encumbrance;
  CREATE STATISTICS encumbrance_towns ON (left(office_code, 9)) FROM encumbrance`;
