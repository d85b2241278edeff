import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads the money that is to leave without what has left. */
export class OutflowWork1761000026420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX deposit_outflow_work ON deposit_outflow (deposit_id, (CASE WHEN approved_at IS NULL THEN 'asked' ELSE 'approved' END), id)
        WHERE paid_at IS NULL AND refused_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
