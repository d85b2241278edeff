import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists and screens show of a notice goes to its publication; the sheet that tells its dates goes to the boards beside it. */
export class NoticesHangAsPublications1761000028220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE publication DISABLE TRIGGER publication_immutable;
      UPDATE publication p SET number = n.number, town = n.town, village = n.village, area_mu = n.area_mu, map = n.map
        FROM notice n WHERE n.publication_id = p.id;
      ALTER TABLE publication ENABLE TRIGGER publication_immutable;
      ALTER TABLE notice DROP COLUMN map;

      UPDATE venue_posting v SET sheet_paper_id = s.id, sheet_made_at = s.made_at, sheet_file_id =
          (SELECT e.id FROM evidence_file e WHERE e.subject = 'notice' AND e.subject_id = n.id::text AND e.kind = 'period_sheet'
            AND e.added_at >= s.made_at ORDER BY e.added_at LIMIT 1)
        FROM notice n, LATERAL (SELECT p.id, p.made_at FROM paper p WHERE p.subject = 'notice' AND p.subject_id = n.id::text
          AND p.kind = 'notice_period' ORDER BY p.made_at DESC, p.number DESC LIMIT 1) s
        WHERE n.publication_id = v.publication_id AND v.kind = 'village_board';
      -- What is clear need not hang any longer.
      UPDATE venue_posting v SET removed_at = n.state_since FROM notice n
        WHERE n.publication_id = v.publication_id AND n.state = 'clear' AND v.removed_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
