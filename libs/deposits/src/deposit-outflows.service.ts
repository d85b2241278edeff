import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Fen, fen, formatYuan } from '#kernel';
import { actWithin, CONFIG, type Config, Files, Steps, type Tx, seal, unseal } from '#platform';
import { DepositOutflow } from './deposit-outflow.entity.js';
import type { DepositPayment } from './deposit-payment.entity.js';
import {
  type ClaimRequest,
  type PaidOut,
  type ReleaseRequest,
  type SentBack,
  askedBy,
} from './deposit-outflow.requests.js';
import { depositProblems } from './deposit.problems.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { depositFacts, sumsOf } from './deposits.queries.js';
import { book } from './ledger.js';
import { promisedFen, releasedFrom } from './release.queries.js';

/** What the two kinds of outflow are called, the steps they take, and the account in which they are owed until paid. */
const kinds = {
  release: {
    approve: 'approve_release',
    refuse: 'refuse_release',
    record: 'record_release',
    sendBack: 'return_release',
    owed: 'payable',
    approved: '批准退还风险保障金',
  },
  claim: {
    approve: 'approve_claim',
    refuse: 'refuse_claim',
    record: 'record_claim',
    sendBack: 'return_claim',
    owed: 'escrow',
    approved: '批准动用风险保障金',
  },
} as const;

