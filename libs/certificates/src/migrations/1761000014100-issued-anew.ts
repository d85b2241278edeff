import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A certificate issued anew for a right whose certificate was revoked: asked for by one person, decided by another. */
export class IssuedAnew1761000014100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate_change DROP CONSTRAINT certificate_change_kind_check, DROP CONSTRAINT certificate_change_has_basis;
      ALTER TABLE certificate_change
        ADD CONSTRAINT certificate_change_kind_check CHECK (kind IN ('change', 'reissue', 'exchange', 'cancel', 'propose', 'revoke', 'dismiss', 'ask_anew', 'refuse_anew', 'issue_anew')),
        ADD CONSTRAINT certificate_change_has_basis CHECK (file_id IS NOT NULL OR kind IN ('cancel', 'revoke', 'dismiss', 'refuse_anew', 'issue_anew'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
