import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Deposit } from './deposit.entity.js';
import { DepositOutflow } from './deposit-outflow.entity.js';
import { DepositPayment } from './deposit-payment.entity.js';
import { DepositTranche } from './deposit-tranche.entity.js';
import { DepositsService } from './deposits.service.js';
import { LedgerAccount, LedgerCheck, LedgerEntry, LedgerTransaction } from './ledger.entities.js';

const entities = [Deposit, DepositTranche, DepositPayment, DepositOutflow, LedgerAccount, LedgerTransaction, LedgerEntry, LedgerCheck];

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [DepositsService],
  exports: [DepositsService],
})
export class DepositsModule {}
