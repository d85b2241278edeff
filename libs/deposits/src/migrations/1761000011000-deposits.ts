import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A double-entry ledger in fen that nobody can falsify, and the risk deposits (风险保障金) whose money it holds. */
export class Deposits1761000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${deposits} ${ledger} ${movements} ${guards}`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const deposits = `
  CREATE TABLE deposit (
    id uuid PRIMARY KEY,
    state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code char(12) NOT NULL, office_code_born char(12) NOT NULL,
    revision int NOT NULL, rules_day date NOT NULL,
    transfer_id uuid NOT NULL,
    case_number text NOT NULL,
    payer_party_id uuid NOT NULL,
    payer_name text NOT NULL CHECK (payer_name <> ''),
    transferee_kind text NOT NULL,
    annual_rent_fen bigint NOT NULL CHECK (annual_rent_fen >= 0),
    area_mu numeric(15,4) NOT NULL CHECK (area_mu > 0),
    term_start date NOT NULL, term_end date NOT NULL,
    amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
    explanation jsonb NOT NULL,
    legal_basis text NOT NULL,
    requested_on date NOT NULL,
    CONSTRAINT deposit_term CHECK (term_end >= term_start)
  );
  CREATE UNIQUE INDEX deposit_one_per_transfer ON deposit (transfer_id) WHERE state <> 'cancelled';
  CREATE INDEX deposit_due ON deposit (due_at, id) WHERE due_at IS NOT NULL;
  CREATE INDEX deposit_desk ON deposit (office_code bpchar_pattern_ops, state, due_at, id);

  CREATE TABLE deposit_tranche (
    deposit_id uuid NOT NULL REFERENCES deposit, ordinal int NOT NULL CHECK (ordinal > 0),
    label text NOT NULL, amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
    PRIMARY KEY (deposit_id, ordinal)
  );`;

const ledger = `
  CREATE TABLE ledger_account (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('bank', 'held', 'payable', 'escrow')),
    side text NOT NULL CHECK (side IN ('asset', 'liability')),
    office_code char(12) NOT NULL, office_code_born char(12) NOT NULL,
    deposit_id uuid REFERENCES deposit,
    balance_fen bigint NOT NULL DEFAULT 0,
    may_go_negative boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT ledger_account_side CHECK ((kind = 'bank') = (side = 'asset') AND (kind = 'bank') = (deposit_id IS NULL)),
    CONSTRAINT ledger_account_not_negative CHECK (may_go_negative OR (CASE side WHEN 'asset' THEN balance_fen ELSE -balance_fen END) >= 0)
  );
  CREATE UNIQUE INDEX ledger_account_one_bank ON ledger_account (office_code_born) WHERE deposit_id IS NULL;
  CREATE UNIQUE INDEX ledger_account_one_each ON ledger_account (deposit_id, kind) WHERE deposit_id IS NOT NULL;
  CREATE INDEX ledger_account_office ON ledger_account (office_code bpchar_pattern_ops);

  CREATE TABLE ledger_transaction (
    id uuid CONSTRAINT ledger_transaction_once PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('pay_in', 'approve_release', 'approve_claim', 'pay_out')),
    deposit_id uuid NOT NULL REFERENCES deposit,
    description text NOT NULL,
    entries int NOT NULL CHECK (entries >= 2),
    booked_on date NOT NULL,
    booked_at timestamptz NOT NULL,
    booked_by uuid
  );
  CREATE INDEX ledger_transaction_deposit ON ledger_transaction (deposit_id);

  CREATE TABLE ledger_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction_id uuid NOT NULL REFERENCES ledger_transaction,
    account_id uuid NOT NULL REFERENCES ledger_account,
    amount_fen bigint NOT NULL CONSTRAINT ledger_entry_not_zero CHECK (amount_fen <> 0)
  );
  CREATE INDEX ledger_entry_transaction ON ledger_entry (transaction_id);
  CREATE INDEX ledger_entry_account ON ledger_entry (account_id, id);

  CREATE TABLE ledger_check (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, checked_at timestamptz NOT NULL, findings jsonb NOT NULL
  );`;

const movements = `
  CREATE TABLE deposit_payment (
    id uuid PRIMARY KEY,
    deposit_id uuid NOT NULL REFERENCES deposit,
    slip_number text NOT NULL CONSTRAINT deposit_slip_once UNIQUE,
    amount_fen bigint NOT NULL CONSTRAINT deposit_payment_positive CHECK (amount_fen > 0),
    payer_name text NOT NULL, payer_bank text NOT NULL, payer_account_sealed text NOT NULL, payer_account_tail text NOT NULL,
    paid_on date NOT NULL,
    scan_id uuid NOT NULL REFERENCES evidence_file,
    transaction_id uuid NOT NULL UNIQUE REFERENCES ledger_transaction,
    recorded_by uuid, recorded_by_name text NOT NULL, recorded_at timestamptz NOT NULL
  );
  CREATE INDEX deposit_payment_deposit ON deposit_payment (deposit_id);

  CREATE TABLE deposit_outflow (
    id uuid PRIMARY KEY,
    deposit_id uuid NOT NULL REFERENCES deposit,
    kind text NOT NULL CHECK (kind IN ('release', 'claim')),
    tranche int,
    amount_fen bigint NOT NULL CHECK (amount_fen > 0),
    reason text NOT NULL CHECK (reason <> ''),
    payment_id uuid REFERENCES deposit_payment,
    payee_name text NOT NULL, payee_bank text NOT NULL, payee_account_sealed text NOT NULL, payee_account_tail text NOT NULL,
    requested_by uuid NOT NULL, requested_by_name text NOT NULL, requested_at timestamptz NOT NULL,
    approved_by uuid, approved_by_name text, approved_at timestamptz,
    refused_by uuid, refused_at timestamptz, refusal text,
    slip_number text CONSTRAINT deposit_outflow_slip_once UNIQUE, paid_on date, scan_id uuid REFERENCES evidence_file,
    paid_by uuid, paid_at timestamptz,
    CONSTRAINT deposit_outflow_two_persons CHECK (approved_by IS NULL OR approved_by <> requested_by),
    CONSTRAINT deposit_outflow_approved CHECK (num_nulls(approved_by, approved_by_name, approved_at) IN (0, 3) AND num_nulls(refused_by, refused_at, refusal) IN (0, 3)),
    CONSTRAINT deposit_outflow_one_answer CHECK (approved_at IS NULL OR refused_at IS NULL),
    CONSTRAINT deposit_outflow_paid CHECK (num_nulls(slip_number, paid_on, scan_id, paid_by, paid_at) IN (0, 5) AND (paid_at IS NULL OR approved_at IS NOT NULL)),
    CONSTRAINT deposit_outflow_to_its_source CHECK (kind <> 'release' OR payment_id IS NOT NULL)
  );
  CREATE INDEX deposit_outflow_deposit ON deposit_outflow (deposit_id);
  CREATE UNIQUE INDEX deposit_outflow_one_open ON deposit_outflow (deposit_id) WHERE paid_at IS NULL AND refused_at IS NULL AND kind = 'claim';`;

const guards = `
  CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transaction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER deposit_payment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deposit_payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER ledger_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- I2: a balance is the sum of its entries, because nothing but an entry moves it.
  CREATE FUNCTION ledger_carry() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE ledger_account SET balance_fen = balance_fen + NEW.amount_fen WHERE id = NEW.account_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER ledger_entry_carry AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_carry();

  CREATE FUNCTION ledger_balance_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' AND NEW.balance_fen = 0 THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND (NEW.balance_fen = OLD.balance_fen OR pg_trigger_depth() > 1)
      AND NEW.id = OLD.id AND NEW.kind = OLD.kind AND NEW.side = OLD.side AND NEW.deposit_id IS NOT DISTINCT FROM OLD.deposit_id THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a balance moves by entries alone' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_account_by_entries';
  END $$;
  CREATE TRIGGER ledger_account_guard BEFORE INSERT OR UPDATE OR DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_balance_guard();

  -- I1: the entries of a transaction sum to nothing, and there are as many as it said, so that none can be added later.
  CREATE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    asked uuid := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN (to_jsonb(NEW) ->> 'transaction_id')::uuid ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
    found int; total numeric; said int;
  BEGIN
    SELECT count(*), coalesce(sum(amount_fen), 0) INTO found, total FROM ledger_entry WHERE transaction_id = asked;
    SELECT entries INTO said FROM ledger_transaction WHERE id = asked;
    IF total <> 0 OR found <> said THEN
      RAISE EXCEPTION 'transaction is not balanced' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_transaction_balanced';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER ledger_entry_balanced AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced();
  CREATE CONSTRAINT TRIGGER ledger_transaction_balanced AFTER INSERT ON ledger_transaction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balanced();

  -- I8: what was requested is what is approved and paid; an answer is given once.
  CREATE FUNCTION deposit_outflow_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (NEW.deposit_id, NEW.kind, NEW.amount_fen, NEW.payee_name, NEW.payee_account_sealed, NEW.requested_by) IS DISTINCT FROM
       (OLD.deposit_id, OLD.kind, OLD.amount_fen, OLD.payee_name, OLD.payee_account_sealed, OLD.requested_by)
      OR OLD.paid_at IS NOT NULL OR OLD.refused_at IS NOT NULL OR (OLD.approved_at IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by) THEN
      RAISE EXCEPTION 'an outflow keeps what was asked and answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'deposit_outflow_kept';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER deposit_outflow_kept BEFORE UPDATE ON deposit_outflow FOR EACH ROW EXECUTE FUNCTION deposit_outflow_keeps();
`;
