import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left for a bid is known to its desk by a code and a town, not by the lot. Its ledger keeps the number it was booked under. */
export class BidsUnderACode1761000049621 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE deposit SET case_number = 'BZ-' || upper(translate(substr(md5(id::text || random()::text), 1, 8), '01', 'xy')),
        office_code = rpad(left(office_code, 9), 12, '0'),
        place = coalesce((SELECT name FROM division WHERE code = rpad(left(office_code, 9), 12, '0') AND valid_to IS NULL), place)
      WHERE purpose = 'bid'`);
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query(`CREATE UNIQUE INDEX deposit_code_once ON deposit (case_number) WHERE purpose = 'bid'`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
