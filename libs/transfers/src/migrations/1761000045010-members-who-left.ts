import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which members' leaving the parties of a case were told. */
export class MembersWhoLeft1761000045010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE transfer_member_left (
        transfer_id uuid NOT NULL REFERENCES transfer (id),
        member_id uuid NOT NULL REFERENCES member (id),
        told_at timestamptz NOT NULL,
        PRIMARY KEY (transfer_id, member_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
