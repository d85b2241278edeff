import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A right that takes the land of several households was granted by each of them: whose land a portion is stands at the
 * portion, so that every household finds what it has let.
 */
export class PortionGrantors1761000006300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE right_portion ADD COLUMN grantor_id uuid REFERENCES party (id);
      ALTER TABLE right_portion DISABLE TRIGGER USER;
      UPDATE right_portion o SET grantor_id = CASE WHEN r.parent_id IS NULL THEN coalesce(c.contractor_id, r.grantor_id) ELSE r.grantor_id END
        FROM management_right r, parcel p LEFT JOIN contract c ON c.id = p.contract_id
        WHERE r.id = o.right_id AND p.id = o.parcel_id;
      ALTER TABLE right_portion ENABLE TRIGGER USER;
      ALTER TABLE right_portion ALTER COLUMN grantor_id SET NOT NULL;
      CREATE INDEX right_portion_grantor ON right_portion (grantor_id);
    `);
    await runner.query(follows);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const follows = `
  CREATE OR REPLACE FUNCTION right_portion_follows() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE own management_right; parent management_right; contract_end date; contractor uuid;
  BEGIN
    SELECT * INTO own FROM management_right WHERE id = NEW.right_id;
    NEW.term := own.term;
    NEW.standing := own.standing;
    NEW.level := coalesce(own.parent_id, '00000000-0000-0000-0000-000000000000');
    IF TG_OP = 'UPDATE' AND NEW.standing NOT IN ('reserved', 'active') THEN RETURN NEW; END IF;
    -- Two offices that ask for the same parcel wait for each other here, so that the sums below are true.
    SELECT c.ends_on, c.contractor_id INTO contract_end, contractor
      FROM parcel p LEFT JOIN contract c ON c.id = p.contract_id WHERE p.id = NEW.parcel_id FOR NO KEY UPDATE OF p;
    -- Straight from a contract it is the household that grants; carved from another right, that right's holder.
    IF TG_OP = 'INSERT' THEN
      NEW.grantor_id := CASE WHEN own.parent_id IS NULL THEN coalesce(contractor, own.grantor_id) ELSE own.grantor_id END;
    END IF;
    IF NEW.standing NOT IN ('reserved', 'active') THEN RETURN NEW; END IF;
    IF contract_end IS NOT NULL AND upper(NEW.term) - 1 > contract_end THEN
      RAISE EXCEPTION 'the right outlasts the contract' USING ERRCODE = 'check_violation', CONSTRAINT = 'right_portion_within_contract';
    END IF;
    IF own.parent_id IS NOT NULL THEN
      SELECT * INTO parent FROM management_right WHERE id = own.parent_id;
      IF parent.standing <> 'active' OR NOT parent.term @> NEW.term
        OR NOT EXISTS (SELECT FROM right_portion WHERE right_id = own.parent_id AND parcel_id = NEW.parcel_id) THEN
        RAISE EXCEPTION 'the right is wider than its parent' USING ERRCODE = 'check_violation', CONSTRAINT = 'right_portion_within_parent';
      END IF;
    END IF;
    RETURN NEW;
  END $$;
`;
