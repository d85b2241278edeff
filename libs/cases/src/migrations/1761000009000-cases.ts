import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever a person sends in that must be answered: objection, complaint, question, lead. */
export class Cases1761000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL CONSTRAINT case_file_number_once UNIQUE,
        kind text NOT NULL,
        topic text NOT NULL,
        subject text NOT NULL,
        subject_id uuid NOT NULL,
        subject_number text NOT NULL,
        relation text NOT NULL,
        name text NOT NULL,
        contact_sealed text,
        facts text NOT NULL CHECK (facts <> ''),
        request text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('page', 'counter', 'station', 'phone')),
        received_by text NOT NULL,
        received_at timestamptz NOT NULL,
        handler_name text,
        handler_account_id uuid,
        outcome text,
        effect text,
        reasons text,
        rule text,
        decided_by text,
        decided_at timestamptz,
        served_how text,
        served_at timestamptz,
        code_hash char(64) NOT NULL,
        state text NOT NULL,
        state_since timestamptz NOT NULL,
        due_at timestamptz,
        office_code varchar(12) NOT NULL,
        office_code_born varchar(12) NOT NULL,
        revision int NOT NULL,
        rules_day date NOT NULL,
        CONSTRAINT case_file_named CHECK (kind = 'lead' OR name <> ''),
        CONSTRAINT case_file_decision CHECK (num_nulls(outcome, effect, reasons, rule, decided_by, decided_at) IN (0, 6)),
        CONSTRAINT case_file_decided CHECK (state NOT IN ('decided', 'served') OR outcome IS NOT NULL)
      );
      CREATE INDEX case_file_subject ON case_file (subject, subject_id, received_at);
      CREATE INDEX case_file_desk ON case_file (office_code text_pattern_ops, due_at, id) WHERE state IN ('received', 'accepted', 'decided');
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
