import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agreed transfer: the case, its parcels, its rounds and reviews, and the licence for outside capital. */
export class Transfers1761000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE transfer (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text CONSTRAINT transfer_number_once UNIQUE,
        follow_code char(8) NOT NULL,
        kind text NOT NULL CHECK (kind IN ('contracted', 'collective')),
        mode text NOT NULL CHECK (mode IN ('lease', 'subcontract', 'share')),
        state text NOT NULL,
        state_since timestamptz NOT NULL,
        due_at timestamptz,
        revision int NOT NULL,
        rules_day date NOT NULL,
        office_code varchar(12) NOT NULL,
        born_office_code varchar(12) NOT NULL,
        place text NOT NULL,
        transferee_id uuid NOT NULL REFERENCES party (id),
        transferee_kind text NOT NULL,
        transferee_name text NOT NULL,
        transferor_name text NOT NULL,
        issuer_code varchar(14) NOT NULL REFERENCES issuer (code),
        decision_id uuid REFERENCES collective_decision (id),
        term daterange NOT NULL CONSTRAINT transfer_term CHECK (NOT isempty(term) AND NOT lower_inf(term) AND NOT upper_inf(term)),
        price_fen bigint NOT NULL CONSTRAINT transfer_price CHECK (price_fen > 0),
        payment text NOT NULL,
        purpose text NOT NULL,
        crops text NOT NULL,
        handover_on date NOT NULL,
        ability text NOT NULL,
        area_mu numeric(15,4) NOT NULL CONSTRAINT transfer_area CHECK (area_mu > 0),
        parcel_count int NOT NULL CHECK (parcel_count > 0),
        household_count int NOT NULL,
        round int NOT NULL CHECK (round > 0),
        suspended_from text,
        replaces_id uuid REFERENCES transfer (id),
        renews_id uuid REFERENCES transfer (id),
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        submitted_at timestamptz,
        pushed_at timestamptz,
        approved_at timestamptz,
        signed_on date,
        contract_number text,
        filed_on date,
        filing_number text,
        recorded_at timestamptz,
        ended_reason text,
        CONSTRAINT transfer_numbered CHECK (state = 'draft' OR number IS NOT NULL OR state = 'withdrawn'),
        CONSTRAINT transfer_suspended CHECK ((state = 'suspended') = (suspended_from IS NOT NULL)),
        CONSTRAINT transfer_collective_decision CHECK (kind <> 'collective' OR state IN ('draft', 'submitted', 'correction', 'withdrawn', 'lapsed', 'rejected') OR decision_id IS NOT NULL)
      );
      CREATE FUNCTION transfer_remembers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.suspended_from := CASE WHEN NEW.state <> 'suspended' THEN NULL WHEN OLD.state <> 'suspended' THEN OLD.state ELSE OLD.suspended_from END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER transfer_remembers BEFORE UPDATE OF state ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_remembers();
      CREATE INDEX transfer_queue ON transfer (state, (coalesce(due_at, 'infinity')), id);
      CREATE INDEX transfer_due ON transfer (due_at, id) WHERE due_at IS NOT NULL;
      CREATE INDEX transfer_office ON transfer (office_code text_pattern_ops, created_at DESC, id);
      CREATE INDEX transfer_recent ON transfer (created_at DESC, id);
      CREATE INDEX transfer_transferee ON transfer (transferee_id, created_at DESC);

      CREATE TABLE transfer_parcel (
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        seq int NOT NULL CHECK (seq > 0),
        parcel_id uuid NOT NULL REFERENCES parcel (id),
        grantor_id uuid NOT NULL REFERENCES party (id),
        whole boolean NOT NULL,
        side text CHECK (side IN ('east', 'west', 'south', 'north')),
        area_mu numeric(15,4) NOT NULL CHECK (area_mu > 0),
        PRIMARY KEY (transfer_id, seq),
        CONSTRAINT transfer_parcel_once UNIQUE (transfer_id, parcel_id),
        CONSTRAINT transfer_parcel_side CHECK (whole = (side IS NULL))
      );
      CREATE INDEX transfer_parcel_parcel ON transfer_parcel (parcel_id);
      CREATE INDEX transfer_parcel_grantor ON transfer_parcel (grantor_id);

      CREATE TABLE transfer_return (
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        round int NOT NULL,
        level text NOT NULL CHECK (level IN ('town', 'county')),
        defects jsonb NOT NULL CONSTRAINT transfer_return_says_what CHECK (jsonb_array_length(defects) > 0),
        returned_by text NOT NULL,
        returned_at timestamptz NOT NULL,
        PRIMARY KEY (transfer_id, level, round)
      );
      CREATE TRIGGER transfer_return_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer_return FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE transfer_review (
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        level text NOT NULL CHECK (level IN ('town', 'county')),
        round int NOT NULL,
        checklist jsonb NOT NULL,
        opinion text NOT NULL,
        rule text NOT NULL,
        conclusion text CHECK (conclusion IN ('pass', 'return', 'reject')),
        reviewer_id uuid NOT NULL,
        reviewer_name text NOT NULL,
        received_at timestamptz NOT NULL,
        due_at timestamptz,
        done_at timestamptz,
        PRIMARY KEY (transfer_id, level, round),
        CONSTRAINT transfer_review_done CHECK ((conclusion IS NULL) = (done_at IS NULL))
      );

      CREATE TABLE capital_approval (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        authority text NOT NULL,
        basis text NOT NULL,
        application_number text NOT NULL,
        accepted_on date NOT NULL,
        due_on date NOT NULL,
        decision text CHECK (decision IN ('approved', 'refused')),
        decision_number text,
        decided_on date,
        valid_area_mu numeric(15,4),
        valid_to date,
        file_id uuid REFERENCES evidence_file (id),
        recorded_by text NOT NULL,
        CONSTRAINT capital_approval_decided CHECK ((decision IS NULL) = (decided_on IS NULL) AND (decision IS NULL) = (decision_number IS NULL)),
        CONSTRAINT capital_approval_extent CHECK (decision IS DISTINCT FROM 'approved' OR (valid_area_mu IS NOT NULL AND valid_to IS NOT NULL))
      );
      CREATE UNIQUE INDEX capital_approval_one_open ON capital_approval (transfer_id) WHERE decision IS NULL;
      CREATE INDEX capital_approval_transfer ON capital_approval (transfer_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
