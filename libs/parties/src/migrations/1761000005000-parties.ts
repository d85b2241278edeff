import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, households and their members, bodies; consents, mandates, decisions; acting for a person who is present. */
export class Parties1761000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE party (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('person', 'household', 'body')),
        display_name text NOT NULL CHECK (display_name <> ''),
        account_id uuid,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX party_one_account ON party (account_id) WHERE account_id IS NOT NULL;

      CREATE TABLE person (
        id uuid PRIMARY KEY REFERENCES party (id),
        name text NOT NULL CHECK (name <> ''),
        identity_sealed bytea NOT NULL,
        identity_index bytea NOT NULL,
        identity_exception text,
        phone_sealed bytea,
        born date NOT NULL,
        sex text NOT NULL CHECK (sex IN ('male', 'female'))
      );
      CREATE UNIQUE INDEX person_identity_once ON person (identity_index) WHERE identity_exception IS NULL;

      CREATE TABLE body (
        id uuid PRIMARY KEY REFERENCES party (id),
        name text NOT NULL CHECK (name <> ''),
        kind text NOT NULL CHECK (kind IN ('cooperative', 'family_farm', 'enterprise', 'collective', 'village_committee', 'other')),
        credit_code char(18) NOT NULL CONSTRAINT body_credit_code_once UNIQUE,
        legal_representative text NOT NULL,
        phone_sealed bytea,
        address text NOT NULL,
        office_code varchar(12)
      );

      CREATE TABLE household (
        id uuid PRIMARY KEY REFERENCES party (id),
        contractor_code varchar(19) NOT NULL CONSTRAINT household_contractor_code_once UNIQUE,
        issuer_code varchar(14) NOT NULL,
        office_code varchar(12) NOT NULL,
        born_office_code varchar(12) NOT NULL,
        address text NOT NULL,
        representative_id uuid REFERENCES person (id),
        legacy boolean NOT NULL
      );
      CREATE INDEX household_office ON household (office_code text_pattern_ops);
      CREATE INDEX household_representative ON household (representative_id);

      CREATE TABLE member (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        household_id uuid NOT NULL REFERENCES household (id),
        person_id uuid NOT NULL REFERENCES person (id),
        relation varchar(2) NOT NULL,
        co_right boolean NOT NULL,
        note_code varchar(1),
        valid_from date,
        valid_to date,
        CONSTRAINT member_period CHECK (valid_to >= valid_from)
      );
      CREATE UNIQUE INDEX member_once ON member (household_id, person_id) WHERE valid_to IS NULL;
      CREATE INDEX member_person ON member (person_id);

      CREATE TABLE assisted_session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        clerk_account_id uuid NOT NULL,
        clerk_name text NOT NULL,
        office_code varchar(12) NOT NULL,
        party_id uuid NOT NULL REFERENCES party (id),
        person_id uuid NOT NULL REFERENCES person (id),
        identity_read text NOT NULL CHECK (identity_read IN ('card_reader', 'by_eye')),
        witness text NOT NULL CHECK (witness <> ''),
        read_aloud text NOT NULL CHECK (read_aloud <> ''),
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('finished', 'idle', 'sign_out')),
        CONSTRAINT assisted_session_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      );
      CREATE UNIQUE INDEX assisted_session_one_open ON assisted_session (clerk_account_id) WHERE ended_at IS NULL;
      CREATE INDEX assisted_session_party ON assisted_session (party_id, started_at);

      CREATE TABLE consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        about_kind text NOT NULL,
        about_id uuid NOT NULL,
        household_id uuid NOT NULL REFERENCES household (id),
        person_id uuid NOT NULL REFERENCES person (id),
        statement text NOT NULL,
        statement_sha256 char(64) NOT NULL,
        method text NOT NULL CHECK (method IN ('in_person', 'assisted', 'scan')),
        witness text,
        read_aloud boolean NOT NULL,
        evidence_file_id uuid,
        assisted_session_id uuid REFERENCES assisted_session (id),
        given_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        withdrawal_reason text,
        CONSTRAINT consent_scan_has_file CHECK (method <> 'scan' OR evidence_file_id IS NOT NULL),
        CONSTRAINT consent_assisted_has_witness CHECK (method <> 'assisted' OR (assisted_session_id IS NOT NULL AND witness IS NOT NULL AND read_aloud)),
        CONSTRAINT consent_withdrawal CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
      );
      CREATE UNIQUE INDEX consent_once ON consent (about_kind, about_id, household_id, person_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX consent_person ON consent (person_id);

      CREATE TABLE mandate (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        principal_id uuid NOT NULL REFERENCES party (id),
        agent_id uuid NOT NULL REFERENCES party (id),
        matter text NOT NULL CHECK (matter <> ''),
        powers text NOT NULL CHECK (powers IN ('negotiate_and_sign', 'negotiate_only')),
        parcel_codes text[] NOT NULL,
        minimum_price_fen bigint CHECK (minimum_price_fen > 0),
        may_remandate boolean NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        witness text,
        read_aloud boolean NOT NULL,
        evidence_file_id uuid NOT NULL,
        given_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revocation_reason text,
        CONSTRAINT mandate_not_to_oneself CHECK (agent_id <> principal_id),
        CONSTRAINT mandate_period CHECK (valid_to >= valid_from),
        CONSTRAINT mandate_revocation CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
      );
      CREATE INDEX mandate_principal ON mandate (principal_id);
      CREATE INDEX mandate_agent ON mandate (agent_id);

      CREATE TABLE collective_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        collective_id uuid NOT NULL REFERENCES body (id),
        issuer_code varchar(14) NOT NULL,
        deciding_body text NOT NULL CHECK (deciding_body IN ('member_assembly', 'village_assembly', 'village_representatives')),
        legal_basis text NOT NULL,
        matter text NOT NULL,
        electorate int NOT NULL CHECK (electorate > 0),
        attended int NOT NULL,
        in_favour int NOT NULL CHECK (in_favour >= 0),
        opposed int NOT NULL CHECK (opposed >= 0),
        called_on date NOT NULL,
        decided_on date NOT NULL,
        to_outsiders boolean NOT NULL,
        minutes_file_id uuid NOT NULL,
        approval_number text,
        approved_on date,
        approval_file_id uuid,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT collective_decision_two_thirds CHECK (in_favour::bigint * 3 >= electorate::bigint * 2),
        CONSTRAINT collective_decision_counts CHECK (attended <= electorate AND in_favour + opposed <= attended),
        CONSTRAINT collective_decision_called CHECK (called_on <= decided_on),
        CONSTRAINT collective_decision_approval CHECK (num_nulls(approval_number, approved_on, approval_file_id) IN (0, 3) AND approved_on >= decided_on)
      );
      CREATE INDEX collective_decision_issuer ON collective_decision (issuer_code);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
