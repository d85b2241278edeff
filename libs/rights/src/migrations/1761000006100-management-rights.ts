import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Management rights as a tree in time, the portions of parcels they cover, and what encumbers them.
 * The last word on "at most one right over one place and time" is the exclusion constraint on the portions.
 */
export class ManagementRights1761000006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(triggers);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const tables = `
  CREATE TABLE management_right (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    parent_id uuid REFERENCES management_right (id),
    mode text NOT NULL CHECK (mode IN ('lease', 'subcontract', 'share', 'other')),
    grantor_id uuid NOT NULL REFERENCES party (id),
    holder_id uuid NOT NULL REFERENCES party (id),
    term daterange NOT NULL CHECK (NOT isempty(term) AND NOT lower_inf(term) AND NOT upper_inf(term)),
    standing text NOT NULL CHECK (standing IN ('reserved', 'active', 'ended', 'released')),
    planned_use text NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    reserved_at timestamptz NOT NULL,
    reserved_until timestamptz NOT NULL,
    active_since timestamptz,
    over_since timestamptz,
    over_reason text,
    CONSTRAINT management_right_parties CHECK (grantor_id <> holder_id),
    CONSTRAINT management_right_over CHECK ((standing IN ('ended', 'released')) = (over_since IS NOT NULL) AND (over_since IS NULL) = (over_reason IS NULL)),
    CONSTRAINT management_right_active CHECK (standing <> 'active' OR active_since IS NOT NULL)
  );
  CREATE UNIQUE INDEX management_right_one_live ON management_right (subject, subject_id) WHERE standing IN ('reserved', 'active');
  CREATE INDEX management_right_parent ON management_right (parent_id);
  CREATE INDEX management_right_holder ON management_right (holder_id);
  CREATE INDEX management_right_grantor ON management_right (grantor_id);

  CREATE TABLE right_portion (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    right_id uuid NOT NULL REFERENCES management_right (id),
    parcel_id uuid NOT NULL REFERENCES parcel (id),
    whole boolean NOT NULL,
    rings jsonb,
    guard polygon NOT NULL,
    area_mu numeric(15,4) NOT NULL CONSTRAINT right_portion_has_area CHECK (area_mu > 0),
    term daterange NOT NULL,
    level uuid NOT NULL,
    standing text NOT NULL,
    CONSTRAINT right_portion_shape CHECK (whole = (rings IS NULL)),
    CONSTRAINT right_portion_no_overlap EXCLUDE USING gist (parcel_id WITH =, level WITH =, guard WITH &&, term WITH &&) WHERE (standing IN ('reserved', 'active'))
  );
  CREATE INDEX right_portion_right ON right_portion (right_id);
  CREATE INDEX right_portion_parcel ON right_portion (parcel_id);

  CREATE TABLE encumbrance (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    contract_id uuid REFERENCES contract (id),
    right_id uuid REFERENCES management_right (id),
    mortgagee_name text NOT NULL,
    mortgagor_id uuid NOT NULL REFERENCES party (id),
    claim text NOT NULL CHECK (claim IN ('ordinary', 'maximum_amount')),
    principal_fen bigint NOT NULL CHECK (principal_fen > 0),
    term daterange NOT NULL CHECK (NOT isempty(term)),
    contract_number text NOT NULL,
    standing text NOT NULL CHECK (standing IN ('proposed', 'consented', 'registered', 'released', 'enforced', 'lapsed')),
    registered_number text,
    registered_on date,
    over_on date,
    over_proof_file_id uuid,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT encumbrance_of_one_thing CHECK (num_nonnulls(contract_id, right_id) = 1),
    CONSTRAINT encumbrance_registered CHECK (standing <> 'registered' OR (registered_number IS NOT NULL AND registered_on IS NOT NULL))
  );
  CREATE INDEX encumbrance_contract ON encumbrance (contract_id);
  CREATE INDEX encumbrance_right ON encumbrance (right_id);

  CREATE TABLE mortgagee_consent (
    encumbrance_id uuid NOT NULL REFERENCES encumbrance (id),
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    evidence_file_id uuid NOT NULL,
    given_on date NOT NULL,
    PRIMARY KEY (encumbrance_id, subject, subject_id)
  );
`;

const triggers = `
  -- A portion's term, level and standing are its right's: they stand beside the shape only because a constraint sees one row.
  CREATE FUNCTION right_portion_follows() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE own management_right; parent management_right; contract_end date;
  BEGIN
    SELECT * INTO own FROM management_right WHERE id = NEW.right_id;
    NEW.term := own.term;
    NEW.standing := own.standing;
    NEW.level := coalesce(own.parent_id, '00000000-0000-0000-0000-000000000000');
    IF NEW.standing NOT IN ('reserved', 'active') THEN RETURN NEW; END IF;
    -- Two offices that ask for the same parcel wait for each other here, so that the sums below are true.
    SELECT c.ends_on INTO contract_end
      FROM parcel p LEFT JOIN contract c ON c.id = p.contract_id WHERE p.id = NEW.parcel_id FOR NO KEY UPDATE OF p;
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
  CREATE TRIGGER right_portion_follows BEFORE INSERT OR UPDATE ON right_portion FOR EACH ROW EXECUTE FUNCTION right_portion_follows();

  -- After the exclusion constraint has spoken: who overlaps is told so, and only who fits by shape is asked for the sum.
  CREATE FUNCTION right_portion_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE room numeric; used numeric;
  BEGIN
    IF NEW.standing NOT IN ('reserved', 'active') THEN RETURN NULL; END IF;
    IF NEW.level = '00000000-0000-0000-0000-000000000000' THEN
      SELECT greatest(contract_mu, measured_mu) INTO room FROM parcel WHERE id = NEW.parcel_id;
    ELSE
      SELECT sum(area_mu) INTO room FROM right_portion WHERE right_id = NEW.level AND parcel_id = NEW.parcel_id;
    END IF;
    -- The sum is largest on a day on which some portion begins.
    SELECT max(s.total) INTO used FROM (
      SELECT sum(o.area_mu) AS total FROM right_portion o, (
        SELECT lower(NEW.term) AS d UNION SELECT lower(b.term) FROM right_portion b
          WHERE b.parcel_id = NEW.parcel_id AND b.level = NEW.level AND b.standing IN ('reserved', 'active') AND NEW.term @> lower(b.term)
      ) starts
      WHERE o.parcel_id = NEW.parcel_id AND o.level = NEW.level AND o.standing IN ('reserved', 'active') AND o.id <> NEW.id AND o.term @> starts.d
      GROUP BY starts.d
    ) s;
    IF coalesce(used, 0) + NEW.area_mu > room + 0.05 THEN
      RAISE EXCEPTION 'the portions are larger than the parcel' USING ERRCODE = 'check_violation', CONSTRAINT = 'right_portion_within_area';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER right_portion_adds_up AFTER INSERT OR UPDATE ON right_portion FOR EACH ROW EXECUTE FUNCTION right_portion_adds_up();

  CREATE FUNCTION management_right_moved() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE right_portion SET standing = NEW.standing WHERE right_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER management_right_moved AFTER UPDATE ON management_right FOR EACH ROW
    WHEN (OLD.standing IS DISTINCT FROM NEW.standing OR OLD.term IS DISTINCT FROM NEW.term OR OLD.parent_id IS DISTINCT FROM NEW.parent_id)
    EXECUTE FUNCTION management_right_moved();
`;
