import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A station's desk goes from its boards to their notices; without an index each look at it read all notices of the county. */
export class NoticesByPublication1761000026610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX notice_publication ON notice (publication_id)');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
