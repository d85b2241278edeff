import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the table itself refuses: a way of transfer without a form of contract, a contract older than its notice, another's licence. */
export class ADealAsAgreed1761000020100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer
        ADD COLUMN cleared_at timestamptz,
        ADD CONSTRAINT transfer_signed_after_notice CHECK (signed_on IS NULL OR cleared_at IS NULL
          OR signed_on >= (cleared_at AT TIME ZONE 'Asia/Shanghai')::date);

      CREATE FUNCTION transfer_way_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.mode = 'share' THEN
          RAISE EXCEPTION 'no form of contract for shares yet' USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_no_shares_yet';
        END IF;
        IF NEW.mode = 'subcontract' AND (NEW.kind <> 'contracted' OR NEW.transferee_kind <> 'member') THEN
          RAISE EXCEPTION 'contracted land is subcontracted within the collective alone' USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_subcontract_within';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfer_way_is_open BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_way_is_open();
      CREATE TRIGGER transfer_way_stays_open BEFORE UPDATE OF mode, kind, transferee_kind ON transfer FOR EACH ROW
        WHEN ((OLD.mode, OLD.kind, OLD.transferee_kind) IS DISTINCT FROM (NEW.mode, NEW.kind, NEW.transferee_kind))
        EXECUTE FUNCTION transfer_way_is_open();

      CREATE FUNCTION transfer_rests_on_its_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM collective_decision d WHERE d.id = NEW.decision_id AND d.area_mu >= NEW.area_mu
            AND (d.transferee_id = NEW.transferee_id OR (NEW.replaces_id IS NOT NULL AND NEW.transferee_kind = 'member'))) THEN
          RAISE EXCEPTION 'the collective decided something else' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transfer_rests_on_its_decision';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfer_rests_on_its_decision BEFORE UPDATE OF state ON transfer FOR EACH ROW
        WHEN (NEW.kind = 'collective' AND NEW.state IN ('noticed', 'filing') AND OLD.state IS DISTINCT FROM NEW.state)
        EXECUTE FUNCTION transfer_rests_on_its_decision();

      ALTER TABLE capital_approval
        ADD COLUMN transferee_id uuid REFERENCES party (id),
        ADD COLUMN parcel_codes text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT capital_approval_order CHECK (decided_on >= accepted_on),
        ADD CONSTRAINT capital_approval_paper CHECK (decision IS NULL OR file_id IS NOT NULL);
      ALTER TABLE capital_approval ALTER COLUMN parcel_codes DROP DEFAULT;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
