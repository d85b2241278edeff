import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rule orders back nobody asks for: then two persons approve and pay it. A deposit that was forfeited goes back to nobody. */
export class RefundsByRule1761000050410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ordered);
    await runner.query(forfeited);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const ordered = `
  ALTER TABLE disbursement ALTER requested_by DROP NOT NULL;
  ALTER TABLE disbursement ADD CONSTRAINT disbursement_by_rule CHECK (requested_by IS NOT NULL OR kind = 'release');
  ALTER TABLE disbursement ADD CONSTRAINT disbursement_paid_by_another CHECK (requested_by IS NOT NULL OR paid_by IS NULL OR paid_by <> approved_by)`;

const forfeited = `
  ALTER TABLE deposit ADD forfeited_at timestamptz, ADD forfeit_reason text, ADD forfeit_rule text;
  ALTER TABLE deposit ADD CONSTRAINT deposit_forfeited_for_a_reason CHECK (num_nulls(forfeited_at, forfeit_reason, forfeit_rule) IN (0, 3));
  ALTER TABLE deposit ADD CONSTRAINT deposit_forfeited_of_a_bid CHECK (forfeited_at IS NULL OR purpose = 'bid');
  CREATE FUNCTION disbursement_of_forfeited() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.kind = 'release' AND NEW.subject = 'deposit' AND NEW.refused_at IS NULL
      AND EXISTS (SELECT FROM deposit d WHERE d.id = NEW.subject_id AND d.forfeited_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a forfeited deposit goes back to nobody' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'deposit_forfeited';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER disbursement_of_forfeited BEFORE INSERT OR UPDATE ON disbursement FOR EACH ROW EXECUTE FUNCTION disbursement_of_forfeited()`;
