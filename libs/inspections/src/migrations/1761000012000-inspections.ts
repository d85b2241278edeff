import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People go and look: surveys with their surveyors, measured parcels and neighbours. Photos are evidence files. */
export class Inspections1761000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inspection (
        id uuid PRIMARY KEY,
        state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
        office_code char(12) NOT NULL, office_code_born char(12) NOT NULL,
        revision int NOT NULL, rules_day date NOT NULL,
        transfer_id uuid NOT NULL,
        case_number text NOT NULL,
        place text NOT NULL,
        round int NOT NULL CHECK (round > 0),
        visited_at timestamptz,
        occupation text, crops text, fixtures text, hazards text,
        basic_farmland text CHECK (basic_farmland IN ('none', 'part', 'all')),
        farmland_note text,
        conclusion text CHECK (conclusion IN ('agrees', 'differs', 'unfit')),
        opinion text
      );
      CREATE UNIQUE INDEX inspection_one_open ON inspection (transfer_id) WHERE state = 'planned';
      CREATE INDEX inspection_transfer ON inspection (transfer_id);
      CREATE INDEX inspection_due ON inspection (due_at, id) WHERE due_at IS NOT NULL;
      CREATE INDEX inspection_desk ON inspection (office_code bpchar_pattern_ops, state, due_at, id);

      CREATE TABLE inspection_surveyor (
        inspection_id uuid NOT NULL REFERENCES inspection,
        account_id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        CONSTRAINT inspection_surveyor_once PRIMARY KEY (inspection_id, account_id)
      );

      CREATE TABLE inspection_parcel (
        inspection_id uuid NOT NULL REFERENCES inspection,
        parcel_code text NOT NULL,
        name text NOT NULL,
        contractor text NOT NULL,
        recorded_mu numeric(15,4) NOT NULL CHECK (recorded_mu > 0),
        measured_mu numeric(15,4) CHECK (measured_mu > 0),
        difference_percent numeric(9,2),
        flagged boolean NOT NULL,
        points jsonb NOT NULL,
        remark text,
        CONSTRAINT inspection_parcel_once PRIMARY KEY (inspection_id, parcel_code),
        CONSTRAINT inspection_parcel_measured CHECK ((measured_mu IS NULL) = (difference_percent IS NULL))
      );

      CREATE TABLE inspection_neighbour (
        id uuid PRIMARY KEY,
        inspection_id uuid NOT NULL,
        parcel_code text NOT NULL,
        side text NOT NULL CHECK (side IN ('east', 'south', 'west', 'north')),
        name text NOT NULL CHECK (name <> ''),
        confirmed boolean NOT NULL,
        method text NOT NULL CHECK (method IN ('signed', 'fingerprint', 'phone', 'witness', 'refused', 'absent')),
        remark text,
        recorded_by uuid, recorded_at timestamptz NOT NULL,
        CONSTRAINT inspection_neighbour_once UNIQUE (inspection_id, parcel_code, side),
        CONSTRAINT inspection_neighbour_agrees CHECK (NOT confirmed OR method NOT IN ('refused', 'absent')),
        FOREIGN KEY (inspection_id, parcel_code) REFERENCES inspection_parcel (inspection_id, parcel_code)
      );

      -- A survey that is done is evidence: what was seen is not rewritten.
      CREATE FUNCTION inspection_done_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE asked uuid := coalesce(to_jsonb(NEW) ->> 'inspection_id', to_jsonb(OLD) ->> 'inspection_id')::uuid;
      BEGIN
        IF (SELECT state FROM inspection WHERE id = asked) <> 'planned' THEN
          RAISE EXCEPTION 'a survey that is over is not rewritten' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'inspection_over';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER inspection_surveyor_kept BEFORE INSERT OR UPDATE OR DELETE ON inspection_surveyor FOR EACH ROW EXECUTE FUNCTION inspection_done_keeps();
      CREATE TRIGGER inspection_parcel_kept BEFORE INSERT OR UPDATE OR DELETE ON inspection_parcel FOR EACH ROW EXECUTE FUNCTION inspection_done_keeps();
      CREATE TRIGGER inspection_neighbour_kept BEFORE INSERT OR UPDATE OR DELETE ON inspection_neighbour FOR EACH ROW EXECUTE FUNCTION inspection_done_keeps();

      CREATE FUNCTION inspection_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM inspection_surveyor WHERE inspection_id = NEW.id) < 2 THEN
          RAISE EXCEPTION 'a survey needs two surveyors' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'inspection_two_surveyors';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER inspection_two_surveyors BEFORE UPDATE ON inspection FOR EACH ROW WHEN (NEW.state IN ('done')) EXECUTE FUNCTION inspection_by_two();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
