import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An outflow is never deleted, and money that goes back goes to who paid it in (I5, I8): until now an approved outflow could
 * be taken away, and its payee was kept only from the moment it was asked for.
 */
export class OutflowsKept1761000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION deposit_outflow_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'an outflow keeps what was asked and answered' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'deposit_outflow_kept';
      END $$;
      CREATE TRIGGER deposit_outflow_stays BEFORE DELETE OR TRUNCATE ON deposit_outflow FOR EACH STATEMENT EXECUTE FUNCTION deposit_outflow_stays();
      CREATE TRIGGER deposit_tranche_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deposit_tranche FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION deposit_outflow_to_payer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.kind = 'release' AND NOT EXISTS (
          SELECT 1 FROM deposit_payment p WHERE p.id = NEW.payment_id AND p.deposit_id = NEW.deposit_id AND p.payer_name = NEW.payee_name
            AND p.payer_bank = NEW.payee_bank AND p.payer_account_tail = NEW.payee_account_tail) THEN
          RAISE EXCEPTION 'money goes back to who paid it in' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'deposit_outflow_to_payer';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER deposit_outflow_to_payer BEFORE INSERT ON deposit_outflow FOR EACH ROW EXECUTE FUNCTION deposit_outflow_to_payer();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
