import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { fen } from '#kernel';
import { type Act, CONFIG, type Config, Files } from '#platform';
import { digitsOf, openedNumber, sealedNumber, slipNumberOf } from './account-numbers.js';
import { Disbursement } from './disbursement.entity.js';
import type { PaidInput, RefusalInput, ReturnedInput } from './ledger.input.js';
import { type Holder, book } from './ledger.js';
import { ledgerRefusals } from './ledger.problems.js';
import { disbursementsOf, receiptsOf, unreturned } from './movements.queries.js';

/** How each kind is booked: what its approval is called, and the account in which it is owed until it is paid. */
const booked = {
  release: { approval: 'approve_release', owed: 'payable' },
  claim: { approval: 'approve_claim', owed: 'escrow' },
} as const;

/** To whom money goes, and why. */
export type Payee = Pick<Disbursement, 'payeeName' | 'payeeBank' | 'reason' | 'amountFen'> & { account: string };

/**
 * Money out, for any record: asked for by one, approved by another, booked twice: once as owed, once as paid. Whose money it is
 * takes its own steps around these; the database keeps that two persons pay, and what was asked for.
 */
@Injectable()
export class Disbursements {
  constructor(
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks to pay so much back to the accounts it came from, the oldest receipt first. */
  async release(
    act: Act,
    holder: Holder,
    { amountFen, ...asked }: Pick<Disbursement, 'amountFen' | 'reason' | 'tranche'>,
  ): Promise<void> {
    let left = amountFen as number;
    for (const { receipt, free } of unreturned(
      await receiptsOf(act.tx, holder),
      await disbursementsOf(act.tx, holder),
    )) {
      const part = fen(Math.min(left, free));
      left -= part;
      if (part <= 0) continue;
      const { id: receiptId, payerName: payeeName, payerBank: payeeBank } = receipt;
      const account = openedNumber(this.config, 'receipt', receiptId, receipt.payerAccountSealed);
      const payee = { payeeName, payeeBank, account, amountFen: part };
      await this.ask(act, holder, { ...asked, ...payee, kind: 'release', receiptId });
    }
    if (left > 0) throw ledgerRefusals.noSource(fen(left));
  }

  /** Asks to pay somebody else from what is held. */
  async claim(act: Act, holder: Holder, payee: Payee): Promise<void> {
    await this.ask(act, holder, { ...payee, kind: 'claim' });
  }

  /** Approves what another asked for; from here on it is owed. */
  async approve(act: Act, holder: Holder, { id, kind, amountFen }: Disbursement): Promise<void> {
    const { approval, owed: credit } = booked[kind];
    await book(act, { kind: approval, holder, debit: 'held', credit, amountFen });
    const { accountId: approvedBy, name: approvedByName } = act.actor;
    await act.keep(Disbursement, id, { approvedBy, approvedByName, approvedAt: act.now });
  }

  async refuse(act: Act, { id }: Disbursement, { reason: refusal }: RefusalInput): Promise<void> {
    await act.keep(Disbursement, id, { refusedBy: act.actor.accountId, refusedAt: act.now, refusal });
  }

  /** Keeps the slip of the payment and books it. */
  async payOut(
    act: Act,
    holder: Holder,
    disbursement: Disbursement,
    { paidOn, scan, ...slip }: PaidInput,
  ): Promise<void> {
    const { id, kind, amountFen } = disbursement;
    const { subject, subjectId } = holder;
    const slipNumber = slipNumberOf(slip.slipNumber);
    const evidence = await this.files.attach(act, scan, { subject, subjectId, kind: 'bank-slip-out' });
    await book(act, {
      ...{ kind: 'pay_out', holder, slipNumber, bookedOn: paidOn },
      ...{ debit: booked[kind].owed, credit: 'bank', amountFen },
    });
    const proof = { slipNumber, paidOn, scanId: evidence.id, paidBy: act.actor.accountId, paidAt: act.now };
    await act.keep(Disbursement, id, proof);
  }

  /**
   * The bank sent a payment back: it is held again, by a booking of its own, and leaves only as money ever leaves, asked for by
   * one and approved by another. What was booked and paid before stays as it was.
   */
  async takeBack(
    act: Act,
    holder: Holder,
    { id, slipNumber, amountFen }: Disbursement,
    { returnedOn, reason: returnReason }: ReturnedInput,
  ): Promise<void> {
    await book(act, {
      ...{ kind: 'returned', holder, slipNumber: slipNumber ?? '', bookedOn: returnedOn },
      ...{ debit: 'bank', credit: 'held', amountFen },
    });
    await act.keep(Disbursement, id, {
      returnedOn,
      returnReason,
      returnedBy: act.actor.accountId,
      returnedAt: act.now,
    });
  }

  private async ask({ tx, actor, now }: Act, { subject, subjectId }: Holder, asked: Asked): Promise<void> {
    if (actor.accountId === null && (actor.kind !== 'clock' || asked.kind !== 'release'))
      throw new Error('Money is asked for by somebody, or goes back by a rule.');
    const id = randomUUID();
    const { account, ...row } = asked;
    const { sealed, tail } = sealedNumber(this.config, 'disbursement', id, digitsOf(account));
    await tx.insert(Disbursement, {
      ...{ id, subject, subjectId, ...row, payeeAccountSealed: sealed, payeeAccountTail: tail },
      ...{ requestedBy: actor.accountId, requestedByName: actor.name, requestedAt: now },
    });
  }
}

type Asked = Payee & Pick<Disbursement, 'kind'> & Partial<Pick<Disbursement, 'tranche' | 'receiptId'>>;
