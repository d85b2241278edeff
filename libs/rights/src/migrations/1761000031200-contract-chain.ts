import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 承包合同成链：an extension (延包) or a household's split is a contract of its own that follows another. Which parcels a contract has
 * stands beside it, so that a parcel may have one now and the next from a later day.
 */
export class ContractChain1761000031200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(carriedOver);
    await runner.query(chain);
    await runner.query(cover);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const tables = `
  ALTER TABLE contract ADD COLUMN predecessor_id uuid REFERENCES contract (id), ADD COLUMN extends_code varchar(19);
  ALTER TABLE contract DROP CONSTRAINT contract_code_once;
  ALTER TABLE contract ADD CONSTRAINT contract_once UNIQUE (code, term_from);
  CREATE INDEX contract_predecessor ON contract (predecessor_id);
  CREATE INDEX contract_awaited ON contract (extends_code) WHERE predecessor_id IS NULL AND extends_code IS NOT NULL;
  CREATE INDEX contract_begins ON contract (term_from);
  CREATE TABLE contracted_parcel (
    parcel_id uuid NOT NULL REFERENCES parcel (id),
    contract_id uuid NOT NULL REFERENCES contract (id),
    area_mu numeric(15,4) NOT NULL CONSTRAINT contracted_parcel_has_area CHECK (area_mu > 0),
    left_on date,
    PRIMARY KEY (parcel_id, contract_id)
  );
  CREATE INDEX contracted_parcel_contract ON contracted_parcel (contract_id);
`;

/** An extension was kept without a code of its own: it goes on under that of its contract, with all of its parcels. */
const carriedOver = `
  INSERT INTO contracted_parcel (parcel_id, contract_id, area_mu) SELECT id, contract_id, contract_mu FROM parcel WHERE contract_id IS NOT NULL;
  UPDATE contract c SET term_to = greatest(c.term_to, x.term_to) FROM contract_extension x WHERE x.contract_id = c.id AND x.term_from <= c.term_from;
  INSERT INTO contract (id, code, issuer_code, contractor_id, mode, term_from, term_to, ends_on, signed_on, area_mu, certificate_code, legacy, predecessor_id)
    SELECT x.id, c.code, c.issuer_code, c.contractor_id, c.mode, x.term_from, x.term_to, x.term_to, x.signed_on, c.area_mu, c.certificate_code, c.legacy,
      coalesce(lag(x.id) OVER (PARTITION BY x.contract_id ORDER BY x.term_from), c.id)
    FROM contract_extension x JOIN contract c ON c.id = x.contract_id WHERE x.term_from > c.term_from;
  INSERT INTO contracted_parcel (parcel_id, contract_id, area_mu)
    SELECT p.id, x.id, p.contract_mu FROM contract_extension x JOIN contract c ON c.id = x.contract_id JOIN parcel p ON p.contract_id = c.id
    WHERE x.term_from > c.term_from;
  DROP TABLE contract_extension;
  DROP FUNCTION contract_extended();
`;

const chain = `
  -- A contract begins after the one that it follows, so no chain bites its tail; it ends where the household's unbroken chain ends.
  CREATE FUNCTION contract_follows() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM contract WHERE id = NEW.predecessor_id AND (term_from >= NEW.term_from OR id = NEW.id))
      OR EXISTS (SELECT FROM contract WHERE predecessor_id = NEW.id AND term_from <= NEW.term_from) THEN
      RAISE EXCEPTION 'a contract begins after the one it follows' USING ERRCODE = 'check_violation', CONSTRAINT = 'contract_chain_forward';
    END IF;
    NEW.ends_on := greatest(NEW.term_to, (SELECT max(s.ends_on) FROM contract s WHERE s.predecessor_id = NEW.id
      AND s.contractor_id = NEW.contractor_id AND s.signed_on IS NOT NULL AND s.term_from <= NEW.term_to + 1));
    RETURN NEW;
  END $$;
  CREATE TRIGGER contract_follows BEFORE INSERT OR UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION contract_follows();

  CREATE FUNCTION contract_followed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE contract SET ends_on = term_to WHERE id = NEW.predecessor_id;
    IF TG_OP = 'UPDATE' THEN
      UPDATE contract SET ends_on = term_to WHERE id = OLD.predecessor_id AND id IS DISTINCT FROM NEW.predecessor_id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contract_followed AFTER INSERT OR UPDATE ON contract FOR EACH ROW EXECUTE FUNCTION contract_followed();
  UPDATE contract SET ends_on = term_to WHERE id IN (SELECT predecessor_id FROM contract);
`;

