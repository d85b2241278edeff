import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Fen, fen, yuan } from '#kernel';
import { type Act, CONFIG, type Config, Files, seal, unseal } from '#platform';
import { DepositOutflow } from './deposit-outflow.entity.js';
import type { DepositPayment } from './deposit-payment.entity.js';
import { digitsOf, slipNumberOf } from './deposit-payments.service.js';
import type { ClaimInput, OutflowRefusalInput, PaidInput, ReleaseInput, ReturnedInput } from './deposit.input.js';
import { depositProblems, depositRefusals } from './deposit.problems.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { sumsOf } from './deposits.queries.js';
import { book } from './ledger.js';
import { promisedFen, releasedFrom } from './release.queries.js';

/** The steps the two kinds of outflow take, and the account in which they are owed until paid. */
const kinds = {
  release: {
    approve: 'approve_release',
    refuse: 'refuse_release',
    record: 'record_release',
    sendBack: 'return_release',
    owed: 'payable',
  },
  claim: {
    approve: 'approve_claim',
    refuse: 'refuse_claim',
    record: 'record_claim',
    sendBack: 'return_claim',
    owed: 'escrow',
  },
} as const;

/** Money out: asked for by one, approved by another, booked twice: once as owed, once as paid. */
@Injectable()
export class DepositOutflows {
  constructor(
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks to pay money back, to the accounts it came from, the oldest payment first. */
  async release(act: Act, facts: DepositFacts, { amount, reason }: ReleaseInput): Promise<void> {
    const { id } = facts.record;
    const free = fen(facts.heldFen - (await promisedFen(act.tx, id)));
    const { amountFen, tranche } = shareToRelease(facts, amount === undefined ? null : yuan(amount), free);
    if (facts.record.state === 'held') await act.take(depositWorkflow, facts, 'begin_release', { remark: reason });
    await act.take(depositWorkflow, facts, 'request_release', { remark: reason, detail: { amountFen, tranche } });
    if (amountFen > free || amountFen <= 0) throw depositRefusals.lessToRelease(free);
    let left = amountFen as number;
    for (const { payment, free: rest } of await releasedFrom(act.tx, id)) {
      const part = fen(Math.min(left, rest));
      if (part > 0) await this.askBack(act, { tranche, amountFen: part, reason }, payment);
      left -= part;
    }
    if (left > 0) throw depositRefusals.noSource(fen(left));
  }

  /** Asks to pay from the deposit what the transferee owes: unpaid rent, land not restored. */
  async claim(act: Act, facts: DepositFacts, { amount, payeeAccount, ...asked }: ClaimInput): Promise<void> {
    const { reason, payeeName } = asked;
    const amountFen = yuan(amount);
    if (amountFen > facts.heldFen) throw depositRefusals.lessHeld(fen(facts.heldFen));
    await act.take(depositWorkflow, facts, 'claim', { remark: reason, detail: { amountFen, payeeName } });
    const account = digitsOf(payeeAccount);
    await this.ask(act, { depositId: facts.record.id, kind: 'claim', amountFen, ...asked }, account);
  }

  /** Approves what another asked for; from here on it is owed. */
  async approve(act: Act, facts: DepositFacts): Promise<void> {
    const { id, kind, amountFen } = unanswered(facts);
    const { approve, owed: credit } = kinds[kind];
    await act.take(depositWorkflow, facts, approve, { detail: { amountFen } });
    await book(act, { kind: approve, deposit: facts.record, debit: 'held', credit, amountFen });
    const { accountId: approvedBy, name: approvedByName } = act.actor;
    await act.keep(DepositOutflow, id, { approvedBy, approvedByName, approvedAt: act.now });
  }

  async refuse(act: Act, facts: DepositFacts, { reason: refusal }: OutflowRefusalInput): Promise<void> {
    const { id, kind } = unanswered(facts);
    await act.take(depositWorkflow, facts, kinds[kind].refuse, { remark: refusal });
    await act.keep(DepositOutflow, id, { refusedBy: act.actor.accountId, refusedAt: act.now, refusal });
  }

  /** Records the slip of the payment. The last of a release ends the deposit. */
  async payOut(act: Act, facts: DepositFacts, { paidOn, scan, ...input }: PaidInput): Promise<void> {
    const { id, kind, amountFen } = approvedUnpaid(facts);
    const { record, owed: debit } = kinds[kind];
    const slipNumber = slipNumberOf(input.slipNumber);
    await act.take(depositWorkflow, facts, record, { detail: { slipNumber, paidOn, amountFen } });
    const about = { subject: 'deposit', subjectId: facts.record.id, kind: 'bank-slip-out' };
    const evidence = await this.files.attach(act, scan, about);
    await book(act, {
      ...{ kind: 'pay_out', deposit: facts.record, slipNumber, bookedOn: paidOn },
      ...{ debit, credit: 'bank', amountFen },
    });
    const proof = { slipNumber, paidOn, scanId: evidence.id, paidBy: act.actor.accountId, paidAt: act.now };
    await act.keep(DepositOutflow, id, proof);
    const after: DepositFacts = { ...facts, ...(await sumsOf(act.tx, facts.record)) };
    if (kind === 'release' && after.heldFen === 0 && after.openOutflows === 0)
      await act.take(depositWorkflow, after, 'finish_release');
  }

  /**
   * The bank sent a payment back: it is held again, by a booking of its own, and leaves only as money ever leaves, asked for by
   * one and approved by another. What was booked and paid before stays as it was.
   */
  async takeBack(act: Act, facts: DepositFacts, { returnedOn, reason }: ReturnedInput): Promise<void> {
    const { id, kind, amountFen, slipNumber } = paid(facts);
    await act.take(depositWorkflow, facts, kinds[kind].sendBack, { remark: reason, detail: { amountFen, slipNumber } });
    await book(act, {
      ...{ kind: 'returned', deposit: facts.record, slipNumber: slipNumber ?? '', bookedOn: returnedOn },
      ...{ debit: 'bank', credit: 'held', amountFen },
    });
    const returned = { returnedOn, returnReason: reason, returnedBy: act.actor.accountId, returnedAt: act.now };
    await act.keep(DepositOutflow, id, returned);
  }

  /** The rest stays with the town: after a part of a release, or after a claim that is not topped up. */
  async retain(act: Act, facts: DepositFacts): Promise<void> {
    await act.take(depositWorkflow, facts, facts.record.state === 'paid_out' ? 'keep_rest' : 'hold_rest');
  }

  async askTopup(act: Act, facts: DepositFacts): Promise<void> {
    await act.take(depositWorkflow, facts, 'ask_topup');
  }

  async useUp(act: Act, facts: DepositFacts): Promise<void> {
    await act.take(depositWorkflow, facts, 'use_up');
  }

  private async askBack(
    act: Act,
    asked: Pick<DepositOutflow, 'tranche' | 'amountFen' | 'reason'>,
    payment: DepositPayment,
  ): Promise<void> {
    const { depositId, id: paymentId, payerName: payeeName, payerBank: payeeBank } = payment;
    const account = unseal(this.config.secretKey, payment.payerAccountSealed, `deposit_payment ${paymentId}`);
    await this.ask(act, { ...asked, kind: 'release', depositId, paymentId, payeeName, payeeBank }, account);
  }

  private async ask({ tx, actor, now }: Act, asked: AskedOutflow, account: string): Promise<void> {
    if (actor.accountId === null) throw new Error('Money is asked for by somebody.');
    const id = randomUUID();
    await tx.insert(DepositOutflow, {
      ...{ id, ...asked },
      payeeAccountSealed: seal(this.config.secretKey, account, `deposit_outflow ${id}`),
      payeeAccountTail: account.slice(-4),
      ...{ requestedBy: actor.accountId, requestedByName: actor.name, requestedAt: now },
    });
  }
}

type AskedOutflow = Pick<DepositOutflow, 'depositId' | 'kind' | 'amountFen' | 'reason' | 'payeeName' | 'payeeBank'> &
  Partial<Pick<DepositOutflow, 'tranche' | 'paymentId'>>;

function named({ outflow }: DepositFacts): DepositOutflow {
  if (!outflow) throw depositProblems.noOutflow();
  return outflow;
}

function unanswered(facts: DepositFacts): DepositOutflow {
  const outflow = named(facts);
  if (outflow.approvedAt !== null || outflow.refusedAt !== null) throw depositProblems.answered();
  return outflow;
}

function approvedUnpaid(facts: DepositFacts): DepositOutflow {
  const outflow = named(facts);
  if (outflow.paidAt !== null) throw depositProblems.answered();
  if (outflow.approvedAt === null) throw depositRefusals.notApproved();
  return outflow;
}

function paid(facts: DepositFacts): DepositOutflow {
  const outflow = named(facts);
  if (outflow.returnedAt !== null) throw depositRefusals.returnKnown();
  if (outflow.paidAt === null) throw depositRefusals.notPaid();
  return outflow;
}

/** The asked amount or all that is left once the transfer is over; before, the part that is due, whole. */
function shareToRelease(
  { record, partDue }: DepositFacts,
  asked: Fen | null,
  free: Fen,
): { amountFen: Fen; tranche: number | null } {
  if (record.calledOffAt !== null || partDue === null) return { amountFen: asked ?? free, tranche: null };
  if (asked !== null && asked !== partDue.amountFen) throw depositRefusals.wholePart(partDue.amountFen);
  return { amountFen: fen(Math.min(partDue.amountFen, free)), tranche: partDue.ordinal };
}
