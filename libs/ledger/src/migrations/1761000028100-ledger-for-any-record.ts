import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger keeps the money of any record, not of deposits alone: accounts, bookings, receipts (until now `deposit_payment`)
 * and disbursements (`deposit_outflow`) are keyed by subject and id. A town has one bank account, which had been one a village.
 */
export class LedgerForAnyRecord1761000028100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${accounts} ${oneBankATown} ${bookings} ${receipts} ${disbursements} ${kept}`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const accounts = `
  ALTER TABLE ledger_account DISABLE TRIGGER ledger_account_guard;
  DROP INDEX ledger_account_one_each;
  DROP INDEX ledger_account_one_bank;
  ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_side, DROP CONSTRAINT ledger_account_deposit_id_fkey;
  ALTER TABLE ledger_account RENAME COLUMN deposit_id TO subject_id;
  ALTER TABLE ledger_account ADD subject text, ADD number text, ADD place text;
  UPDATE ledger_account a SET subject = 'deposit', number = d.case_number,
    place = coalesce((SELECT t.place FROM transfer t WHERE t.id = d.transfer_id), '')
  FROM deposit d WHERE d.id = a.subject_id;
  ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_side CHECK (CASE kind WHEN 'bank' THEN side = 'asset' AND num_nonnulls(subject, subject_id, number, place) = 0
    ELSE side = 'liability' AND num_nulls(subject, subject_id, number, place) = 0 END);
  CREATE UNIQUE INDEX ledger_account_one_each ON ledger_account (subject, subject_id, kind) WHERE subject IS NOT NULL;
  CREATE INDEX ledger_account_number ON ledger_account (number) WHERE kind = 'held';

  CREATE OR REPLACE FUNCTION ledger_balance_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' AND NEW.balance_fen = 0 THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND (NEW.balance_fen = OLD.balance_fen OR pg_trigger_depth() > 1)
      AND (NEW.id, NEW.kind, NEW.side, NEW.subject, NEW.subject_id, NEW.number)
        IS NOT DISTINCT FROM (OLD.id, OLD.kind, OLD.side, OLD.subject, OLD.subject_id, OLD.number) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a balance moves by entries alone' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_account_by_entries';
  END $$;`;

/** The villages' bank accounts were one real account of their town: its entries stand in one account, and every sum stays. */
const oneBankATown = `
  ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only;
  CREATE TEMP TABLE bank_of_town ON COMMIT DROP AS
    SELECT id, rpad(left(office_code_born, 9), 12, '0') AS town, rpad(left(office_code, 9), 12, '0') AS today,
      first_value(id) OVER (PARTITION BY left(office_code_born, 9) ORDER BY opened_at, id) AS kept,
      sum(balance_fen) OVER (PARTITION BY left(office_code_born, 9))::bigint AS balance_fen
    FROM ledger_account WHERE kind = 'bank';
  UPDATE ledger_entry e SET account_id = b.kept FROM bank_of_town b WHERE b.id = e.account_id AND b.id <> b.kept;
  DELETE FROM ledger_account a USING bank_of_town b WHERE b.id = a.id AND b.id <> b.kept;
  UPDATE ledger_account a SET office_code_born = b.town, balance_fen = b.balance_fen,
    office_code = coalesce((SELECT o.office_code FROM office o WHERE o.level = 'town' AND o.born_code = b.town ORDER BY o.valid_from DESC LIMIT 1), b.today)
  FROM bank_of_town b WHERE b.id = a.id;
  CREATE UNIQUE INDEX ledger_account_one_bank ON ledger_account (office_code_born) WHERE subject IS NULL;
  ALTER TABLE ledger_entry ENABLE TRIGGER ledger_entry_append_only;
  ALTER TABLE ledger_account ENABLE TRIGGER ledger_account_guard;`;

const bookings = `
  DROP INDEX ledger_transaction_deposit;
  ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_deposit_id_fkey;
  ALTER TABLE ledger_transaction RENAME COLUMN deposit_id TO subject_id;
  ALTER TABLE ledger_transaction ADD subject text NOT NULL DEFAULT 'deposit';
  ALTER TABLE ledger_transaction ALTER subject DROP DEFAULT;
  CREATE INDEX ledger_transaction_subject ON ledger_transaction (subject, subject_id);`;

/** Constraints and indexes follow the name of their table. */
const renamed = (was: string, is: string): string => `
  DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conname AS name FROM pg_constraint WHERE conrelid = '${is}'::regclass AND conname LIKE '${was}\\_%' LOOP
      EXECUTE format('ALTER TABLE ${is} RENAME CONSTRAINT %I TO %I', c.name, replace(c.name, '${was}_', '${is}_'));
    END LOOP;
  END $$;`;

const receipts = `
  ALTER TABLE deposit_payment RENAME TO receipt;
  DROP INDEX deposit_payment_deposit;
  ALTER TABLE receipt DROP CONSTRAINT deposit_payment_deposit_id_fkey;
  ALTER TABLE receipt RENAME COLUMN deposit_id TO subject_id;
  ALTER TABLE receipt ADD subject text NOT NULL DEFAULT 'deposit';
  ALTER TABLE receipt ALTER subject DROP DEFAULT;
  ALTER TABLE receipt RENAME CONSTRAINT deposit_slip_once TO receipt_slip_once;
  ALTER TABLE receipt RENAME CONSTRAINT deposit_payment_transaction_id_key TO receipt_booked_once;
  ALTER TRIGGER deposit_payment_append_only ON receipt RENAME TO receipt_append_only;
  ${renamed('deposit_payment', 'receipt')}
  CREATE INDEX receipt_subject ON receipt (subject, subject_id);`;

const disbursements = `
  ALTER TABLE deposit_outflow RENAME TO disbursement;
  DROP TRIGGER deposit_outflow_kept ON disbursement;
  DROP TRIGGER deposit_outflow_stays ON disbursement;
  DROP TRIGGER deposit_outflow_to_payer ON disbursement;
  DROP TRIGGER deposit_outflow_in_its_time ON disbursement;
  DROP FUNCTION deposit_outflow_keeps, deposit_outflow_stays, deposit_outflow_to_payer, deposit_outflow_in_its_time;
  DROP INDEX deposit_outflow_deposit, deposit_outflow_one_open, deposit_outflow_work;
  ALTER TABLE disbursement DROP CONSTRAINT deposit_outflow_deposit_id_fkey;
  ALTER TABLE disbursement RENAME COLUMN deposit_id TO subject_id;
  ALTER TABLE disbursement RENAME COLUMN payment_id TO receipt_id;
  ALTER TABLE disbursement ADD subject text NOT NULL DEFAULT 'deposit';
  ALTER TABLE disbursement ALTER subject DROP DEFAULT;
  ${renamed('deposit_outflow', 'disbursement')}
  CREATE INDEX disbursement_subject ON disbursement (subject, subject_id);
  CREATE UNIQUE INDEX disbursement_one_open ON disbursement (subject, subject_id) WHERE paid_at IS NULL AND refused_at IS NULL AND kind = 'claim';
  CREATE INDEX disbursement_work ON disbursement (subject, subject_id, (CASE WHEN approved_at IS NULL THEN 'asked' ELSE 'approved' END), id)
    WHERE paid_at IS NULL AND refused_at IS NULL;
  UPDATE work_assignment SET kind = 'disbursement' WHERE kind = 'deposit_outflow';`;

const kept = `
  -- I8: what was asked for is what is approved and paid; an answer is given once, and only that the bank sent it back may be added, once.
  CREATE FUNCTION disbursement_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    only_returned boolean := OLD.paid_at IS NOT NULL AND OLD.returned_at IS NULL AND NEW.returned_at IS NOT NULL
      AND to_jsonb(NEW) - ARRAY['returned_on', 'returned_by', 'returned_at', 'return_reason']
        = to_jsonb(OLD) - ARRAY['returned_on', 'returned_by', 'returned_at', 'return_reason'];
  BEGIN
    IF (NEW.subject, NEW.subject_id, NEW.kind, NEW.amount_fen, NEW.receipt_id, NEW.payee_name, NEW.payee_bank, NEW.payee_account_sealed,
        NEW.payee_account_tail, NEW.requested_by) IS DISTINCT FROM
       (OLD.subject, OLD.subject_id, OLD.kind, OLD.amount_fen, OLD.receipt_id, OLD.payee_name, OLD.payee_bank, OLD.payee_account_sealed,
        OLD.payee_account_tail, OLD.requested_by)
      OR (OLD.paid_at IS NOT NULL AND NOT only_returned) OR OLD.refused_at IS NOT NULL
      OR (OLD.approved_at IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by) THEN
      RAISE EXCEPTION 'a disbursement keeps what was asked and answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'disbursement_kept';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER disbursement_kept BEFORE UPDATE ON disbursement FOR EACH ROW EXECUTE FUNCTION disbursement_keeps();

  CREATE FUNCTION disbursement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a disbursement keeps what was asked and answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'disbursement_kept';
  END $$;
  CREATE TRIGGER disbursement_stays BEFORE DELETE OR TRUNCATE ON disbursement FOR EACH STATEMENT EXECUTE FUNCTION disbursement_stays();

  -- I5: money that goes back goes to who paid it in.
  CREATE FUNCTION disbursement_to_payer() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.kind = 'release' AND NOT EXISTS (
      SELECT 1 FROM receipt p WHERE p.id = NEW.receipt_id AND p.subject = NEW.subject AND p.subject_id = NEW.subject_id
        AND p.payer_name = NEW.payee_name AND p.payer_bank = NEW.payee_bank AND p.payer_account_tail = NEW.payee_account_tail) THEN
      RAISE EXCEPTION 'money goes back to who paid it in' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'disbursement_to_payer';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER disbursement_to_payer BEFORE INSERT ON disbursement FOR EACH ROW EXECUTE FUNCTION disbursement_to_payer();`;
