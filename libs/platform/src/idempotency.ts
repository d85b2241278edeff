import { problem } from '#kernel';
import type { EntityManager } from 'typeorm';
import { requestContext } from './request-context.js';

export const idempotencyProblems = {
  otherBody: problem(
    'idempotency-other-body',
    422,
    '同一个请求编号不能用来办两件不同的事',
    'Idempotency-Key 已用于另一份内容。换一个新编号再发。',
  ),
  done: problem('already-done', 409, '这个请求已经办过了', '同一个 Idempotency-Key 的请求已经办成，没有重复办。'),
};

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

interface KeyRow {
  fingerprint: string;
  answer: StoredAnswer | null;
}

/**
 * Claims the request's key inside the act's own transaction: the key and the act commit together or not at all, and a
 * second request with the same key waits on the unique index until the first is decided.
 */
export async function claimIdempotency(manager: EntityManager): Promise<void> {
  const asked = requestContext.getStore()?.idempotency;
  if (!asked || asked.claimed) return;
  const claimed: unknown[] = await manager.query(
    `INSERT INTO idempotency_key (scope, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`,
    [asked.scope, asked.key, asked.fingerprint],
  );
  if (claimed.length > 0) return;
  const rows: KeyRow[] = await manager.query(
    'SELECT fingerprint, answer FROM idempotency_key WHERE scope = $1 AND key = $2',
    [asked.scope, asked.key],
  );
  const [before] = rows;
  if (before?.fingerprint !== asked.fingerprint) throw idempotencyProblems.otherBody();
  throw new Repeated(before.answer);
}
