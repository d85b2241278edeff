export { type AmountFacts, type DepositAmount, depositAmount } from './deposit.amount.js';
export { amountReasons } from './deposit.rules.js';
export { Deposit } from './deposit.entity.js';
export { depositWorkflow, settledStates } from './deposit.workflow.js';
export { DepositsModule } from './deposits.module.js';
export { type DepositRequest, DepositsService, type DepositStatus } from './deposits.service.js';
export { DepositReader } from './deposit-reader.service.js';
export { DepositDisbursements } from './deposit-disbursements.service.js';
export { DepositReceipts } from './deposit-receipts.service.js';
