import { Injectable } from '@nestjs/common';
import { type Blocker, Problem } from '#kernel';
import { Database } from '../database.js';
import type { Round, Sweeping } from '../sweep.js';
import { clockFaults } from './clock.problems.js';
import type { Tx } from '../transaction.js';

/** A record whose time is over and which could not be moved on. */
export interface ClockTrouble {
  subject: string;
  subjectId: string;
  label: string;
  officeCode: string;
  kind: 'blocked' | 'failed';
  reasons: readonly Pick<Blocker, 'text' | 'article' | 'way'>[];
  tries: number;
  firstAt: Date;
  lastAt: Date;
}

const columns = `subject, subject_id AS "subjectId", label, office_code AS "officeCode", kind, reasons, tries,
  first_at AS "firstAt", last_at AS "lastAt"`;

/** What the clock could not move, kept for officers: a deadline that passed in silence would be nobody's fault. */
@Injectable()
export class ClockTroubles {
  constructor(private readonly database: Database) {}

  /** Notes a refusal or a defect. A refusal is tried again at the next sweep, a defect after ever longer pauses. */
  async note(sweeping: Pick<Sweeping, 'subject' | 'label'>, id: string, error: unknown, now: Date): Promise<void> {
    const kind = error instanceof Problem ? 'blocked' : 'failed';
    const reasons =
      error instanceof Problem ? reasonsOf(error) : [{ text: clockFaults.failed, article: '', way: null }];
    await this.database.write(
      `INSERT INTO clock_trouble (subject, subject_id, label, office_code, kind, reasons, tries, first_at, last_at, next_at)
       SELECT $1, $2::text, $3, coalesce((SELECT office_code FROM "${sweeping.subject}" WHERE id = $2::text::uuid), ''), $4, $5::jsonb, 1,
         $6::timestamptz, $6, $6::timestamptz + $7::int * interval '1 minute'
       ON CONFLICT (subject, subject_id) DO UPDATE SET kind = $4, reasons = $5, tries = clock_trouble.tries + 1, last_at = $6,
         next_at = $6::timestamptz + $7 * least(60, power(2, least(clock_trouble.tries, 6))::int) * interval '1 minute'`,
      [sweeping.subject, id, sweeping.label, kind, JSON.stringify(reasons), now, kind === 'failed' ? 1 : 0],
    );
  }

  async clear(tx: Tx, subject: string, id: string): Promise<void> {
    await tx.query('DELETE FROM clock_trouble WHERE subject = $1 AND subject_id = $2', [subject, id]);
  }

  /** Records that failed and whose next try is not yet due, as `subject id`. */
  async resting(now: Date): Promise<Set<string>> {
    const rows = await this.database.rows<{ key: string }>(
      'resting',
      `SELECT subject || ' ' || subject_id AS key FROM clock_trouble WHERE kind = 'failed' AND next_at > $1`,
      [now],
    );
    return new Set(rows.map((row) => row.key));
  }

  /** What stands still under an office (a prefix of division codes), the longest first. */
  async list(scopes: readonly string[], limit: number): Promise<ClockTrouble[]> {
    return this.database.ask<ClockTrouble & Record<string, unknown>>(
      `SELECT ${columns} FROM clock_trouble WHERE office_code LIKE ANY($1) ORDER BY first_at, subject_id LIMIT $2`,
      [scopes.map((scope) => `${scope}%`), limit],
    );
  }

  /** When a clock last walked, wherever it runs; null before the first time. */
  async lastWalked(): Promise<Date | null> {
    const [row] = await this.database.ask<{ at: Date | null }>('SELECT max(ran_at) AS at FROM clock_round');
    return row?.at ?? null;
  }

  /** Takes a round's turn if so many minutes have passed since the last, be it in another process. */
  async claimRound(round: Round, now: Date): Promise<boolean> {
    // A training county plays its past: a round that ran "later" than now runs again.
    const rows = await this.database.write(
      `INSERT INTO clock_round (name, ran_at) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET ran_at = $2
         WHERE clock_round.ran_at <= $2::timestamptz - $3 * interval '1 minute' OR clock_round.ran_at > $2::timestamptz RETURNING name`,
      [round.name, now, round.everyMinutes],
    );
    return rows.length > 0;
  }
}

function reasonsOf(refusal: Problem): Pick<Blocker, 'text' | 'article' | 'way'>[] {
  const blockers = refusal.members.blockers ?? [];
  if (blockers.length === 0)
    return [{ text: refusal.members.detail ?? refusal.title, article: refusal.members.article ?? '', way: null }];
  return blockers.map(({ text, article, way }) => ({ text, article, way }));
}
