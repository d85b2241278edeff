import type { HeldPost } from '#kernel';
import { accessProblems } from './access/access.problems.js';
import type { Tx } from './transaction.js';

export interface KeyRow {
  id: string;
  accountId: string;
  login: string;
  name: string;
  posts: HeldPost[];
  readsOnly: boolean;
  madeAt: Date;
  lastUsedAt: Date | null;
}

/** One statement per request: the key, its account and the posts held today, so that a change of rights acts at once. */
export const keySql = `
  SELECT k.id, k.account_id AS "accountId", a.login, a.name, k.reads_only AS "readsOnly", k.made_at AS "madeAt", k.last_used_at AS "lastUsedAt",
    coalesce((SELECT json_agg(json_build_object('post', p.post, 'officeCode', p.office_code) ORDER BY p.post, p.office_code)
      FROM post_held p WHERE p.account_id = a.id AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2)), '[]') AS posts
  FROM api_key k JOIN account a ON a.id = k.account_id
  WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND (k.ends_at IS NULL OR k.ends_at > $3) AND a.disabled_at IS NULL`;

/** A key as its client's page shows it; the key itself is kept nowhere. */
export interface KeyShown {
  id: string;
  prefix: string;
  madeBy: string;
  madeAt: Date;
  endsAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

export const keysSql = `SELECT id, prefix, made_by_name AS "madeBy", made_at AS "madeAt", ends_at AS "endsAt",
  revoked_at AS "revokedAt", last_used_at AS "lastUsedAt" FROM api_key WHERE account_id = $1 ORDER BY made_at DESC, id`;

/**
 * Holds the key of a program that acts until its act is over: revoked before the act is written, it writes nothing; revoked
 * after, the act stands. @throws Problem `key-revoked`
 */
export async function holdKey(tx: Tx, keyId: string): Promise<void> {
  const held: unknown[] = await tx.query('SELECT 1 FROM api_key WHERE id = $1 AND revoked_at IS NULL FOR SHARE', [
    keyId,
  ]);
  if (held.length === 0) throw accessProblems.keyRevoked();
}
