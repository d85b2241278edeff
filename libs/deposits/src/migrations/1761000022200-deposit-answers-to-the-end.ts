import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A deposit answers for rent and land until the transfer is over: `called_off_at` says since when it may go back. Payments
 * that a bank sends back are booked back; a guarantee or an insurance may stand for the money.
 */
export class DepositAnswersToTheEnd1761000022200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deposit ADD called_off_at timestamptz;
      UPDATE deposit SET called_off_at = state_since WHERE state IN ('releasing', 'released', 'cancelled');

      CREATE FUNCTION deposit_outflow_in_its_time() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.kind = 'release' AND NOT EXISTS (SELECT 1 FROM deposit d WHERE d.id = NEW.deposit_id AND (d.called_off_at IS NOT NULL
            OR NEW.tranche < (SELECT max(ordinal) FROM deposit_tranche t WHERE t.deposit_id = d.id))) THEN
          RAISE EXCEPTION 'a deposit answers until the transfer is over' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'deposit_outflow_in_its_time';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER deposit_outflow_in_its_time BEFORE INSERT ON deposit_outflow FOR EACH ROW EXECUTE FUNCTION deposit_outflow_in_its_time();
    `);
    await runner.query(returned);
    await runner.query(security);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const returned = `
  ALTER TABLE deposit_outflow ADD returned_on date, ADD returned_by uuid, ADD returned_at timestamptz, ADD return_reason text,
    ADD CONSTRAINT deposit_outflow_returned CHECK (num_nulls(returned_on, returned_by, returned_at, return_reason) IN (0, 4)
      AND (returned_at IS NULL OR paid_at IS NOT NULL));
  ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_kind_check,
    ADD CONSTRAINT ledger_transaction_kind_check CHECK (kind IN ('pay_in', 'approve_release', 'approve_claim', 'pay_out', 'returned'));

  -- What was paid stays as it was; only that the bank sent it back may be added, once.
  CREATE OR REPLACE FUNCTION deposit_outflow_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    only_returned boolean := OLD.paid_at IS NOT NULL AND OLD.returned_at IS NULL AND NEW.returned_at IS NOT NULL
      AND to_jsonb(NEW) - ARRAY['returned_on', 'returned_by', 'returned_at', 'return_reason']
        = to_jsonb(OLD) - ARRAY['returned_on', 'returned_by', 'returned_at', 'return_reason'];
  BEGIN
    IF (NEW.deposit_id, NEW.kind, NEW.amount_fen, NEW.payment_id, NEW.payee_name, NEW.payee_bank, NEW.payee_account_sealed,
        NEW.payee_account_tail, NEW.requested_by) IS DISTINCT FROM
       (OLD.deposit_id, OLD.kind, OLD.amount_fen, OLD.payment_id, OLD.payee_name, OLD.payee_bank, OLD.payee_account_sealed,
        OLD.payee_account_tail, OLD.requested_by)
      OR (OLD.paid_at IS NOT NULL AND NOT only_returned) OR OLD.refused_at IS NOT NULL
      OR (OLD.approved_at IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by) THEN
      RAISE EXCEPTION 'an outflow keeps what was asked and answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'deposit_outflow_kept';
    END IF;
    RETURN NEW;
  END $$;
`;

const security = `
  CREATE TABLE deposit_security (
    id uuid PRIMARY KEY,
    deposit_id uuid NOT NULL REFERENCES deposit,
    kind text NOT NULL CHECK (kind IN ('guarantee', 'insurance')),
    issuer text NOT NULL CHECK (issuer <> ''), number text NOT NULL CHECK (number <> ''),
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    valid_from date NOT NULL, valid_to date NOT NULL,
    scan_id uuid NOT NULL REFERENCES evidence_file,
    recorded_by uuid, recorded_by_name text NOT NULL, recorded_at timestamptz NOT NULL,
    CONSTRAINT deposit_security_days CHECK (valid_to >= valid_from),
    CONSTRAINT deposit_security_once UNIQUE (issuer, number)
  );
  CREATE INDEX deposit_security_deposit ON deposit_security (deposit_id);
  CREATE TRIGGER deposit_security_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deposit_security FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
