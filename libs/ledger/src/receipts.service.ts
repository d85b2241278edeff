import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { yuan } from '#kernel';
import { type Act, CONFIG, type Config, Files } from '#platform';
import { digitsOf, sealedNumber, slipNumberOf } from './account-numbers.js';
import type { ReceiptInput } from './ledger.input.js';
import { type Holder, book } from './ledger.js';
import { Receipt } from './receipt.entity.js';

/** Money in, for any record: one slip, one receipt, one booking. */
@Injectable()
export class Receipts {
  constructor(
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async record(
    act: Act,
    holder: Holder,
    { scan, amount, payerAccount, paidTime = '', ...slip }: ReceiptInput,
  ): Promise<Receipt> {
    const { subject, subjectId } = holder;
    const [id, amountFen, slipNumber] = [randomUUID(), yuan(amount), slipNumberOf(slip.slipNumber)];
    const evidence = await this.files.attach(act, scan, { subject, subjectId, kind: 'bank-slip' });
    const transactionId = await book(act, {
      ...{ kind: 'pay_in', holder, slipNumber, bookedOn: slip.paidOn },
      ...{ debit: 'bank', credit: 'held', amountFen },
    });
    const { sealed, tail } = sealedNumber(this.config, 'receipt', id, digitsOf(payerAccount));
    const receipt: Receipt = {
      ...{ id, subject, subjectId, ...slip, slipNumber, amountFen, scanId: evidence.id, transactionId },
      paidTime: paidTime === '' ? null : paidTime.padEnd(8, ':00'),
      ...{ payerAccountSealed: sealed, payerAccountTail: tail },
      ...{ recordedBy: act.actor.accountId, recordedByName: act.actor.name, recordedAt: act.now },
    };
    await act.tx.insert(Receipt, receipt);
    return receipt;
  }
}