/** Money out: asked for by one, approved by another, booked twice: once as owed, once as paid. */
@Injectable()
export class DepositOutflows {
  constructor(
    private readonly steps: Steps,
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks to pay money back, to the accounts it came from, the oldest payment first. */
  async requestRelease(tx: Tx, id: string, asked: ReleaseRequest, actor: Actor, now: Date): Promise<void> {
    const facts = await this.locked(tx, id);
    const free = fen(facts.heldFen - (await promisedFen(tx, id)));
    const { amountFen, tranche } = shareToRelease(facts, asked.amountFen, free);
    if (facts.record.state === 'held')
      await this.steps.take(tx, depositWorkflow, facts, 'begin_release', actor, { now, remark: asked.reason });
    const detail = { amountFen, tranche };
    await this.steps.take(tx, depositWorkflow, facts, 'request_release', actor, { now, remark: asked.reason, detail });
    if (amountFen > free || amountFen <= 0)
      throw depositProblems.notEnough({ detail: `还能退 ${formatYuan(free)} 元。` });
    let left = amountFen as number;
    for (const { payment, free: rest } of await releasedFrom(tx, id)) {
      const part = fen(Math.min(left, rest));
      if (part > 0)
        await this.askBack(
          tx,
          { kind: 'release', tranche, amountFen: part, reason: asked.reason },
          payment,
          actor,
          now,
        );
      left -= part;
    }
    if (left > 0) throw depositProblems.notEnough({ detail: `按原账户退，还差 ${formatYuan(fen(left))} 元没有来处。` });
  }

  /** Asks to pay from the deposit what the transferee owes: unpaid rent, land not restored. */
  async requestClaim(tx: Tx, id: string, asked: ClaimRequest, actor: Actor, now: Date): Promise<void> {
    const facts = await this.locked(tx, id);
    if (asked.amountFen > facts.heldFen)
      throw depositProblems.notEnough({ detail: `账上有 ${formatYuan(fen(facts.heldFen))} 元。` });
    const detail = { amountFen: asked.amountFen, payeeName: asked.payeeName };
    await this.steps.take(tx, depositWorkflow, facts, 'claim', actor, { now, remark: asked.reason, detail });
    const outflowId = randomUUID();
    await tx.insert(DepositOutflow, {
      id: outflowId,
      depositId: id,
      kind: 'claim',
      amountFen: asked.amountFen,
      reason: asked.reason,
      payeeName: asked.payeeName,
      payeeBank: asked.payeeBank,
      payeeAccountSealed: this.sealed(outflowId, asked.payeeAccount),
      payeeAccountTail: asked.payeeAccount.slice(-4),
      ...askedBy(actor, now),
    });
  }

  /** Approves what another asked for; from here on it is owed. */
  async approve(tx: Tx, id: string, outflowId: string, actor: Actor, now: Date): Promise<void> {
    const { facts, outflow } = await this.unanswered(tx, id, outflowId);
    const { approve, approved, owed } = kinds[outflow.kind];
    const { amountFen } = outflow;
    await this.steps.take(tx, depositWorkflow, facts, approve, actor, { now, detail: { amountFen } });
    const booking = { id: randomUUID(), kind: approve, deposit: facts.record, description: approved } as const;
    await book(tx, { ...booking, debit: 'held', credit: owed, amountFen }, actor, now);
    const answer = { approvedBy: actor.accountId, approvedByName: actor.name, approvedAt: now };
    await tx.update(DepositOutflow, { id: outflowId }, answer);
  }

  async refuse(tx: Tx, id: string, outflowId: string, refusal: string, actor: Actor, now: Date): Promise<void> {
    const { facts, outflow } = await this.unanswered(tx, id, outflowId);
    await this.steps.take(tx, depositWorkflow, facts, kinds[outflow.kind].refuse, actor, { now, remark: refusal });
    await tx.update(DepositOutflow, { id: outflowId }, { refusedBy: actor.accountId, refusedAt: now, refusal });
  }

  /** Records the slip of the payment. The last of a release ends the deposit. */
  async recordPaid(tx: Tx, id: string, outflowId: string, paid: PaidOut, actor: Actor, now: Date): Promise<void> {
    const { facts, outflow } = await this.approvedUnpaid(tx, id, outflowId);
    const { record, owed } = kinds[outflow.kind];
    const { slipNumber, paidOn, scan } = paid;
    const { amountFen } = outflow;
    await this.steps.take(tx, depositWorkflow, facts, record, actor, {
      now,
      detail: { slipNumber, paidOn, amountFen },
    });
    const about = { subject: 'deposit', subjectId: id, kind: 'bank-slip-out' };
    const evidence = await this.files.attach(actWithin(tx, actor, now), scan, about);
    const words = { description: `付出，回单 ${slipNumber}`, bookedOn: paidOn };
    const booking = { id: randomUUID(), kind: 'pay_out', deposit: facts.record, ...words } as const;
    await book(tx, { ...booking, debit: owed, credit: 'bank', amountFen }, actor, now);
    const proof = { slipNumber, paidOn, scanId: evidence.id, paidBy: actor.accountId, paidAt: now };
    await tx.update(DepositOutflow, { id: outflowId }, proof);
    const after: DepositFacts = { ...facts, ...(await sumsOf(tx, facts.record)) };
    if (outflow.kind === 'release' && after.heldFen === 0 && after.openOutflows === 0) {
      await this.steps.take(tx, depositWorkflow, after, 'finish_release', actor, { now });
    }
  }

  /**
   * The bank sent a payment back: it is held again, by a booking of its own, and leaves only as money ever leaves, asked for by
   * one and approved by another. What was booked and paid before stays as it was.
   */
  async recordReturned(tx: Tx, id: string, outflowId: string, back: SentBack, actor: Actor, now: Date): Promise<void> {
    const { facts, outflow } = await this.paid(tx, id, outflowId);
    const { amountFen, slipNumber } = outflow;
    const told = { now, remark: back.reason, detail: { amountFen, slipNumber } };
    await this.steps.take(tx, depositWorkflow, facts, kinds[outflow.kind].sendBack, actor, told);
    const words = { description: `银行退回，原回单 ${slipNumber}`, bookedOn: back.returnedOn };
    const booking = { id: randomUUID(), kind: 'returned', deposit: facts.record, ...words } as const;
    await book(tx, { ...booking, debit: 'bank', credit: 'held', amountFen }, actor, now);
    const returned = { returnedOn: back.returnedOn, returnReason: back.reason, returnedBy: actor.accountId };
    await tx.update(DepositOutflow, { id: outflowId }, { ...returned, returnedAt: now });
  }

  /** What happens to the rest after a part was paid out. */
  async settle(
    tx: Tx,
    id: string,
    how: 'hold_rest' | 'ask_topup' | 'keep_rest' | 'use_up',
    actor: Actor,
    now: Date,
  ): Promise<void> {
    await this.steps.take(tx, depositWorkflow, await this.locked(tx, id), how, actor, { now });
  }

  private async locked(tx: Tx, id: string, requestedBy: string | null = null): Promise<DepositFacts> {
    const facts = await depositFacts(tx, id, requestedBy);
    if (!facts) throw depositProblems.notFound();
    return facts;
  }

  private async unanswered(tx: Tx, id: string, outflowId: string): Promise<OutflowFacts> {
    const found = await this.outflow(tx, id, outflowId);
    const { approvedAt, refusedAt } = found.outflow;
    if (approvedAt !== null || refusedAt !== null) throw depositProblems.answered();
    return found;
  }

  private async approvedUnpaid(tx: Tx, id: string, outflowId: string): Promise<OutflowFacts> {
    const found = await this.outflow(tx, id, outflowId);
    const { approvedAt, paidAt } = found.outflow;
    if (paidAt !== null) throw depositProblems.answered();
    if (approvedAt === null) throw depositProblems.answered({ detail: '这笔付款还没有批准。' });
    return found;
  }

  private async paid(tx: Tx, id: string, outflowId: string): Promise<OutflowFacts> {
    const found = await this.outflow(tx, id, outflowId);
    const { paidAt, returnedAt } = found.outflow;
    if (returnedAt !== null) throw depositProblems.answered({ detail: '这笔退回已经登记过了。' });
    if (paidAt === null) throw depositProblems.answered({ detail: '这笔付款还没有付出，谈不上退回。' });
    return found;
  }

  /** Locks the deposit first: two who answer at once come one after the other. */
  private async outflow(tx: Tx, id: string, outflowId: string): Promise<OutflowFacts> {
    const facts = await this.locked(tx, id);
    const outflow = await tx.findOneBy(DepositOutflow, { id: outflowId, depositId: id });
    if (!outflow) throw depositProblems.noOutflow();
    return { facts: { ...facts, requestedBy: outflow.requestedBy }, outflow };
  }

  private async askBack(
    tx: Tx,
    asked: Pick<DepositOutflow, 'kind' | 'tranche' | 'amountFen' | 'reason'>,
    payment: DepositPayment,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const id = randomUUID();
    const account = unseal(this.config.secretKey, payment.payerAccountSealed, `deposit_payment ${payment.id}`);
    await tx.insert(DepositOutflow, {
      id,
      depositId: payment.depositId,
      ...asked,
      paymentId: payment.id,
      payeeName: payment.payerName,
      payeeBank: payment.payerBank,
      payeeAccountSealed: this.sealed(id, account),
      payeeAccountTail: payment.payerAccountTail,
      ...askedBy(actor, now),
    });
  }

  private sealed(outflowId: string, account: string): string {
    return seal(this.config.secretKey, account, `deposit_outflow ${outflowId}`);
  }
}

interface OutflowFacts {
  facts: DepositFacts;
  outflow: DepositOutflow;
}

/** The asked amount or all that is left once the transfer is over; before, the part that is due, whole. */
function shareToRelease(
  { record, partDue }: DepositFacts,
  asked: Fen | null,
  free: Fen,
): { amountFen: Fen; tranche: number | null } {
  if (record.calledOffAt !== null || partDue === null) return { amountFen: asked ?? free, tranche: null };
  if (asked !== null && asked !== partDue.amountFen)
    throw depositProblems.wholePart({ detail: `这一期是 ${formatYuan(partDue.amountFen)} 元。` });
  return { amountFen: fen(Math.min(partDue.amountFen, free)), tranche: partDue.ordinal };
}
