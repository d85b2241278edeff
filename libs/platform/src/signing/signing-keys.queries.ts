import type { Tx } from '../transaction.js';

/** A key as everybody may know it. */
export interface PublicKeyRow {
  number: number;
  kid: string;
  publicX: string;
  signsFrom: Date;
  cause: 'first' | 'scheduled' | 'ordered';
  reason: string | null;
}

/** Oldest first. */
export const publicKeysSql = `SELECT number, kid, public_x AS "publicX", signs_from AS "signsFrom", cause, reason
  FROM signing_key ORDER BY number`;

/** The last two, newest first: the one that signs now, and the one that will. */
export const newestKeysSql = `SELECT k.number, k.kid, k.public_x AS "publicX", k.signs_from AS "signsFrom", k.cause, k.reason, s.sealed
  FROM signing_key k JOIN signing_secret s ON s.number = k.number ORDER BY k.number DESC LIMIT 2`;

export interface NewKey extends PublicKeyRow {
  sealed: string;
  madeAt: Date;
}

/** Keeps a key as the next; false where another process was faster. */
export async function insertKey(tx: Tx, key: NewKey): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO signing_key (number, kid, public_x, signs_from, cause, reason, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (number) DO NOTHING RETURNING number`,
    [key.number, key.kid, key.publicX, key.signsFrom, key.cause, key.reason, key.madeAt],
  );
  if (rows.length === 0) return false;
  await tx.query('INSERT INTO signing_secret (number, sealed) VALUES ($1, $2)', [key.number, key.sealed]);
  return true;
}

/** Takes away the secrets of keys whose successor has signed since before a moment: nobody signs the past anew. */
export const forgetSecrets = (tx: Tx, before: Date): Promise<unknown> =>
  tx.query(
    `UPDATE signing_secret SET sealed = NULL WHERE sealed IS NOT NULL
       AND number < (SELECT max(number) FROM signing_key WHERE signs_from <= $1)`,
    [before],
  );
