import { type Reader, type Tx, isUuid } from '#platform';
import { Disbursement } from './disbursement.entity.js';
import type { About } from './ledger.js';
import { ledgerProblems } from './ledger.problems.js';
import { Receipt } from './receipt.entity.js';

/** What the rules of a holder ask: what came in, what of it is held, and how much is on its way out. */
export interface Sums {
  paidFen: number;
  heldFen: number;
  /** Disbursements asked for and neither refused nor paid. */
  openDisbursements: number;
}

/** The sums of a holder, from the ledger and from what is asked for. */
export async function sumsOf(reader: Reader | Tx, { subject, subjectId }: About): Promise<Sums> {
  const rows: Sums[] = await reader.query(
    `SELECT coalesce((SELECT sum(amount_fen) FROM receipt WHERE subject = $1 AND subject_id = $2), 0)::bigint AS "paidFen",
       coalesce((SELECT -balance_fen FROM ledger_account WHERE subject = $1 AND subject_id = $2 AND kind = 'held'), 0) AS "heldFen",
       (SELECT count(*) FROM disbursement WHERE subject = $1 AND subject_id = $2 AND paid_at IS NULL AND refused_at IS NULL) AS "openDisbursements"`,
    [subject, subjectId],
  );
  return rows[0] ?? { paidFen: 0, heldFen: 0, openDisbursements: 0 };
}

/** Money that came in, oldest first. */
export const receiptsOf = (reader: Reader | Tx, { subject, subjectId }: About): Promise<Receipt[]> =>
  reader.find(Receipt, { where: { subject, subjectId }, order: { recordedAt: 'ASC' } });

/** Money that leaves or left, in the order in which it was asked for. */
export const disbursementsOf = (reader: Reader | Tx, { subject, subjectId }: About): Promise<Disbursement[]> =>
  reader.find(Disbursement, { where: { subject, subjectId }, order: { requestedAt: 'ASC' } });

/** The one that an address names. Two who answer it at once come one after the other: its holder is locked. */
export async function namedDisbursement(
  reader: Reader | Tx,
  { subject, subjectId }: About,
  id: string,
): Promise<Disbursement> {
  const found = isUuid(id) ? await reader.findOneBy(Disbursement, { id, subject, subjectId }) : null;
  if (!found) throw ledgerProblems.noDisbursement();
  return found;
}

/** What is asked for and not yet answered still stands in `held`, but is spoken for. */
export const spokenFor = (disbursements: readonly Disbursement[]): number =>
  totalOf(disbursements.filter((each) => each.approvedAt === null && each.refusedAt === null));

/** Receipts, and what of each has not gone back. */
export const unreturned = (
  receipts: readonly Receipt[],
  disbursements: readonly Disbursement[],
): { receipt: Receipt; free: number }[] =>
  receipts.map((receipt) => {
    const back = disbursements.filter((each) => each.receiptId === receipt.id && goes(each));
    return { receipt, free: receipt.amountFen - totalOf(back) };
  });

/** It leaves or has left: nobody refused it, and no bank sent it back. */
export const goes = ({ refusedAt, returnedAt }: Pick<Disbursement, 'refusedAt' | 'returnedAt'>): boolean =>
  refusedAt === null && returnedAt === null;

const totalOf = (disbursements: readonly Disbursement[]): number =>
  disbursements.reduce((sum, each) => sum + each.amountFen, 0);
