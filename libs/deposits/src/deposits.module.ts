import { Module } from '@nestjs/common';
import { LedgerChecks, LedgerModule } from '#ledger';
import { OfficesModule } from '#offices';
import { EvidenceSight, actsController } from '#platform';
import { depositActs } from './deposit.acts.js';
import { depositPromises } from './deposit.invariants.js';
import { DepositAccountsController } from './deposit-accounts.controller.js';
import { DepositAccounts } from './deposit-accounts.service.js';
import { DepositDisbursements } from './deposit-disbursements.service.js';
import { DepositListService } from './deposit-list.service.js';
import { DepositReader } from './deposit-reader.service.js';
import { DepositReceipts } from './deposit-receipts.service.js';
import { DepositGuarantees } from './deposit-guarantees.service.js';
import { DepositWork } from './deposit.work.js';
import { DepositsController } from './deposits.controller.js';
import { DepositsService } from './deposits.service.js';

@Module({
  imports: [OfficesModule, LedgerModule],
  controllers: [DepositAccountsController, DepositsController, actsController(depositActs, DepositReader)],
  providers: [
    DepositAccounts,
    DepositDisbursements,
    DepositListService,
    DepositReader,
    DepositReceipts,
    DepositGuarantees,
    DepositWork,
    DepositsService,
  ],
  exports: [DepositsService],
})
export class DepositsModule {
  constructor(sight: EvidenceSight, checks: LedgerChecks) {
    sight.register({ subject: 'deposit' });
    checks.register(depositPromises);
  }
}
