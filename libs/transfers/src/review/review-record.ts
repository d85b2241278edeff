import { type FieldError } from '#kernel';
import { type Act, inputProblem } from '#platform';
import { checkItems, isCheckItem } from '../checklist.words.js';
import type { DefectInput, ReviewInput } from '../transfer.steps.input.js';
import type { Reviewed, Transfer } from '../transfer.entity.js';
import { transferFaults } from '../transfer.problems.js';
import { deskRemarks } from '../transfer.words.js';

export interface ReviewOutcome {
  level: 'town' | 'county';
  conclusion: 'pass' | 'return' | 'reject';
  opinion: string;
  rule: string;
}

/** Keeps the county's checklist as far as it is filled; nobody is told anything yet. */
export async function keepChecklist(
  act: Act,
  row: Reviewed & Pick<Transfer, 'officeCode'>,
  input: ReviewInput,
): Promise<void> {
  const wrong = input.checks.findIndex((check) => !isCheckItem(check.item));
  if (wrong >= 0) throw inputProblem([{ pointer: `#/checks/${wrong}/item`, detail: transferFaults.noSuchCheck }]);
  const given = input.checks.flatMap((check) =>
    check.result ? [{ item: check.item, result: check.result, note: check.note ?? '' }] : [],
  );
  const items = given.map((check) => check.item);
  await act.tx.query(
    `INSERT INTO transfer_review AS r (transfer_id, level, round, checklist, opinion, rule, reviewer_id, reviewer_name, received_at, due_at)
     VALUES ($1, 'county', $2, $3, $4, '', $5, $6, $7, $8)
     ON CONFLICT (transfer_id, level, round) DO UPDATE SET
       checklist = coalesce((SELECT jsonb_agg(c) FROM jsonb_array_elements(r.checklist) c WHERE c->>'item' <> ALL($9::text[])), '[]') || $3::jsonb,
       opinion = CASE WHEN $4 = '' THEN r.opinion ELSE $4 END, reviewer_id = $5, reviewer_name = $6,
       conclusion = NULL, done_at = NULL, received_at = $7, due_at = $8`,
    [
      row.id,
      row.round,
      JSON.stringify(given),
      input.opinion?.trim() ?? '',
      act.actor.accountId,
      act.actor.name,
      row.submittedToCountyAt ?? act.now,
      row.dueAt,
      items,
    ],
  );
  const labels = items.map((item) => (isCheckItem(item) ? checkItems[item].label : item));
  await act.note('transfer', row, { action: 'check', label: deskRemarks.checked, detail: { items: labels } });
}

/** Ends a review of this round, whatever came of it; an opinion written before stays, else the reasons are the opinion. */
export async function concludeReview(
  act: Act,
  row: Reviewed,
  { level, conclusion, opinion, rule }: ReviewOutcome,
): Promise<void> {
  await act.tx.query(
    `WITH kept AS (
       UPDATE transfer_review SET opinion = CASE WHEN opinion = '' THEN $4 ELSE opinion END, rule = $5, reviewer_id = $6,
         reviewer_name = $7, due_at = $9, conclusion = $10, done_at = $11
       WHERE transfer_id = $1 AND level = $2 AND round = $3 RETURNING 1)
     INSERT INTO transfer_review (transfer_id, level, round, checklist, opinion, rule, reviewer_id, reviewer_name, received_at, due_at, conclusion, done_at)
     SELECT $1::uuid, $2, $3::int, '[]'::jsonb, $4, $5, $6::uuid, $7, $8::timestamptz, $9::timestamptz, $10, $11::timestamptz
     WHERE NOT EXISTS (SELECT FROM kept)`,
    [
      row.id,
      level,
      row.round,
      opinion,
      rule,
      act.actor.accountId,
      act.actor.name,
      (level === 'county' ? row.submittedToCountyAt : row.submittedAt) ?? act.now,
      row.dueAt,
      conclusion,
      act.now,
    ],
  );
}

/** 县级退回要写明理由和条文（商河县公布流程：县级审核出具书面意见）. */
export function citedDefects(defects: readonly DefectInput[]): void {
  const errors = defects.flatMap(({ rule }, index): FieldError[] =>
    (rule ?? '').trim().length < 2
      ? [{ pointer: `#/defects/${index}/rule`, detail: transferFaults.defectUncited }]
      : [],
  );
  if (errors.length > 0) throw inputProblem(errors);
}
