import type { Fen } from '#kernel';
import type { DisbursementFacts, Sums } from '#ledger';
import type { Deposit } from './deposit.entity.js';

/** A deposit and the few sums its rules ask about. */
export interface DepositFacts extends DisbursementFacts, Sums {
  record: Deposit & { readonly id: string };
  /** The next part of the schedule that goes back while the transfer runs; null for the last, which waits for its end. */
  partDue: { ordinal: number; amountFen: Fen } | null;
}
