import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of contracted land: issuers, contracts with their extensions, parcels and the versions of their shapes. */
export class Register1761000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE issuer (
        code varchar(14) PRIMARY KEY,
        name text NOT NULL,
        head text NOT NULL,
        office_code varchar(12) NOT NULL,
        born_office_code varchar(12) NOT NULL,
        body_id uuid REFERENCES body (id),
        legacy boolean NOT NULL
      );
      CREATE INDEX issuer_office ON issuer (office_code text_pattern_ops);

      CREATE TABLE contract (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code varchar(19) NOT NULL CONSTRAINT contract_code_once UNIQUE,
        issuer_code varchar(14) NOT NULL REFERENCES issuer (code),
        contractor_id uuid NOT NULL REFERENCES party (id),
        mode varchar(3) NOT NULL,
        term_from date NOT NULL,
        term_to date NOT NULL,
        ends_on date NOT NULL,
        signed_on date,
        area_mu numeric(15,4) NOT NULL CHECK (area_mu > 0),
        certificate_code varchar(32),
        legacy boolean NOT NULL,
        CONSTRAINT contract_term CHECK (term_to >= term_from AND ends_on >= term_to)
      );
      CREATE INDEX contract_contractor ON contract (contractor_id);

      CREATE TABLE contract_extension (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        contract_id uuid NOT NULL REFERENCES contract (id),
        term_from date NOT NULL,
        term_to date NOT NULL,
        signed_on date NOT NULL,
        registered_on date NOT NULL,
        CONSTRAINT contract_extension_term CHECK (term_to >= term_from),
        CONSTRAINT contract_extension_once UNIQUE (contract_id, term_from)
      );
      CREATE FUNCTION contract_extended() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE contract SET ends_on = greatest(ends_on, NEW.term_to) WHERE id = NEW.contract_id AND ends_on < NEW.term_to;
        RETURN NULL;
      END $$;
      CREATE TRIGGER contract_extended AFTER INSERT OR UPDATE ON contract_extension FOR EACH ROW EXECUTE FUNCTION contract_extended();

      CREATE TABLE parcel (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code varchar(19) NOT NULL CONSTRAINT parcel_code_once UNIQUE,
        issuer_code varchar(14) NOT NULL REFERENCES issuer (code),
        contract_id uuid REFERENCES contract (id),
        name text NOT NULL,
        east text NOT NULL, south text NOT NULL, west text NOT NULL, north text NOT NULL,
        contract_mu numeric(15,4) NOT NULL CONSTRAINT parcel_has_area CHECK (contract_mu > 0),
        measured_mu numeric(15,4) CHECK (measured_mu > 0),
        ownership varchar(2) NOT NULL,
        category varchar(2) NOT NULL,
        land_class varchar(4) NOT NULL,
        grade varchar(2),
        land_use varchar(1) NOT NULL,
        basic_farmland boolean NOT NULL,
        office_code varchar(12) NOT NULL,
        born_office_code varchar(12) NOT NULL,
        legacy boolean NOT NULL,
        legacy_reason text,
        CONSTRAINT parcel_legacy CHECK (legacy = (legacy_reason IS NOT NULL))
      );
      CREATE INDEX parcel_contract ON parcel (contract_id);
      CREATE INDEX parcel_office ON parcel (office_code text_pattern_ops, code);

      CREATE TABLE parcel_shape (
        parcel_id uuid NOT NULL REFERENCES parcel (id),
        version int NOT NULL CHECK (version > 0),
        rings jsonb NOT NULL,
        outline polygon NOT NULL,
        west float8 NOT NULL, south float8 NOT NULL, east float8 NOT NULL, north float8 NOT NULL,
        area_m2 numeric(15,2) NOT NULL CHECK (area_m2 > 0),
        source text NOT NULL CHECK (source IN ('import', 'survey', 'training')),
        current boolean NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (parcel_id, version)
      );
      CREATE UNIQUE INDEX parcel_shape_one_current ON parcel_shape (parcel_id) WHERE current;
      CREATE INDEX parcel_shape_outline ON parcel_shape USING gist (outline) WHERE current;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
