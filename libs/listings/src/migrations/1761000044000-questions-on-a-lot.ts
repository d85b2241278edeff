import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What parties ask about a lot, and what the office says to everybody. */
export class QuestionsOnALot1761000044000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE question (
        id uuid PRIMARY KEY,
        listing_id uuid NOT NULL REFERENCES listing,
        listing_number text NOT NULL,
        state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
        office_code varchar(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL,
        place text NOT NULL, area_mu numeric(15,4) NOT NULL,
        party_id uuid NOT NULL REFERENCES party,
        question text NOT NULL, answer text, reason text,
        asked_at timestamptz NOT NULL, answered_at timestamptz,
        CONSTRAINT question_answered_in_words CHECK (state <> 'answered' OR num_nulls(answer, answered_at) = 0),
        CONSTRAINT question_set_aside_for_a_reason CHECK (state <> 'set_aside' OR reason IS NOT NULL)
      );
      CREATE INDEX question_of_lot ON question (listing_id, asked_at, id);
      CREATE INDEX question_of_party ON question (party_id);
      CREATE INDEX question_due ON question (due_at, id) WHERE due_at IS NOT NULL;
      CREATE INDEX question_queue ON question (state, (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code);
      CREATE INDEX question_queue_town ON question (state, left(office_code, 9), (coalesce(due_at, 'infinity')), id) INCLUDE (due_at, office_code)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
