import { Module } from '@nestjs/common';
import { OfficesModule } from '#offices';
import { actsController } from '#platform';
import { DisbursementWork } from './disbursement.work.js';
import { Disbursements } from './disbursements.service.js';
import { escrowActs } from './escrow.acts.js';
import { EscrowAccountsController } from './escrow-accounts.controller.js';
import { EscrowAccounts } from './escrow-accounts.service.js';
import { EscrowLists } from './escrow-lists.service.js';
import { EscrowWork } from './escrow.work.js';
import { LedgerChecks } from './ledger-checks.service.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerReader } from './ledger-reader.service.js';
import { PayAccounts } from './pay-accounts.service.js';
import { Receipts } from './receipts.service.js';

@Module({
  imports: [OfficesModule],
  controllers: [EscrowAccountsController, actsController(escrowActs, EscrowAccounts), LedgerController],
  providers: [
    DisbursementWork,
    Disbursements,
    EscrowAccounts,
    EscrowLists,
    EscrowWork,
    LedgerChecks,
    LedgerReader,
    PayAccounts,
    Receipts,
  ],
  exports: [Disbursements, EscrowAccounts, LedgerChecks, PayAccounts, Receipts],
})
export class LedgerModule {}
