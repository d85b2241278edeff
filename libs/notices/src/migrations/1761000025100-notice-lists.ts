import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public list by village costs what a page costs, and its answers can be kept. */
export class NoticeLists1761000025100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX notice_open_village ON notice (office_code, ends_on, id) WHERE state IN ('awaiting_proof', 'running');
      CREATE INDEX notice_published_village ON notice (office_code, published_at DESC, id DESC) WHERE published_at IS NOT NULL;
      -- Else the planner takes a town for a two-hundredth of the county and sorts all its notices for a page of twenty.
      CREATE STATISTICS notice_towns ON (left(office_code, 9)) FROM notice;
      INSERT INTO list_version VALUES ('notices', 1);
      CREATE CONSTRAINT TRIGGER notice_list_changed AFTER INSERT OR UPDATE OR DELETE ON notice
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_list_version('notices')`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
