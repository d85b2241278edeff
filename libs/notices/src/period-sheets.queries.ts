import type { Reader } from '#platform';

// 起止告示出了、还没有贴的照片的：a station is told until its photo is there; of several, the latest counts.
export const latestPeriodSheet = `LATERAL (SELECT p.id, p.made_at FROM paper p WHERE p.subject = 'notice' AND p.subject_id = n.id::text
    AND p.kind = 'notice_period' ORDER BY p.made_at DESC, p.number DESC LIMIT 1) s`;
export const unposted = `NOT EXISTS (SELECT 1 FROM evidence_file e WHERE e.subject = 'notice' AND e.subject_id = n.id::text
    AND e.kind = 'period_sheet' AND e.added_at >= s.made_at)`;

/** The latest sheet of a notice's days, and whether its photo is there; null before the period starts. */
export async function periodSheetOf(
  reader: Reader,
  noticeId: string,
): Promise<{ paperId: string; posted: boolean } | null> {
  const rows: { paperId: string; posted: boolean }[] = await reader.query(
    `SELECT s.id AS "paperId", NOT (${unposted}) AS posted FROM notice n, ${latestPeriodSheet} WHERE n.id = $1`,
    [noticeId],
  );
  return rows[0] ?? null;
}
