import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose money came is no state of a registration any more: it is found when the lot is decided, and shown to nobody before. */
export class AdmissionIsHidden1761000049620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE interest i SET state = CASE WHEN l.state IN ('agreed', 'closed') THEN 'won' ELSE 'qualified' END
      FROM listing l WHERE l.id = i.listing_id AND i.state = 'admitted'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
