import type { Day, Fen } from '#kernel';
import type { Tx } from '#platform';

interface Disbursed {
  kind: 'release' | 'claim';
  amountFen: Fen;
  reason: string;
  payee: string;
  bank: string;
  tail: string;
}

/** Money that was approved to leave a deposit, oldest first. */
export async function disbursementsOf(tx: Tx, depositId: string): Promise<Disbursed[]> {
  return tx.query(
    `SELECT kind, amount_fen AS "amountFen", reason, payee_name AS payee, payee_bank AS bank, payee_account_tail AS tail
     FROM disbursement WHERE subject = 'deposit' AND subject_id = $1 AND approved_at IS NOT NULL ORDER BY approved_at`,
    [depositId],
  );
}

interface Slip {
  number: string;
  amountFen: Fen;
  paidOn: Day;
  recordedBy: string;
}

/** The bank slips of a deposit, oldest first. */
export async function slipsOf(tx: Tx, depositId: string): Promise<Slip[]> {
  return tx.query(
    `SELECT slip_number AS number, amount_fen AS "amountFen", paid_on AS "paidOn", recorded_by_name AS "recordedBy"
     FROM receipt WHERE subject = 'deposit' AND subject_id = $1 ORDER BY recorded_at`,
    [depositId],
  );
}
