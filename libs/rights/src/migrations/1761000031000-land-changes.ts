import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 登记簿变更: rows of a register that would move the ground under a case or a right wait to be decided. */
export class LandChanges1761000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE land_change (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        state text NOT NULL CHECK (state IN ('open', 'adopted', 'refused', 'withdrawn')),
        state_since timestamptz NOT NULL,
        due_at timestamptz,
        office_code varchar(12) NOT NULL,
        revision int NOT NULL,
        rules_day date NOT NULL,
        source text NOT NULL CHECK (source IN ('CBHT', 'CBDKXX', 'DK')),
        code varchar(19) NOT NULL,
        proposed jsonb NOT NULL,
        differences jsonb NOT NULL CHECK (jsonb_array_length(differences) > 0),
        reason text,
        CONSTRAINT land_change_decided CHECK ((state IN ('adopted', 'refused')) <= (reason IS NOT NULL AND reason <> ''))
      );
      CREATE UNIQUE INDEX land_change_one_open ON land_change (source, code) WHERE state = 'open';
      CREATE INDEX land_change_code ON land_change (code);
      CREATE INDEX land_change_desk ON land_change (office_code bpchar_pattern_ops, state, due_at, id);

      CREATE TABLE land_change_parcel (
        change_id uuid NOT NULL REFERENCES land_change (id),
        parcel_id uuid NOT NULL REFERENCES parcel (id),
        PRIMARY KEY (change_id, parcel_id)
      );
      CREATE INDEX land_change_parcel_parcel ON land_change_parcel (parcel_id);

      ALTER TABLE register_import ADD COLUMN held int NOT NULL DEFAULT 0;
      ALTER TABLE register_import ALTER COLUMN held DROP DEFAULT;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
