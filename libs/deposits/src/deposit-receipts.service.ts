import { Injectable } from '@nestjs/common';
import { fen, inPhase, sameName, yuan } from '#kernel';
import { type ReceiptInput, Receipts } from '#ledger';
import { type Act, Deadlines } from '#platform';
import { depositRefusals } from './deposit.problems.js';
import type { DepositFacts } from './deposit.facts.js';
import { depositWorkflow } from './deposit.workflow.js';
import { holderOf } from './deposits.queries.js';

/** Money in: one slip, one receipt, one booking. */
@Injectable()
export class DepositReceipts {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly receipts: Receipts,
  ) {}

  /** Records a slip. Part of the amount keeps the clock that runs; the whole of it ends the waiting. */
  async pay(act: Act, facts: DepositFacts, input: ReceiptInput): Promise<void> {
    checkSlip(facts, input);
    const { record } = facts;
    const { amountFen, slipNumber } = await this.receipts.record(act, holderOf(record), input);
    const after = { ...facts, heldFen: facts.heldFen + amountFen, paidFen: facts.paidFen + amountFen };
    const running = await this.deadlines.running(act.tx, 'deposit', record.id);
    await act.take(depositWorkflow, after, after.heldFen < record.amountFen ? 'pay_part' : 'pay_rest', {
      // 分几次缴不延长期限：仍从通知那天算起。
      startDay: running?.start ?? record.requestedOn,
      detail: { slipNumber, amountFen },
    });
  }
}

function checkSlip({ record, heldFen }: DepositFacts, { payerName, amount }: ReceiptInput): void {
  if (!sameName(payerName, record.payerName)) {
    throw depositRefusals.otherPayer(payerName, record.payerName);
  }
  const [amountFen, open] = [yuan(amount), fen(record.amountFen - heldFen)];
  if (inPhase(depositWorkflow, record.state, 'asked') && amountFen > open) {
    throw depositRefusals.tooMuch(open, fen(amountFen - open));
  }
}
