import type { Fen } from '#kernel';
import type { Reader, Tx } from '#platform';
import { DepositOutflow } from './deposit-outflow.entity.js';
import { DepositPayment } from './deposit-payment.entity.js';

/** What is asked for and not yet answered still stands in `held`, but is spoken for. */
export async function promisedFen(tx: Tx, depositId: string): Promise<number> {
  const rows: { sum: number }[] = await tx.query(
    `SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM deposit_outflow
     WHERE deposit_id = $1 AND approved_at IS NULL AND refused_at IS NULL`,
    [depositId],
  );
  return rows[0]?.sum ?? 0;
}

/** The next part of the schedule; none once only the last is left, which is whatever remains at the end. */
export async function nextPart(
  reader: Reader | Tx,
  depositId: string,
): Promise<{ ordinal: number; amountFen: Fen } | null> {
  const rows: { ordinal: number; amountFen: Fen }[] = await reader.query(
    `SELECT ordinal, amount_fen AS "amountFen" FROM deposit_tranche t
     WHERE deposit_id = $1 AND ordinal < (SELECT max(ordinal) FROM deposit_tranche WHERE deposit_id = $1)
       AND NOT EXISTS (SELECT 1 FROM deposit_outflow o WHERE o.deposit_id = $1 AND o.tranche = t.ordinal AND o.refused_at IS NULL AND o.returned_at IS NULL)
     ORDER BY ordinal LIMIT 1`,
    [depositId],
  );
  return rows[0] ?? null;
}

/** Payments, the oldest first, and what of each has not gone back. */
export async function releasedFrom(tx: Tx, depositId: string): Promise<{ payment: DepositPayment; free: number }[]> {
  const payments = await tx.find(DepositPayment, { where: { depositId }, order: { recordedAt: 'ASC' } });
  const outflows = await tx.findBy(DepositOutflow, { depositId });
  return payments.map((payment) => {
    const gone = outflows.filter(
      (each) => each.paymentId === payment.id && each.refusedAt === null && each.returnedAt === null,
    );
    return { payment, free: payment.amountFen - gone.reduce((sum, each) => sum + each.amountFen, 0) };
  });
}
