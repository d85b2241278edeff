import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lot that is offered keeps its land in the name of who offers it, until somebody takes it: such a reservation never becomes a right. */
export class LotsHoldLand1761000040010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE management_right DROP CONSTRAINT management_right_parties;
      ALTER TABLE management_right ADD CONSTRAINT management_right_parties
        CHECK (grantor_id <> holder_id OR (subject = 'listing' AND status IN ('reserved', 'released')))`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
