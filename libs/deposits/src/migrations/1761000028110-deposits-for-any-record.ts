import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deposit stands for any record, one for each who pays: until now for a transfer alone. It knows its place itself. */
export class DepositsForAnyRecord1761000028110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX deposit_one_per_transfer, deposit_transfer;
      ALTER TABLE deposit RENAME COLUMN transfer_id TO subject_id;
      ALTER TABLE deposit ADD subject text NOT NULL DEFAULT 'transfer', ADD place text NOT NULL DEFAULT '';
      UPDATE deposit d SET place = t.place FROM transfer t WHERE t.id = d.subject_id AND t.place IS NOT NULL;
      ALTER TABLE deposit ALTER subject DROP DEFAULT, ALTER place DROP DEFAULT;
      CREATE UNIQUE INDEX deposit_one_each ON deposit (subject, subject_id, payer_party_id) WHERE state <> 'cancelled';
      CREATE INDEX deposit_subject ON deposit (subject, subject_id);

      CREATE FUNCTION disbursement_in_its_time() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM deposit d WHERE d.id = NEW.subject_id AND (d.called_off_at IS NOT NULL
            OR NEW.tranche < (SELECT max(ordinal) FROM deposit_tranche t WHERE t.deposit_id = d.id))) THEN
          RAISE EXCEPTION 'a deposit answers until its case is over' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'disbursement_in_its_time';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER disbursement_in_its_time BEFORE INSERT ON disbursement FOR EACH ROW
        WHEN (NEW.subject = 'deposit' AND NEW.kind = 'release') EXECUTE FUNCTION disbursement_in_its_time();
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
