import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who defaulted in a deal is barred for a time, by a decision that he was told of, heard about, and may appeal against. */
export class WhoDefaultedIsBarred1761000048500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE barring (
        id uuid PRIMARY KEY,
        number text,
        state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
        office_code varchar(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
        party_id uuid NOT NULL REFERENCES party,
        party_name text NOT NULL,
        interest_id uuid NOT NULL REFERENCES interest,
        lot_number text NOT NULL, place text NOT NULL,
        reason text NOT NULL, rule text NOT NULL,
        months int CHECK (months > 0), proposed_until date,
        proposed_by text NOT NULL, proposed_account_id uuid, proposed_at timestamptz NOT NULL,
        answer text, answered_at timestamptz,
        decision_number text,
        findings text, decided_by text, decided_at timestamptz,
        from_day date, until_day date,
        ended_reason text,
        CONSTRAINT barring_for_a_time CHECK (num_nonnulls(months, proposed_until) = 1),
        CONSTRAINT barring_ends_after_start CHECK (until_day > from_day),
        CONSTRAINT barring_decided_whole CHECK
          (state NOT IN ('decided', 'lifted', 'lapsed') OR num_nulls(findings, decided_by, decided_at, from_day, until_day) = 0),
        CONSTRAINT barring_ended_for_a_reason CHECK (state NOT IN ('dropped', 'lifted') OR ended_reason IS NOT NULL)
      );
      -- One at a time, proposed or in force.
      CREATE UNIQUE INDEX barring_once ON barring (party_id) WHERE state IN ('proposed', 'deciding', 'decided');
      CREATE INDEX barring_of_party ON barring (party_id, proposed_at DESC);
      CREATE INDEX barring_due ON barring (due_at, id) WHERE due_at IS NOT NULL;
      CREATE INDEX barring_newest ON barring (proposed_at DESC, id DESC);
      CREATE INDEX barring_queue ON barring (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);

      SET CONSTRAINTS ALL IMMEDIATE;
      ALTER TABLE case_file ADD CONSTRAINT barring_appeal_of_its_party CHECK (kind <> 'barring_appeal' OR party_id IS NOT NULL);
      CREATE UNIQUE INDEX barring_appeal_once ON case_file (subject_id) WHERE kind = 'barring_appeal' AND state <> 'withdrawn'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
