import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专户: where a deposit is paid to, per town and from a day on. A merger may rewrite the office, nothing else changes. */
export class EscrowAccounts1761000022300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE escrow_account (
        id uuid PRIMARY KEY,
        office_code char(12) NOT NULL, office_code_born char(12) NOT NULL,
        holder text NOT NULL CHECK (holder <> ''), bank text NOT NULL CHECK (bank <> ''),
        number text NOT NULL CHECK (number ~ '^[0-9]{8,40}$'),
        valid_from date NOT NULL, basis text NOT NULL CHECK (basis <> ''),
        set_by uuid, set_by_name text NOT NULL, set_at timestamptz NOT NULL,
        CONSTRAINT escrow_account_one_a_day UNIQUE (office_code_born, valid_from)
      );
      CREATE INDEX escrow_account_office ON escrow_account (office_code bpchar_pattern_ops, valid_from);
      CREATE FUNCTION escrow_account_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'office_code' = to_jsonb(OLD) - 'office_code' THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'an escrow account is followed by another, not edited' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'escrow_account_kept';
      END $$;
      CREATE TRIGGER escrow_account_kept BEFORE UPDATE OR DELETE ON escrow_account FOR EACH ROW EXECUTE FUNCTION escrow_account_keeps();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
