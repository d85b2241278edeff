import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter to an agent that its signers gave for one matter, in its very words, says yes to it as a consent does. */
export class LettersThatSayYes1761000048000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE power_of_attorney
        ADD COLUMN about_kind text, ADD COLUMN about_id uuid, ADD COLUMN statement text, ADD COLUMN statement_sha256 char(64),
        ADD COLUMN signed_by uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT power_of_attorney_about_words CHECK (num_nulls(about_kind, about_id, statement, statement_sha256) IN (0, 4)),
        ADD CONSTRAINT power_of_attorney_signed CHECK ((about_id IS NULL) = (signed_by = '{}')),
        ADD CONSTRAINT power_of_attorney_hash_of_words CHECK (statement_sha256 = encode(sha256(convert_to(statement, 'UTF8')), 'hex'));
      ALTER TABLE power_of_attorney ALTER COLUMN signed_by DROP DEFAULT;
      CREATE INDEX power_of_attorney_about ON power_of_attorney (about_kind, about_id) WHERE about_id IS NOT NULL;
      CREATE FUNCTION power_of_attorney_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.revoked_at IS NOT NULL OR
           (OLD.about_kind, OLD.about_id, OLD.principal_id, OLD.agent_id, OLD.statement, OLD.signed_by, OLD.powers, OLD.valid_from, OLD.valid_to) IS DISTINCT FROM
           (NEW.about_kind, NEW.about_id, NEW.principal_id, NEW.agent_id, NEW.statement, NEW.signed_by, NEW.powers, NEW.valid_from, NEW.valid_to) THEN
          RAISE EXCEPTION 'a letter is only revoked, never rewritten' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'power_of_attorney_keeps_its_words';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER power_of_attorney_keeps_its_words BEFORE UPDATE OR DELETE ON power_of_attorney
        FOR EACH ROW EXECUTE FUNCTION power_of_attorney_keeps_its_words();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
