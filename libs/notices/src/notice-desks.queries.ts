import { statesIn } from '#kernel';
import { openCaseStates } from '#cases';
import { type Reader, sqlNames } from '#platform';
import { claimWorkflow } from './priority-claim.workflow.js';

const letters = sqlNames(openCaseStates);
const claims = sqlNames(statesIn(claimWorkflow, 'unanswered'));

/** Open letters and priority claims under an office, nearest deadline first; a decided letter waits behind them for its service. */
export const lettersSql = `
  SELECT q.*, n.town, n.village, n.area_mu AS "areaMu", n.number AS notice FROM (
    (SELECT 'letter' AS what, id, number, kind, topic, subject_id AS notice_id, state, due_at AS "dueAt", coalesce(due_at, 'infinity') AS due
     FROM case_file WHERE office_code LIKE $1 AND state IN (${letters}) AND (coalesce(due_at, 'infinity'), id) > ($2, $3)
     ORDER BY coalesce(due_at, 'infinity'), id LIMIT 21)
    UNION ALL
    (SELECT 'claim', id, number, level, '', notice_id, state, due_at, coalesce(due_at, 'infinity')
     FROM priority_claim WHERE office_code LIKE $1 AND state IN (${claims}) AND (coalesce(due_at, 'infinity'), id) > ($2, $3)
     ORDER BY coalesce(due_at, 'infinity'), id LIMIT 21)
  ) q JOIN notice n ON n.id = q.notice_id ORDER BY q.due, q.id LIMIT 21`;

export const letterCountSql = `
  SELECT count(*) AS waiting, count(*) FILTER (WHERE due <= $2) AS late FROM (
    SELECT due_at AS due FROM case_file WHERE office_code LIKE $1 AND state IN (${letters})
    UNION ALL SELECT due_at FROM priority_claim WHERE office_code LIKE $1 AND state IN (${claims})) open`;

/** Notices whose board at one of these stations has no photo yet, the longest waiting first. */
export const boardPhotosSql = `
  SELECT n.id, n.number, n.title, n.town, n.village, n.area_mu AS "areaMu", n.published_at AS "publishedAt"
  FROM venue_posting p JOIN notice n ON n.publication_id = p.publication_id
  WHERE p.office_code = ANY ($1) AND p.kind = 'village_board' AND p.proven_at IS NULL AND p.removed_at IS NULL AND n.published_at IS NOT NULL
  ORDER BY n.published_at, n.id LIMIT 50`;

// 起止告示出了、还没有贴的照片的：a station is told until its photo is there; of several, the latest counts.
const latestPeriodSheet = `LATERAL (SELECT p.id, p.made_at FROM paper p WHERE p.subject = 'notice' AND p.subject_id = n.id::text
    AND p.kind = 'notice_period' ORDER BY p.made_at DESC, p.number DESC LIMIT 1) s`;
const unposted = `NOT EXISTS (SELECT 1 FROM evidence_file e WHERE e.subject = 'notice' AND e.subject_id = n.id::text
    AND e.kind = 'period_sheet' AND e.added_at >= s.made_at)`;

export const periodSheetsSql = `
  SELECT n.id, n.number, n.title, n.town, n.village, n.area_mu AS "areaMu", s.made_at AS "publishedAt"
  FROM venue_posting v JOIN notice n ON n.publication_id = v.publication_id, ${latestPeriodSheet}
  WHERE v.office_code = ANY ($1) AND v.kind = 'village_board' AND v.removed_at IS NULL AND n.state = 'running' AND ${unposted}
  ORDER BY s.made_at, n.id LIMIT 50`;

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

export interface LetterRow {
  what: 'letter' | 'claim';
  id: string;
  number: string;
  kind: string;
  topic: string;
  notice_id: string;
  state: string;
  dueAt: Date | null;
  town: string;
  village: string;
  areaMu: string;
  notice: string;
  [column: string]: unknown;
}

export interface BoardRow {
  id: string;
  number: string;
  title: string;
  town: string;
  village: string;
  areaMu: string;
  publishedAt: Date;
  [column: string]: unknown;
}
