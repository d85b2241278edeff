import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The deposits of a case, called off ones too, are asked for by each act on it and by its page. */
export class DepositsByTransfer1761000026730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX deposit_transfer ON deposit (transfer_id)');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
