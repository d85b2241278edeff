import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that was wrong is put right, and what was said before stays to be read. */
export class AnswersAreCorrected1761000047010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE question ADD COLUMN earlier jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE question ALTER COLUMN earlier DROP DEFAULT;
      CREATE FUNCTION question_keeps_its_answers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF jsonb_array_length(NEW.earlier) <> jsonb_array_length(OLD.earlier) + 1 OR NEW.earlier -> -1 ->> 'answer' IS DISTINCT FROM OLD.answer
          OR NEW.earlier - -1 <> OLD.earlier THEN
          RAISE EXCEPTION 'an answer is lost' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'question_keeps_its_answers';
        END IF;
        RETURN NEW;
      END $$;
      CREATE CONSTRAINT TRIGGER question_keeps_its_answers AFTER UPDATE OF answer, earlier ON question DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.answer IS NOT NULL AND (NEW.answer IS DISTINCT FROM OLD.answer OR NEW.earlier <> OLD.earlier))
        EXECUTE FUNCTION question_keeps_its_answers()`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
