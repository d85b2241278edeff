export { type AmountFacts, type DepositAmount, depositAmount } from './deposit.amount.js';
export { Deposit } from './deposit.entity.js';
export { depositWorkflow } from './deposit.workflow.js';
export { DepositsModule } from './deposits.module.js';
export { type DepositRequest, DepositsService, type DepositStanding } from './deposits.service.js';
export { Deposits1761000011000 } from './migrations/1761000011000-deposits.js';
export { type ClaimRequest, DepositOutflows, type ReleaseRequest } from './deposit-outflows.service.js';
export { DepositPayments, type Slip } from './deposit-payments.service.js';
export { LedgerChecks } from './ledger-checks.service.js';
