import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ground that lies in two parcels, a row a pair. A live right on either of them holds its part of that ground too, so that
 * the same ground is not let twice under two codes; the last word is the exclusion constraint on those parts.
 * Shapes that came before are measured by the clock.
 */
export class ParcelOverlaps1761000036000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(views);
    await runner.query(triggers);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const tables = `
  ALTER TABLE parcel_shape ADD COLUMN overlaps_known boolean NOT NULL DEFAULT false;
  ALTER TABLE register_import ADD COLUMN overlapping int NOT NULL DEFAULT 0;
  ALTER TABLE register_import ALTER COLUMN overlapping DROP DEFAULT;
  ALTER TABLE quarantined_row ADD COLUMN came_in boolean NOT NULL DEFAULT false;
  ALTER TABLE quarantined_row ALTER COLUMN came_in DROP DEFAULT;
  CREATE INDEX parcel_shape_to_measure ON parcel_shape (parcel_id) WHERE current AND NOT overlaps_known;
  CREATE TABLE parcel_overlap (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    first_id uuid NOT NULL REFERENCES parcel (id),
    second_id uuid NOT NULL REFERENCES parcel (id),
    area_m2 numeric(15,2) NOT NULL CHECK (area_m2 > 0),
    smaller_m2 numeric(15,2) NOT NULL CHECK (smaller_m2 > 0),
    limit_m2 numeric(15,2) NOT NULL CHECK (limit_m2 >= 0),
    counts boolean NOT NULL GENERATED ALWAYS AS (area_m2 > limit_m2) STORED,
    measured_at timestamptz NOT NULL,
    CONSTRAINT parcel_overlap_once UNIQUE (first_id, second_id),
    CONSTRAINT parcel_overlap_order CHECK (first_id < second_id)
  );
  CREATE INDEX parcel_overlap_second ON parcel_overlap (second_id);
  CREATE INDEX parcel_overlap_largest ON parcel_overlap (area_m2 DESC, id DESC);
  CREATE TABLE overlap_portion (
    overlap_id uuid NOT NULL REFERENCES parcel_overlap (id) ON DELETE CASCADE,
    portion_id uuid NOT NULL REFERENCES right_portion (id),
    level uuid NOT NULL,
    term daterange NOT NULL,
    ground polygon NOT NULL,
    PRIMARY KEY (overlap_id, portion_id),
    CONSTRAINT overlap_portion_held_once EXCLUDE USING gist (overlap_id WITH =, level WITH =, ground WITH &&, term WITH &&)
  );
  CREATE INDEX overlap_portion_portion ON overlap_portion (portion_id)`;

const views = `
  CREATE VIEW overlap_of_parcel AS
    SELECT id, first_id AS parcel_id, second_id AS across_id, area_m2, counts FROM parcel_overlap
    UNION ALL SELECT id, second_id, first_id, area_m2, counts FROM parcel_overlap;
  -- What live rights take of ground that counts for two parcels: a whole parcel up to its outline, a part up to its guard.
  CREATE VIEW portion_on_overlap AS
    SELECT v.id AS overlap_id, v.parcel_id, v.across_id, v.area_m2, o.id AS portion_id, o.right_id, o.level, o.term, o.status,
      CASE WHEN o.whole THEN s.outline ELSE o.guard END AS ground
    FROM overlap_of_parcel v JOIN right_portion o ON o.parcel_id = v.parcel_id AND o.status IN ('reserved', 'active')
      JOIN parcel_shape s ON s.parcel_id = v.parcel_id AND s.current
    WHERE v.counts`;

// They run as the owner: the serving role deletes no portion.
const triggers = `
  -- Whoever came first holds the ground; who was there already when a shape came, is not thrown out, but waits behind.
  CREATE FUNCTION overlap_filled(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO overlap_portion (overlap_id, portion_id, level, term, ground)
      SELECT v.overlap_id, v.portion_id, v.level, v.term, v.ground FROM portion_on_overlap v JOIN management_right r ON r.id = v.right_id
      WHERE v.overlap_id = ANY (ids) ORDER BY v.overlap_id, r.status, r.reserved_at, v.portion_id
      ON CONFLICT DO NOTHING;
  $$;
  CREATE FUNCTION right_portion_on_overlaps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE entering uuid[]; meeting uuid[];
  BEGIN
    SELECT array_agg(DISTINCT v.id) INTO meeting FROM changed c JOIN overlap_of_parcel v ON v.parcel_id = c.parcel_id AND v.counts;
    IF meeting IS NULL THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(c.id) INTO entering FROM changed c;
    ELSE
      DELETE FROM overlap_portion WHERE portion_id IN (SELECT id FROM changed);
      SELECT array_agg(c.id) INTO entering FROM changed c JOIN before b ON b.id = c.id WHERE b.status <> 'active' AND c.status = 'active';
    END IF;
    -- Overlaps in one order, so that two cases wait for each other instead of locking each other out.
    INSERT INTO overlap_portion (overlap_id, portion_id, level, term, ground)
      SELECT v.overlap_id, v.portion_id, v.level, v.term, v.ground FROM portion_on_overlap v
      WHERE v.overlap_id = ANY (meeting) AND v.portion_id = ANY (entering) ORDER BY v.overlap_id, v.portion_id;
    PERFORM overlap_filled(meeting);
    RETURN NULL;
  END $$;
  CREATE TRIGGER right_portion_enters_overlaps AFTER INSERT ON right_portion REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION right_portion_on_overlaps();
  CREATE TRIGGER right_portion_moves_on_overlaps AFTER UPDATE ON right_portion REFERENCING OLD TABLE AS before NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION right_portion_on_overlaps();
  CREATE FUNCTION parcel_overlap_measured() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    DELETE FROM overlap_portion WHERE overlap_id = NEW.id;
    PERFORM overlap_filled(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;
  CREATE TRIGGER parcel_overlap_measured AFTER INSERT OR UPDATE ON parcel_overlap FOR EACH ROW EXECUTE FUNCTION parcel_overlap_measured()`;
