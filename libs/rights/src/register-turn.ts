import type { Tx } from '#platform';

/**
 * Whoever writes into the register by many rows waits for whoever does: of two files that come at once, the second finds what
 * the first brought. Taken before a parcel is locked.
 */
export async function registerTurn(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('register import'))`);
}
