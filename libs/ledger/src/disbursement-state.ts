import type { Post } from '#kernel';
import type { Disbursement } from './disbursement.entity.js';
import type { DisbursementFacts } from './disbursement.rules.js';
import { ledgerProblems, ledgerRefusals } from './ledger.problems.js';
import type { disbursementStates } from './movements.words.js';

/** Who approves money that leaves. */
export const approvers = ['town_finance', 'county_director'] as const satisfies Post[];

type Answered = Pick<DisbursementFacts, 'disbursement'>;

/** How money that leaves stands. */
export function stateOf(disbursement: Disbursement): keyof typeof disbursementStates {
  if (disbursement.refusedAt) return 'refused';
  if (disbursement.returnedAt) return 'returned';
  if (disbursement.paidAt) return 'paid';
  return disbursement.approvedAt ? 'approved' : 'asked';
}

/** The disbursement that is being answered, if it still waits for an answer. */
export function unanswered(facts: Answered): Disbursement {
  const asked = named(facts);
  if (asked.approvedAt !== null || asked.refusedAt !== null) throw ledgerProblems.answered();
  return asked;
}

/** The same, if it was approved and waits for the slip of its payment. */
export function approvedUnpaid(facts: Answered): Disbursement {
  const owed = named(facts);
  if (owed.paidAt !== null) throw ledgerProblems.answered();
  if (owed.approvedAt === null) throw ledgerRefusals.notApproved();
  return owed;
}

/** The same, if it was paid and no bank sent it back. */
export function paid(facts: Answered): Disbursement {
  const gone = named(facts);
  if (gone.returnedAt !== null) throw ledgerRefusals.returnKnown();
  if (gone.paidAt === null) throw ledgerRefusals.notPaid();
  return gone;
}

function named({ disbursement }: Answered): Disbursement {
  if (!disbursement) throw ledgerProblems.noDisbursement();
  return disbursement;
}