const cover = `
  -- The last day up to which, from a day on, signed contracts of one contractor have a parcel without a gap.
  CREATE FUNCTION contract_cover(of_parcel uuid, of_contractor uuid, from_day date) RETURNS date LANGUAGE sql STABLE AS $$
    WITH RECURSIVE held AS (
      SELECT c.term_from, c.term_to, c.contractor_id FROM contracted_parcel l JOIN contract c ON c.id = l.contract_id
      WHERE l.parcel_id = of_parcel AND l.left_on IS NULL AND (c.signed_on IS NOT NULL OR c.predecessor_id IS NULL)
    ), own AS (SELECT term_from, term_to FROM held WHERE contractor_id = of_contractor),
    first AS (SELECT term_from, term_to FROM own WHERE from_day BETWEEN term_from AND term_to ORDER BY term_from DESC LIMIT 1),
    other AS (SELECT min(h.term_from) AS from_day FROM held h, first f WHERE h.contractor_id <> of_contractor AND h.term_from > f.term_from),
    way AS (
      SELECT term_to AS until FROM first
      UNION
      SELECT o.term_to FROM way w JOIN own o ON o.term_from <= w.until + 1 AND o.term_to > w.until
    )
    SELECT CASE WHEN other.from_day <= contract_cover.from_day THEN NULL ELSE least((SELECT max(until) FROM way), other.from_day - 1) END FROM other
  $$;

  CREATE OR REPLACE FUNCTION right_portion_follows() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE own management_right; parent management_right; contractor uuid; begins date;
  BEGIN
    SELECT * INTO own FROM management_right WHERE id = NEW.right_id;
    NEW.term := own.term;
    NEW.status := own.status;
    NEW.level := coalesce(own.parent_id, '00000000-0000-0000-0000-000000000000');
    IF TG_OP = 'UPDATE' AND NEW.status NOT IN ('reserved', 'active') THEN RETURN NEW; END IF;
    -- Two offices that ask for the same parcel wait for each other here, so that the sums below are true; a register that comes in, too.
    PERFORM FROM parcel p WHERE p.id = NEW.parcel_id FOR NO KEY UPDATE;
    SELECT c.contractor_id, c.term_from INTO contractor, begins FROM parcel p JOIN contract c ON c.id = p.contract_id WHERE p.id = NEW.parcel_id;
    -- Straight from a contract it is the household that grants; carved from another right, that right's holder.
    IF TG_OP = 'INSERT' THEN
      NEW.grantor_id := CASE WHEN own.parent_id IS NULL THEN coalesce(contractor, own.grantor_id) ELSE own.grantor_id END;
    END IF;
    IF NEW.status NOT IN ('reserved', 'active') THEN RETURN NEW; END IF;
    IF contractor IS NOT NULL
      AND coalesce(contract_cover(NEW.parcel_id, contractor, lower(NEW.term)), begins - 1) < upper(NEW.term) - 1 THEN
      RAISE EXCEPTION 'the right outlasts the contract' USING ERRCODE = 'check_violation', CONSTRAINT = 'right_portion_within_contract';
    END IF;
    IF own.parent_id IS NOT NULL THEN
      SELECT * INTO parent FROM management_right WHERE id = own.parent_id;
      IF parent.status <> 'active' OR NOT parent.term @> NEW.term
        OR NOT EXISTS (SELECT FROM right_portion WHERE right_id = own.parent_id AND parcel_id = NEW.parcel_id) THEN
        RAISE EXCEPTION 'the right is wider than its parent' USING ERRCODE = 'check_violation', CONSTRAINT = 'right_portion_within_parent';
      END IF;
    END IF;
    RETURN NEW;
  END $$;
`;
