import type { EntityManager } from 'typeorm';
import { keepResult, openResult } from './kept-result.js';
import { type KeyedAct, requestContext } from './request-context.js';
import { idempotencyProblems } from './idempotency.problems.js';

/** The longest key that is kept. */
export const longestKey = 255;

/** Thrown inside a repeated act's transaction; the interceptor answers with what was stored the first time. */
export class Repeated extends Error {
  constructor(readonly answer: StoredAnswer | null) {
    super('repeated');
  }
}

/** The first answer to a key, kept so that asking twice gets the same answer. */
export interface StoredAnswer {
  status: number;
  location: string | null;
  body: unknown;
}

/** A key that was used before: the answer if it was kept, else what its transactions came to. */
export interface KnownKey {
  fingerprint: string;
  /** Sealed, as the results are. */
  answer: string | null;
  results: string[];
}

const columns = 'fingerprint, answer, results';
export const knownKeySql = `SELECT ${columns} FROM idempotency_key WHERE scope = $1 AND key = $2`;
export const keepAnswerSql = `UPDATE idempotency_key SET answer = $3, results = '{}' WHERE scope = $1 AND key = $2`;

/** What a stored text of a key belongs to. */
export const ownerOf = ({ scope, key }: Pick<KeyedAct, 'scope' | 'key'>): string => `${scope} ${key}`;

/** Throws what a request with a known key is answered with, if it can be answered at once. */
export function answerKnown(asked: KeyedAct, known: KnownKey): void {
  if (known.fingerprint !== asked.fingerprint) throw idempotencyProblems.otherBody();
  if (known.answer === null) return;
  const opened = openResult(asked.secret, known.answer, ownerOf(asked));
  throw new Repeated((opened?.value as StoredAnswer | undefined) ?? null);
}

/**
 * Runs one transaction of an act, once for its key. The key is claimed in the first transaction itself: key and act commit
 * together or not at all, and a second request with the key waits until the first is decided. What each transaction came to is
 * kept in it; if the server dies before the answer is kept, the repeat takes up the results, does what is left and answers.
 */
export async function once<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  const asked = requestContext.getStore()?.idempotency;
  if (!asked || asked.answered) return work();
  const known = await claim(manager, asked);
  if (known) {
    answerKnown(asked, known);
    const kept = known.results[asked.turn];
    if (kept !== undefined) return replay<T>(asked, kept);
    // A key without any result is from before results were kept.
    if (asked.turn === 0) throw idempotencyProblems.done();
  }
  const done = await work();
  await manager.query('UPDATE idempotency_key SET results = results || $3::text WHERE scope = $1 AND key = $2', [
    asked.scope,
    asked.key,
    keepResult(asked.secret, done, ownerOf(asked)),
  ]);
  return done;
}

/** Claims the key, or locks it as it was left. */
async function claim(manager: EntityManager, asked: KeyedAct): Promise<KnownKey | null> {
  const { scope, key, fingerprint } = asked;
  if (!asked.claimed) {
    const claimed: unknown[] = await manager.query(
      `INSERT INTO idempotency_key (scope, key, fingerprint, claimed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [scope, key, fingerprint, asked.at],
    );
    if (claimed.length > 0) return null;
  }
  const rows: KnownKey[] = await manager.query(`${knownKeySql} FOR UPDATE`, [scope, key]);
  return rows[0] ?? null;
}

function replay<T>(asked: KeyedAct, kept: string): T {
  const opened = openResult(asked.secret, kept, ownerOf(asked));
  if (!opened) throw idempotencyProblems.done();
  asked.replayed = true;
  return opened.value as T;
}
