import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a piece of work in hand. It moves nothing and binds nobody: it tells the others. Its history is in `step_history`. */
export class WorkAssignments1761000025200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_assignment (
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account (id),
        account_name text NOT NULL,
        assigned_by text NOT NULL,
        assigned_at timestamptz NOT NULL,
        CONSTRAINT work_assignment_once PRIMARY KEY (kind, subject_id)
      );
      CREATE INDEX work_assignment_account ON work_assignment (account_id)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
