import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of bookings costs what a page costs, whatever was booked before. */
export class LedgerLists1761000026440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ledger_transaction_recent ON ledger_transaction (booked_at DESC, id DESC);
      CREATE INDEX ledger_transaction_kind ON ledger_transaction (kind, booked_at DESC, id DESC);
      CREATE INDEX ledger_transaction_day ON ledger_transaction (booked_on);
      CREATE INDEX ledger_entry_largest ON ledger_entry (amount_fen DESC, transaction_id DESC) WHERE amount_fen > 0;
      CREATE INDEX deposit_case_number ON deposit (case_number)`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
