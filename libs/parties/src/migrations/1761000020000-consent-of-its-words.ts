import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consent is to its own words and a decision to its transferee and land; neither can be turned to anything else. */
export class ConsentOfItsWords1761000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consent
        ADD COLUMN withdrawal_file_id uuid,
        ADD CONSTRAINT consent_hash_of_words CHECK (statement_sha256 = encode(sha256(convert_to(statement, 'UTF8')), 'hex'));
      CREATE FUNCTION consent_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR
           (OLD.about_kind, OLD.about_id, OLD.household_id, OLD.person_id, OLD.statement, OLD.statement_sha256, OLD.given_at) IS DISTINCT FROM
           (NEW.about_kind, NEW.about_id, NEW.household_id, NEW.person_id, NEW.statement, NEW.statement_sha256, NEW.given_at) THEN
          RAISE EXCEPTION 'a consent is only taken back, never rewritten' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'consent_keeps_its_words';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER consent_keeps_its_words BEFORE UPDATE OR DELETE ON consent
        FOR EACH ROW EXECUTE FUNCTION consent_keeps_its_words();

      ALTER TABLE collective_decision
        ADD COLUMN transferee_id uuid REFERENCES party (id),
        ADD COLUMN parcel_codes text[] NOT NULL DEFAULT '{}',
        ADD COLUMN area_mu numeric(15,4) CHECK (area_mu > 0);
      ALTER TABLE collective_decision ALTER COLUMN parcel_codes DROP DEFAULT;
      CREATE FUNCTION decision_keeps_its_matter() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR
           (OLD.transferee_id, OLD.parcel_codes, OLD.area_mu, OLD.electorate, OLD.attended, OLD.in_favour, OLD.opposed, OLD.deciding_body, OLD.decided_on, OLD.to_outsiders) IS DISTINCT FROM
           (NEW.transferee_id, NEW.parcel_codes, NEW.area_mu, NEW.electorate, NEW.attended, NEW.in_favour, NEW.opposed, NEW.deciding_body, NEW.decided_on, NEW.to_outsiders) THEN
          RAISE EXCEPTION 'a decision is made anew, never rewritten' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'decision_keeps_its_matter';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER decision_keeps_its_matter BEFORE UPDATE OR DELETE ON collective_decision
        FOR EACH ROW EXECUTE FUNCTION decision_keeps_its_matter();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
