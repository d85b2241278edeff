import type { Database } from '#platform';
import type { TransferState } from '../transfer-states.workflow.js';

/** The county's reviews of a town's cases. */
export interface ReviewRate {
  /** The first nine digits of the town. */
  town: string;
  done: number;
  /** Ended after their deadline. */
  late: number;
  /** Not ended, and past their deadline now. */
  overdue: number;
  [column: string]: unknown;
}

const underReview: TransferState = 'county_review';

/**
 * The county's reviews that ended since a moment, by town, those of them that ended after their deadline, and those that lie
 * there past it now: what is late is late from that moment on, not from the day on which somebody ends it. A return and a
 * refusal end a review as much as an approval does. The front page and the director's page both ask here.
 */
export async function countyReviews(database: Database, since: Date, now: Date): Promise<ReviewRate[]> {
  return database.rows<ReviewRate>(
    'county reviews',
    `SELECT town, sum(done)::int AS done, sum(late)::int AS late, sum(overdue)::int AS overdue FROM (
       SELECT left(t.office_code, 9) AS town, 1 AS done, (r.done_at > r.due_at)::int AS late, 0 AS overdue
       FROM transfer_review r JOIN transfer t ON t.id = r.transfer_id WHERE r.level = 'county' AND r.done_at >= $1
       UNION ALL
       SELECT left(office_code, 9), 0, 0, 1 FROM transfer WHERE state = $3 AND due_at < $2) each GROUP BY 1 ORDER BY 1`,
    [since, now, underReview],
  );
}
