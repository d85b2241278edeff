import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who registers may claim priority; the town finds it true or says why not. */
export class PriorityIsProven1761000049610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query(`
      ALTER TABLE interest ADD COLUMN priority_asked text CONSTRAINT interest_priority_known CHECK (priority_asked IN ('member', 'incumbent')),
        ADD COLUMN priority text, ADD COLUMN priority_refusal text,
        ADD CONSTRAINT interest_priority_as_asked CHECK (priority IS NULL OR priority IS NOT DISTINCT FROM priority_asked),
        ADD CONSTRAINT interest_priority_one_answer CHECK (num_nonnulls(priority, priority_refusal) < 2)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
