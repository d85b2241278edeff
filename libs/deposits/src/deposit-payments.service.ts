import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Day, type Fen, dayOf, fen, formatDay, formatYuan, inPhase } from '#kernel';
import {
  actWithin,
  CONFIG,
  type Config,
  Deadlines,
  Files,
  type Received,
  Steps,
  type Tx,
  inputProblem,
  seal,
} from '#platform';
import type { Deposit } from './deposit.entity.js';
import { DepositPayment } from './deposit-payment.entity.js';
import { depositProblems } from './deposit.problems.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { depositFacts } from './deposits.queries.js';
import { book } from './ledger.js';

/** A bank slip, as the finance desk types it off. */
export interface Slip {
  slipNumber: string;
  amountFen: Fen;
  payerName: string;
  payerBank: string;
  payerAccount: string;
  paidOn: Day;
}

/** Money in: one slip, one payment, one booking. */
@Injectable()
export class DepositPayments {
  constructor(
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Records a slip. Part of the amount keeps the clock that runs; the whole of it ends the waiting. */
  async payIn(tx: Tx, id: string, slip: Slip, scan: Received, actor: Actor, now: Date): Promise<Deposit> {
    const facts = await depositFacts(tx, id);
    if (!facts) throw depositProblems.notFound();
    checkSlip(facts, slip, now);
    const paymentId = randomUUID();
    const transactionId = randomUUID();
    const about = { subject: 'deposit', subjectId: id, kind: 'bank-slip' };
    const evidence = await this.files.attach(actWithin(tx, actor, now), scan, about);
    const description = `缴入风险保障金，回单 ${slip.slipNumber}`;
    const booking = {
      id: transactionId,
      kind: 'pay_in',
      deposit: facts.record,
      description,
      bookedOn: slip.paidOn,
    } as const;
    await book(tx, { ...booking, debit: 'bank', credit: 'held', amountFen: slip.amountFen }, actor, now);
    await tx.insert(DepositPayment, {
      id: paymentId,
      depositId: id,
      slipNumber: slip.slipNumber,
      amountFen: slip.amountFen,
      payerName: slip.payerName,
      payerBank: slip.payerBank,
      payerAccountSealed: seal(this.config.secretKey, slip.payerAccount, `deposit_payment ${paymentId}`),
      payerAccountTail: slip.payerAccount.slice(-4),
      paidOn: slip.paidOn,
      scanId: evidence.id,
      transactionId,
      recordedBy: actor.accountId,
      recordedByName: actor.name,
      recordedAt: now,
    });
    return this.step(tx, facts, slip, actor, now);
  }

  private async step(tx: Tx, facts: DepositFacts, slip: Slip, actor: Actor, now: Date): Promise<Deposit> {
    const after = { ...facts, heldFen: facts.heldFen + slip.amountFen, paidFen: facts.paidFen + slip.amountFen };
    const running = await this.deadlines.running(tx, 'deposit', facts.record.id);
    const how = after.heldFen < facts.record.amountFen ? 'pay_part' : 'pay_rest';
    await this.steps.take(tx, depositWorkflow, after, how, actor, {
      now,
      // 分几次缴不延长期限：仍从通知那天算起。
      startDay: running?.start ?? facts.record.requestedOn,
      detail: { slipNumber: slip.slipNumber, amountFen: slip.amountFen },
    });
    return facts.record;
  }
}

/** One spelling of a slip's number and of a name, whichever keyboard typed them. */
export const slipNumberOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const plainName = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function checkSlip({ record, heldFen }: DepositFacts, slip: Slip, now: Date): void {
  if (slip.paidOn > dayOf(now)) {
    throw inputProblem([{ pointer: '#/paidOn', detail: `到账日不能晚于今天（${formatDay(dayOf(now))}）。` }]);
  }
  if (plainName(slip.payerName) !== plainName(record.payerName)) {
    throw depositProblems.otherPayer({
      detail: `回单上的付款人是“${slip.payerName}”，受让方是“${record.payerName}”。`,
    });
  }
  const open = fen(record.amountFen - heldFen);
  if (inPhase(depositWorkflow, record.state, 'asked') && slip.amountFen > open) {
    const over = formatYuan(fen(slip.amountFen - open));
    throw depositProblems.tooMuch({ detail: `还应缴 ${formatYuan(open)} 元，回单多了 ${over} 元。` });
  }
}
