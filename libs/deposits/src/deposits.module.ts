import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { EvidenceSight, actsController } from '#platform';
import { depositActs } from './deposit.acts.js';
import { DepositSecurities } from './deposit-securities.service.js';
import { escrowActs } from './escrow.acts.js';
import { EscrowAccountsController } from './escrow-accounts.controller.js';
import { EscrowAccounts } from './escrow-accounts.service.js';
import { EscrowLists } from './escrow-lists.service.js';
import { EscrowWork } from './escrow.work.js';
import { DepositAccountsController } from './deposit-accounts.controller.js';
import { DepositAccounts } from './deposit-accounts.service.js';
import { DepositOutflows } from './deposit-outflows.service.js';
import { DepositPages } from './deposit-pages.service.js';
import { DepositPayments } from './deposit-payments.service.js';
import { DepositsController } from './deposits.controller.js';
import { DepositsService } from './deposits.service.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerPages } from './ledger-pages.service.js';
import { LedgerChecks } from './ledger-checks.service.js';
import { DepositListService } from './deposit-list.service.js';
import { DepositWork } from './deposit.work.js';
import { OutflowWork } from './outflow.work.js';

@Module({
  imports: [OfficesModule],
  controllers: [
    EscrowAccountsController,
    actsController(escrowActs, EscrowAccounts),
    DepositAccountsController,
    DepositsController,
    actsController(depositActs, DepositPages),
    LedgerController,
  ],
  providers: [
    DepositWork,
    OutflowWork,
    EscrowWork,
    EscrowLists,
    DepositListService,
    DepositsService,
    DepositPayments,
    DepositOutflows,
    DepositSecurities,
    EscrowAccounts,
    DepositPages,
    DepositAccounts,
    LedgerChecks,
    LedgerPages,
  ],
  exports: [DepositsService, EscrowAccounts, LedgerChecks],
})
export class DepositsModule {
  constructor(sight: EvidenceSight) {
    sight.register({ subject: 'deposit' });
  }
}
