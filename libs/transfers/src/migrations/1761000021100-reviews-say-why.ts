import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A review that ended has an opinion, and the county's return or refusal its rule; on-time rates count what ended. */
export class ReviewsSayWhy1761000021100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // 商河县公布流程：县级审核出具书面审核意见。Reviews of before stand as they were written.
    await runner.query(`
      ALTER TABLE transfer_review
        ADD CONSTRAINT transfer_review_opinion CHECK (conclusion IS NULL OR opinion <> '') NOT VALID,
        ADD CONSTRAINT transfer_review_rule CHECK (level <> 'county' OR conclusion IS NULL OR conclusion = 'pass' OR rule <> '') NOT VALID;
      CREATE INDEX transfer_review_done ON transfer_review (level, done_at) INCLUDE (transfer_id, due_at) WHERE done_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
