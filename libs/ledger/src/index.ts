export { slipNumberOf } from './account-numbers.js';
export { Disbursement } from './disbursement.entity.js';
export { type DisbursementFacts, differentApprover, differentPayer } from './disbursement.rules.js';
export { approvedUnpaid, approvers, paid, unanswered } from './disbursement-state.js';
export { Disbursements } from './disbursements.service.js';
export { EscrowAccount } from './escrow-account.entity.js';
export { EscrowAccounts } from './escrow-accounts.service.js';
export type { Holder } from './ledger.js';
export { PaidInput, ReceiptInput, RefusalInput, ReturnedInput } from './ledger.input.js';
export { type Promises, ledgerConstraints, perHolder } from './ledger.invariants.js';
export { LedgerChecks } from './ledger-checks.service.js';
export { LedgerModule } from './ledger.module.js';
export { ledgerRefusals } from './ledger.problems.js';
export { type Finding, ledgerCheckView } from './ledger.view.js';
export {
  type Sums,
  disbursementsOf,
  goes,
  namedDisbursement,
  receiptsOf,
  spokenFor,
  sumsOf,
} from './movements.queries.js';
export { disbursementOf, disbursementView, receiptOf, receiptView } from './movements.view.js';
export { accountUses, movementParts } from './movements.words.js';
export { type PayAccount, PayAccounts } from './pay-accounts.service.js';
export { Receipt } from './receipt.entity.js';
export { Receipts } from './receipts.service.js';
