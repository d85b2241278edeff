import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case of a collective may be suspended before its decision is on the record; it holds no land yet. */
export class DecisionBeforeHold1761000013300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE transfer DROP CONSTRAINT transfer_collective_decision;
      ALTER TABLE transfer ADD CONSTRAINT transfer_collective_decision CHECK (
        kind <> 'collective' OR decision_id IS NOT NULL
        OR coalesce(suspended_from, state) IN ('draft', 'submitted', 'correction', 'withdrawn', 'lapsed', 'rejected'))
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
