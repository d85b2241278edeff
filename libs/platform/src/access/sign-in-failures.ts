import { addMinutes } from '#kernel';
import { accessFaults, accessProblems } from './access.problems.js';
import type { Tx } from '../transaction.js';

/** Where an attempt comes from: a device that has signed in to this account before, or else the network. */
export interface Origin {
  /** Where failures are counted. */
  place: string;
  network: string;
  known: boolean;
}

interface FailureRow {
  place: string;
  failures: number;
  since: Date;
  lockedUntil: Date | null;
}

const everywhere = '*';
const dayMinutes = 24 * 60;

/** How long the next attempt from the same place has to wait: 1, 2, 4, … minutes, at most the county's limit. */
export function waitMinutes(failures: number, allowed: number, longest: number): number {
  return failures < allowed ? 0 : Math.min(longest, 2 ** Math.min(failures - allowed, 12));
}

/**
 * How often a place may fail before it waits. Guessing from many networks at once narrows this for places the account does
 * not know, to one and never to none: whoever attacks cannot shut the owner out.
 */
export function allowance(allowed: number, failuresEverywhere: number, known: boolean): number {
  return !known && failuresEverywhere >= allowed * 10 ? 1 : allowed;
}

/**
 * Books an attempt as failed before it is judged, so that a hundred attempts at once count as a hundred.
 * Refuses while the place has to wait. A success clears the place again.
 */
export async function bookAttempt(
  tx: Tx,
  loginKey: string,
  origin: Origin,
  limits: { allowed: number; longest: number },
  now: Date,
): Promise<void> {
  const global = await count(tx, loginKey, everywhere, 60, now);
  const own = await count(tx, loginKey, origin.place, dayMinutes, now);
  if (own.lockedUntil && own.lockedUntil > now) {
    const seconds = Math.ceil((own.lockedUntil.getTime() - now.getTime()) / 1000);
    throw accessProblems.locked({ retryAfter: seconds, detail: accessFaults.waits(Math.ceil(seconds / 60)) });
  }
  const wait = waitMinutes(own.failures + 1, allowance(limits.allowed, global.failures, origin.known), limits.longest);
  await tx.query('UPDATE sign_in_failure SET failures = failures + 1 WHERE login_key = $1 AND network = $2', [
    loginKey,
    everywhere,
  ]);
  await tx.query(
    'UPDATE sign_in_failure SET failures = failures + 1, locked_until = $3 WHERE login_key = $1 AND network = $2',
    [loginKey, origin.place, wait > 0 ? addMinutes(now, wait) : null],
  );
}

/** The right person came: the place starts anew. The row of all places first, as where an attempt is booked. */
export async function clearAttempts(tx: Tx, loginKey: string, origin: Origin): Promise<void> {
  await tx.query(
    'UPDATE sign_in_failure SET failures = greatest(failures - 1, 0) WHERE login_key = $1 AND network = $2',
    [loginKey, everywhere],
  );
  await tx.query('DELETE FROM sign_in_failure WHERE login_key = $1 AND network = $2', [loginKey, origin.place]);
}

async function count(tx: Tx, loginKey: string, place: string, windowMinutes: number, now: Date): Promise<FailureRow> {
  const oldest = addMinutes(now, -windowMinutes);
  const rows: FailureRow[] = await tx.query(
    `INSERT INTO sign_in_failure (login_key, network, failures, since) VALUES ($1, $2, 0, $3)
     ON CONFLICT (login_key, network) DO UPDATE SET
       failures = CASE WHEN sign_in_failure.since < $4 THEN 0 ELSE sign_in_failure.failures END,
       since = CASE WHEN sign_in_failure.since < $4 THEN $3 ELSE sign_in_failure.since END
     RETURNING network AS place, failures, since, locked_until AS "lockedUntil"`,
    [loginKey, place, now, oldest],
  );
  const [row] = rows;
  if (!row) throw new Error('An attempt was not counted.');
  return row;
}
