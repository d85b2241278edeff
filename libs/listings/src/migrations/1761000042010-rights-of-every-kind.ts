import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots of every kind of right, on their own fields, and the deals that come of them. */
export class RightsOfEveryKind1761000042010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(listing);
    await runner.query(deal);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const listing = `
  ALTER TABLE listing
    ADD COLUMN price_unit text NOT NULL DEFAULT 'mu_year' CHECK (price_unit IN ('mu_year', 'year', 'total')),
    ADD COLUMN own jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN holder_id uuid REFERENCES party,
    ADD COLUMN decision_id uuid REFERENCES collective_decision,
    ADD COLUMN mandate_file_id uuid;
  ALTER TABLE listing ALTER COLUMN price_unit DROP DEFAULT, ALTER COLUMN own DROP DEFAULT;
  ALTER TABLE listing
    ADD CONSTRAINT listing_of_somebody CHECK ((kind = 'contracted') = (holder_id IS NULL)),
    ADD CONSTRAINT listing_priced_by_area CHECK (price_unit <> 'mu_year' OR area_mu > 0),
    ADD CONSTRAINT listing_of_a_known_kind CHECK
      (kind IN ('contracted', 'forest', 'wasteland', 'assets', 'equipment', 'waterworks', 'knowledge', 'other'));
  CREATE FUNCTION right_lot_leaves_with_a_yes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.holder_id IS NOT NULL AND num_nonnulls(NEW.decision_id, NEW.mandate_file_id) = 0 THEN
      RAISE EXCEPTION 'its holder has not decided' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'right_lot_leaves_with_a_yes';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER right_lot_leaves_with_a_yes BEFORE UPDATE OF state ON listing FOR EACH ROW
    WHEN (OLD.state IN ('village') AND NEW.state IN ('town_check')) EXECUTE FUNCTION right_lot_leaves_with_a_yes()`;

const deal = `
  CREATE TABLE right_deal (
    id uuid PRIMARY KEY,
    listing_id uuid NOT NULL REFERENCES listing,
    listing_number text NOT NULL,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code varchar(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
    place text NOT NULL, thing text NOT NULL, area_mu numeric(15,4) NOT NULL,
    party_id uuid NOT NULL REFERENCES party,
    party_name text NOT NULL,
    price_fen bigint NOT NULL CHECK (price_fen > 0),
    contract_number text, signed_on date, contract_file_id uuid,
    ended_reason text,
    created_at timestamptz NOT NULL,
    CONSTRAINT right_deal_closed_is_signed CHECK (state <> 'closed' OR num_nulls(contract_number, signed_on, contract_file_id) = 0)
  );
  CREATE UNIQUE INDEX right_deal_once ON right_deal (listing_id) WHERE state <> 'fallen';
  CREATE INDEX right_deal_due ON right_deal (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX right_deal_of_party ON right_deal (party_id);
  CREATE INDEX right_deal_queue ON right_deal (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
  CREATE INDEX right_deal_queue_town ON right_deal (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code)`;
