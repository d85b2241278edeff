import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Fen, fen, inPhase, yuan } from '#kernel';
import { type Act, CONFIG, type Config, Deadlines, Files, seal } from '#platform';
import { DepositPayment } from './deposit-payment.entity.js';
import type { PaymentInput } from './deposit.input.js';
import { depositRefusals } from './deposit.problems.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { book } from './ledger.js';

/** Money in: one slip, one payment, one booking. */
@Injectable()
export class DepositPayments {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Records a slip. Part of the amount keeps the clock that runs; the whole of it ends the waiting. */
  async pay(act: Act, facts: DepositFacts, input: PaymentInput): Promise<void> {
    const [amountFen, slipNumber] = [yuan(input.amount), slipNumberOf(input.slipNumber)];
    checkSlip(facts, amountFen, input.payerName);
    const about = { subject: 'deposit', subjectId: facts.record.id, kind: 'bank-slip' };
    const evidence = await this.files.attach(act, input.scan, about);
    const transactionId = await book(act, {
      ...{ kind: 'pay_in', deposit: facts.record, slipNumber },
      ...{ debit: 'bank', credit: 'held', amountFen, bookedOn: input.paidOn },
    });
    await this.keep(act, facts, input, { amountFen, slipNumber, scanId: evidence.id, transactionId });
    await this.step(act, facts, amountFen, slipNumber);
  }

  private async keep(
    act: Act,
    { record }: DepositFacts,
    { payerName, payerBank, payerAccount, paidOn }: PaymentInput,
    booked: Pick<DepositPayment, 'amountFen' | 'slipNumber' | 'scanId' | 'transactionId'>,
  ): Promise<void> {
    const id = randomUUID();
    const account = digitsOf(payerAccount);
    await act.tx.insert(DepositPayment, {
      ...{ id, depositId: record.id, ...booked, payerName, payerBank, paidOn },
      payerAccountSealed: seal(this.config.secretKey, account, `deposit_payment ${id}`),
      payerAccountTail: account.slice(-4),
      ...{ recordedBy: act.actor.accountId, recordedByName: act.actor.name, recordedAt: act.now },
    });
  }

  private async step(act: Act, facts: DepositFacts, amountFen: Fen, slipNumber: string): Promise<void> {
    const after = { ...facts, heldFen: facts.heldFen + amountFen, paidFen: facts.paidFen + amountFen };
    const running = await this.deadlines.running(act.tx, 'deposit', facts.record.id);
    const how = after.heldFen < facts.record.amountFen ? 'pay_part' : 'pay_rest';
    await act.take(depositWorkflow, after, how, {
      // 分几次缴不延长期限：仍从通知那天算起。
      startDay: running?.start ?? facts.record.requestedOn,
      detail: { slipNumber, amountFen },
    });
  }
}

/** One spelling of a slip's number, of an account and of a name, whichever keyboard typed them. */
export const slipNumberOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
export const digitsOf = (text: string): string => text.replace(/[\s-]/g, '');
const plainName = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function checkSlip({ record, heldFen }: DepositFacts, amountFen: Fen, payerName: string): void {
  if (plainName(payerName) !== plainName(record.payerName)) {
    throw depositRefusals.otherPayer(payerName, record.payerName);
  }
  const open = fen(record.amountFen - heldFen);
  if (inPhase(depositWorkflow, record.state, 'asked') && amountFen > open) {
    throw depositRefusals.tooMuch(open, fen(amountFen - open));
  }
}
