import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates with their change record, the register of numbered paper, and what guessers of codes have used up. */
export class Certificates1761000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL CONSTRAINT certificate_number_once UNIQUE,
        paper_id uuid NOT NULL REFERENCES paper (id) CONSTRAINT certificate_paper_once UNIQUE,
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        right_id uuid NOT NULL REFERENCES management_right (id),
        holder_id uuid NOT NULL REFERENCES party (id),
        holder_name text NOT NULL,
        state text NOT NULL,
        state_since timestamptz NOT NULL,
        due_at timestamptz,
        revision int NOT NULL,
        rules_day date NOT NULL,
        office_code char(12) NOT NULL,
        born_office_code char(12) NOT NULL,
        place text NOT NULL,
        area_mu numeric(15,4) NOT NULL CHECK (area_mu > 0),
        parcel_count int NOT NULL CHECK (parcel_count > 0),
        term daterange NOT NULL CHECK (NOT isempty(term) AND NOT lower_inf(term) AND NOT upper_inf(term)),
        issued_at timestamptz NOT NULL,
        issued_by text NOT NULL,
        issued_by_id uuid,
        previous_id uuid REFERENCES certificate (id) CONSTRAINT certificate_follows_one UNIQUE,
        next_id uuid REFERENCES certificate (id) CONSTRAINT certificate_followed_by_one UNIQUE,
        CONSTRAINT certificate_followed_when_over CHECK (next_id IS NULL OR state NOT IN ('valid', 'changed', 'revoking'))
      );
      -- One right, one certificate: at no time has a management right two that are valid.
      CREATE UNIQUE INDEX certificate_one_valid ON certificate (right_id) WHERE state IN ('valid', 'changed', 'revoking');
      CREATE INDEX certificate_office ON certificate (office_code bpchar_pattern_ops, issued_at DESC, id DESC);
      CREATE INDEX certificate_recent ON certificate (issued_at DESC, id DESC);
      CREATE INDEX certificate_holder ON certificate (holder_id, issued_at DESC);
      CREATE INDEX certificate_transfer ON certificate (transfer_id);
      CREATE INDEX certificate_right ON certificate (right_id);
      -- Number, right and term are never altered once issued; a certificate that is over never comes back.
      CREATE FUNCTION certificate_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'A certificate that was issued stands for ever.'; END IF;
        IF (NEW.number, NEW.paper_id, NEW.transfer_id, NEW.right_id, NEW.holder_id, NEW.term, NEW.issued_at, NEW.issued_by, NEW.born_office_code, NEW.previous_id)
          IS DISTINCT FROM (OLD.number, OLD.paper_id, OLD.transfer_id, OLD.right_id, OLD.holder_id, OLD.term, OLD.issued_at, OLD.issued_by, OLD.born_office_code, OLD.previous_id)
        THEN RAISE EXCEPTION 'A certificate that was issued stands as it is.'; END IF;
        IF OLD.state IN ('superseded', 'cancelled', 'revoked') AND NEW.state <> OLD.state
        THEN RAISE EXCEPTION 'A certificate that is over stays over.'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER certificate_stands BEFORE UPDATE OR DELETE ON certificate FOR EACH ROW EXECUTE FUNCTION certificate_stands();

      CREATE TABLE certificate_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        certificate_id uuid NOT NULL REFERENCES certificate (id),
        kind text NOT NULL CHECK (kind IN ('change', 'reissue', 'exchange', 'cancel', 'propose', 'revoke', 'dismiss')),
        day date NOT NULL,
        item text NOT NULL,
        before text NOT NULL,
        after text NOT NULL,
        reason text NOT NULL CONSTRAINT certificate_change_has_reason CHECK (reason <> ''),
        rule text NOT NULL,
        file_id uuid REFERENCES evidence_file (id),
        paper_id uuid REFERENCES paper (id),
        announced_on date,
        announced_at text NOT NULL,
        collected_by text NOT NULL,
        handler text NOT NULL,
        handler_id uuid,
        made_at timestamptz NOT NULL,
        CONSTRAINT certificate_change_differs CHECK ((kind = 'change') = (item <> '') AND (kind <> 'change' OR before <> after)),
        CONSTRAINT certificate_change_has_basis CHECK (file_id IS NOT NULL OR kind IN ('cancel', 'revoke', 'dismiss')),
        CONSTRAINT certificate_loss_was_announced CHECK (kind <> 'reissue' OR (announced_on IS NOT NULL AND collected_by <> ''))
      );
      CREATE INDEX certificate_change_of ON certificate_change (certificate_id, made_at);
      CREATE TRIGGER certificate_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_change
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE certificate_stock (
        serial text NOT NULL CONSTRAINT certificate_stock_once PRIMARY KEY,
        outcome text NOT NULL CHECK (outcome IN ('used', 'spoiled')),
        certificate_id uuid NOT NULL REFERENCES certificate (id),
        copy_number int CHECK (copy_number > 0),
        reason text NOT NULL,
        noted_by text NOT NULL,
        noted_at timestamptz NOT NULL,
        CONSTRAINT certificate_stock_explained CHECK (outcome = 'used' OR reason <> '')
      );
      CREATE INDEX certificate_stock_of ON certificate_stock (certificate_id, noted_at);
      CREATE TRIGGER certificate_stock_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_stock
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE code_guess (
        network text PRIMARY KEY,
        wrong int NOT NULL,
        since timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
