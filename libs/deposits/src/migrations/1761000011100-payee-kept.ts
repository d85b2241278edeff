import type { MigrationInterface, QueryRunner } from 'typeorm';

/** I8: the bank, the last digits and the source of an outflow are kept like its account: what one asked is what the other approves. */
export class PayeeKept1761000011100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION deposit_outflow_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.deposit_id, NEW.kind, NEW.amount_fen, NEW.payment_id, NEW.payee_name, NEW.payee_bank, NEW.payee_account_sealed,
            NEW.payee_account_tail, NEW.requested_by) IS DISTINCT FROM
           (OLD.deposit_id, OLD.kind, OLD.amount_fen, OLD.payment_id, OLD.payee_name, OLD.payee_bank, OLD.payee_account_sealed,
            OLD.payee_account_tail, OLD.requested_by)
          OR OLD.paid_at IS NOT NULL OR OLD.refused_at IS NOT NULL
          OR (OLD.approved_at IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by) THEN
          RAISE EXCEPTION 'an outflow keeps what was asked and answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'deposit_outflow_kept';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
