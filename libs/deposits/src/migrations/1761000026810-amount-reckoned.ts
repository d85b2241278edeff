import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an amount came about is reckoned from the deposit and the rules of its day; a booking keeps its slip, not a sentence. */
export class AmountReckoned1761000026810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deposit DROP COLUMN explanation;
      ALTER TABLE ledger_transaction ADD COLUMN slip_number text;
      ALTER TABLE ledger_transaction DISABLE TRIGGER ledger_transaction_append_only;
      UPDATE ledger_transaction SET slip_number = substring(description from ' (\\S+)$');
      ALTER TABLE ledger_transaction ENABLE TRIGGER ledger_transaction_append_only;
      ALTER TABLE ledger_transaction DROP COLUMN description`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
