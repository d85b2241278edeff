import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { addMinutes } from '#kernel';
import { Database, WallClock } from '#platform';
import { certificateFaults, certificateProblems } from './certificate.problems.js';

/** How many wrong codes one network may type in a window, and what each costs. */
const [allowed, windowMinutes, guessMilliseconds] = [10, 10, 1500] as const;

/**
 * What guessing costs. Each try is booked as wrong before it is judged, so that a guesser who hangs up early has paid all
 * the same; a right code is given back. Codes have 54 random bits besides.
 */
@Injectable()
export class CodeGuesses {
  constructor(
    private readonly database: Database,
    private readonly wall: WallClock,
  ) {}

  /** Runs a check: null means wrong, and takes its time, the same for every wrong code. */
  async check<Found>(network: string, look: () => Promise<Found | null>): Promise<Found | null> {
    const answerAt = performance.now() + guessMilliseconds;
    await this.book(network);
    const found = await look();
    if (found === null) {
      await wait(Math.max(0, answerAt - performance.now()));
      return null;
    }
    await this.database.write('UPDATE code_guess SET wrong = greatest(wrong - 1, 0) WHERE network = $1', [network]);
    return found;
  }

  private async book(network: string): Promise<void> {
    const now = this.wall.now();
    const rows = await this.database.write<{ wrong: number; since: Date }>(
      `INSERT INTO code_guess (network, wrong, since) VALUES ($1, 1, $2)
       ON CONFLICT (network) DO UPDATE SET
         wrong = CASE WHEN code_guess.since < $3 THEN 1 ELSE least(code_guess.wrong + 1, 1000) END,
         since = CASE WHEN code_guess.since < $3 THEN $2 ELSE code_guess.since END
       RETURNING wrong, since`,
      [network, now, addMinutes(now, -windowMinutes)],
    );
    const [row] = rows;
    if (!row || row.wrong <= allowed) return;
    const seconds = Math.max(1, Math.ceil((addMinutes(row.since, windowMinutes).getTime() - now.getTime()) / 1000));
    throw certificateProblems.guessing({
      retryAfter: seconds,
      detail: certificateFaults.againIn(Math.ceil(seconds / 60)),
    });
  }
}
