import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads which boards and screens still want their proof. */
export class VenuesUnproven1761000026220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX venue_posting_unproven ON venue_posting (kind, office_code, id) WHERE proven_at IS NULL AND removed_at IS NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
