import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock asks every hour which reservations are over: that must cost what is over, not what is reserved. */
export class ReservationsEnd1761000022100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX management_right_reserved_until ON management_right (reserved_until) WHERE standing = 'reserved'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
