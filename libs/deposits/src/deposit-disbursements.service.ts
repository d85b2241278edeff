import { Injectable } from '@nestjs/common';
import { type Fen, fen, yuan } from '#kernel';
import { Disbursements, type PaidInput, type RefusalInput, type ReturnedInput } from '#ledger';
import {
  approvedUnpaid,
  disbursementsOf,
  ledgerRefusals,
  paid,
  slipNumberOf,
  spokenFor,
  sumsOf,
  unanswered,
} from '#ledger';
import type { Act } from '#platform';
import type { ClaimInput, ReleaseInput } from './deposit.input.js';
import { depositRefusals } from './deposit.problems.js';
import type { DepositFacts } from './deposit.facts.js';
import { depositWorkflow } from './deposit.workflow.js';
import { holderOf } from './deposits.queries.js';

/** The steps that a deposit takes around each kind of disbursement. */
const steps = {
  release: {
    approve: 'approve_release',
    refuse: 'refuse_release',
    record: 'record_release',
    sendBack: 'return_release',
  },
  claim: { approve: 'approve_claim', refuse: 'refuse_claim', record: 'record_claim', sendBack: 'return_claim' },
} as const;

/** What of a deposit leaves: a part of the schedule or the rest to who paid it, a claim to who was harmed. */
@Injectable()
export class DepositDisbursements {
  constructor(private readonly disbursements: Disbursements) {}

  async release(act: Act, facts: DepositFacts, { amount, reason }: ReleaseInput): Promise<void> {
    const holder = holderOf(facts.record);
    const free = fen(facts.heldFen - spokenFor(await disbursementsOf(act.tx, holder)));
    const { amountFen, tranche } = shareToRelease(facts, amount === undefined ? null : yuan(amount), free);
    if (facts.record.state === 'held') await act.take(depositWorkflow, facts, 'begin_release', { remark: reason });
    await act.take(depositWorkflow, facts, 'request_release', { remark: reason, detail: { amountFen, tranche } });
    if (amountFen > free || amountFen <= 0) throw ledgerRefusals.lessToRelease(free);
    await this.disbursements.release(act, holder, { amountFen, tranche, reason });
  }

  /** Asks to pay from the deposit what the transferee owes: unpaid rent, land not restored. */
  async claim(act: Act, facts: DepositFacts, { amount, payeeAccount: account, ...asked }: ClaimInput): Promise<void> {
    const { reason, payeeName } = asked;
    const amountFen = yuan(amount);
    if (amountFen > facts.heldFen) throw ledgerRefusals.lessHeld(fen(facts.heldFen));
    await act.take(depositWorkflow, facts, 'claim', { remark: reason, detail: { amountFen, payeeName } });
    await this.disbursements.claim(act, holderOf(facts.record), { ...asked, amountFen, account });
  }

  /** Approves what another asked for; from here on it is owed. */
  async approve(act: Act, facts: DepositFacts): Promise<void> {
    const asked = unanswered(facts);
    await act.take(depositWorkflow, facts, steps[asked.kind].approve, { detail: { amountFen: asked.amountFen } });
    await this.disbursements.approve(act, holderOf(facts.record), asked);
  }

  async refuse(act: Act, facts: DepositFacts, input: RefusalInput): Promise<void> {
    const asked = unanswered(facts);
    await act.take(depositWorkflow, facts, steps[asked.kind].refuse, { remark: input.reason });
    await this.disbursements.refuse(act, asked, input);
  }

  /** Records the slip of the payment. The last of a release ends the deposit. */
  async payOut(act: Act, facts: DepositFacts, input: PaidInput): Promise<void> {
    const owed = approvedUnpaid(facts);
    const holder = holderOf(facts.record);
    const detail = { slipNumber: slipNumberOf(input.slipNumber), paidOn: input.paidOn, amountFen: owed.amountFen };
    await act.take(depositWorkflow, facts, steps[owed.kind].record, { detail });
    await this.disbursements.payOut(act, holder, owed, input);
    const after: DepositFacts = { ...facts, ...(await sumsOf(act.tx, holder)) };
    if (owed.kind === 'release' && after.heldFen === 0 && after.openDisbursements === 0)
      await act.take(depositWorkflow, after, 'finish_release');
  }

  /** The bank sent a payment back: it is held again, and leaves only as money ever leaves. */
  async takeBack(act: Act, facts: DepositFacts, input: ReturnedInput): Promise<void> {
    const gone = paid(facts);
    const { amountFen, slipNumber } = gone;
    const told = { remark: input.reason, detail: { amountFen, slipNumber } };
    await act.take(depositWorkflow, facts, steps[gone.kind].sendBack, told);
    await this.disbursements.takeBack(act, holderOf(facts.record), gone, input);
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
}

/** The asked amount or all that is left once the transfer is over; before, the part that is due, whole. */
export function shareToRelease(
  { record, partDue }: Pick<DepositFacts, 'record' | 'partDue'>,
  asked: Fen | null,
  free: Fen,
): { amountFen: Fen; tranche: number | null } {
  if (record.calledOffAt !== null || partDue === null) return { amountFen: asked ?? free, tranche: null };
  if (asked !== null && asked !== partDue.amountFen) throw depositRefusals.wholePart(partDue.amountFen);
  return { amountFen: fen(Math.min(partDue.amountFen, free)), tranche: partDue.ordinal };
}
