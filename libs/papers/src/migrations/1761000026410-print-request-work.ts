import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk reads the copies that wait for a second person without those that were decided. */
export class PrintRequestWork1761000026410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX print_request_work ON print_request (id) WHERE decided_at IS NULL');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
