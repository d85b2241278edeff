import type { Actor, Day, Fen } from '#kernel';
import type { Received } from '#platform';
import type { DepositOutflow } from './deposit-outflow.entity.js';

/** What is asked to be paid back; without an amount, the part that is due or all that is left. */
export interface ReleaseRequest {
  amountFen: Fen | null;
  reason: string;
}

/** What is asked to be paid to the one who was harmed. */
export interface ClaimRequest {
  amountFen: Fen;
  reason: string;
  payeeName: string;
  payeeBank: string;
  payeeAccount: string;
}

export interface PaidOut {
  slipNumber: string;
  paidOn: Day;
  scan: Received;
}

/** A payment that the bank sent back. */
export interface SentBack {
  returnedOn: Day;
  reason: string;
}

/** Who asked, and when. */
export function askedBy(
  actor: Actor,
  now: Date,
): Pick<DepositOutflow, 'requestedBy' | 'requestedByName' | 'requestedAt'> {
  if (actor.accountId === null) throw new Error('Money is asked for by somebody.');
  return { requestedBy: actor.accountId, requestedByName: actor.name, requestedAt: now };
}
