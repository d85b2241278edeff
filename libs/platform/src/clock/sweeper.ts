import { Injectable, Logger } from '@nestjs/common';
import { Clock, Problem } from '#kernel';
import { Acts } from '../acts/acts.service.js';
import { codeOf } from '../database-errors.js';
import { Database } from '../database.js';
import { type Ripe, type Round, type Sweeping, lockRipe, ripeIds } from '../sweep.js';
import { clockProblems } from './clock.problems.js';
import { type ClockTrouble, ClockTroubles } from './clock-troubles.js';
import type { Tx } from '../transaction.js';

/** What one sweep did. */
export interface Swept {
  moved: number;
  blocked: number;
  failed: number;
}

/**
 * Moves on what time alone moves: every lib with ripe records registers them here. One transaction per record, so that
 * one that fails never holds up the others. No rule trusts that this has run.
 */
@Injectable()
export class Sweeper {
  private readonly log = new Logger('clock');
  private readonly sweepings: Sweeping[] = [];
  private readonly rounds: Round[] = [];
  private running: Promise<Swept> | null = null;

  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly troubles: ClockTroubles,
    private readonly clock: Clock,
  ) {}

  /** Adds a lib's records; called once, when its module starts. */
  register(sweeping: Sweeping): void {
    this.sweepings.push(sweeping);
  }

  /** Adds work that is done every so many minutes. */
  every(round: Round): void {
    this.rounds.push(round);
  }

  /** What is registered, for pages that name a subject. */
  find(subject: string): Sweeping | undefined {
    return this.sweepings.find((each) => each.subject === subject);
  }

  /** Ripe records that could not be moved, each with its page. */
  async blocked(scopes: readonly string[], most: number): Promise<(ClockTrouble & { href: string })[]> {
    const rows = await this.troubles.list(scopes, most);
    return rows.map((row) => ({ ...row, href: this.find(row.subject)?.href(row.subjectId) ?? '' }));
  }

  /** One sweep over everything that is ripe now. A second call while one runs waits for it and then sweeps itself. */
  async sweep(): Promise<Swept> {
    while (this.running) await this.running;
    this.running = this.once(this.clock.now());
    try {
      return await this.running;
    } finally {
      this.running = null;
    }
  }

  /** The next moments at which clocks run out, and how many of a kind do. */
  coming(now: Date): Promise<{ label: string; dueAt: Date; number: number }[]> {
    return this.database.ask(
      `SELECT label, due_at AS "dueAt", count(*)::int AS number FROM deadline WHERE closed_at IS NULL AND due_at > $1
       GROUP BY label, due_at ORDER BY due_at LIMIT 8`,
      [now],
    );
  }

  private async once(now: Date): Promise<Swept> {
    const swept: Swept = { moved: 0, blocked: 0, failed: 0 };
    const resting = await this.troubles.resting(now);
    for (const sweeping of this.sweepings) {
      for (let last: Ripe | null = null, more = true; more;) {
        const ripe: Ripe[] = await ripeIds(this.database, sweeping.subject, sweeping.states, now, last);
        for (const { id } of ripe) {
          if (!resting.has(`${sweeping.subject} ${id}`)) await this.settle(sweeping, id, now, swept);
        }
        last = ripe.at(-1) ?? null;
        more = last !== null;
      }
    }
    for (const round of this.rounds) await this.turn(round, now);
    return swept;
  }

  private async settle(sweeping: Sweeping, id: string, now: Date, swept: Swept): Promise<void> {
    try {
      const moved = await this.acts.byClock(async (act) => {
        if (!(await lockRipe(act.tx, sweeping.subject, sweeping.states, id, now))) return false;
        await refuseProvisional(act.tx, sweeping.subject, id);
        await sweeping.settle(act, id);
        await this.troubles.clear(act.tx, sweeping.subject, id);
        return true;
      });
      if (moved) swept.moved += 1;
    } catch (error) {
      const blocked = error instanceof Problem;
      if (blocked) swept.blocked += 1;
      else {
        swept.failed += 1;
        // 日志不写个人信息：记录号和错误的种类，不写内容。
        this.log.error(`${sweeping.subject} ${id} ${nameOf(error)} ${placeOf(error)}`);
      }
      await this.troubles.note(sweeping, id, error, now);
    }
  }

  private async turn(round: Round, now: Date): Promise<void> {
    if (!(await this.troubles.claimRound(round, now))) return;
    try {
      await round.run(now);
    } catch (error) {
      this.log.error(`round ${round.name} ${nameOf(error)} ${placeOf(error)}`);
    }
  }
}

/** Nothing irreversible rests on a last day that was counted without its year's notice. */
async function refuseProvisional(tx: Tx, subject: string, id: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    'SELECT id FROM deadline WHERE subject = $1 AND subject_id = $2 AND closed_at IS NULL AND provisional LIMIT 1',
    [subject, id],
  );
  if (rows.length > 0) throw clockProblems.provisional();
}

function nameOf(error: unknown): string {
  return `${error instanceof Error ? error.name : 'thrown'} ${codeOf(error)}`.trim();
}

/** Where it was thrown: the first line of the trace that names a file of ours, without the message. */
function placeOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.find((line) => line.includes('/libs/'))?.trim() ?? '';
}
