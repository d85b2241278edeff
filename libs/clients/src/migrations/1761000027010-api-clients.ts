import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs of banks, towns and the province: asked for by one person, confirmed by another. */
export class ApiClients1761000027010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_client (
        id uuid PRIMARY KEY,
        state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
        office_code char(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
        body_name text NOT NULL CHECK (body_name <> ''),
        credit_code text NOT NULL CHECK (length(credit_code) = 18),
        name text NOT NULL CHECK (name <> ''),
        post text NOT NULL,
        reads_only boolean NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        asked_by uuid NOT NULL REFERENCES account, asked_by_name text NOT NULL, asked_at timestamptz NOT NULL,
        confirmed_by uuid REFERENCES account, confirmed_by_name text,
        CONSTRAINT api_client_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by),
        CONSTRAINT api_client_watcher_reads CHECK (post <> 'supervisor' OR reads_only)
      );
      CREATE UNIQUE INDEX api_client_once ON api_client (credit_code, name) WHERE state IN ('asked', 'open');
      -- Looked at when the act is whole: the step is taken before who took it is written beside it.
      CREATE FUNCTION api_client_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM api_client WHERE id = NEW.id AND state = 'open' AND confirmed_by IS NULL) THEN
          RAISE EXCEPTION 'nobody let this program in' USING ERRCODE = '23514', CONSTRAINT = 'api_client_confirmed';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER api_client_confirmed AFTER INSERT OR UPDATE ON api_client
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION api_client_confirmed();
      CREATE INDEX api_client_work ON api_client (state, office_code bpchar_pattern_ops, due_at, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
