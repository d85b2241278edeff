import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Fen, fen, formatYuan } from '#kernel';
import { CONFIG, type Config, Files, type Received, Steps, type Tx, seal, unseal } from '#platform';
import { DepositOutflow } from './deposit-outflow.entity.js';
import { DepositPayment } from './deposit-payment.entity.js';
import { type ClaimRequest, type PaidOut, type ReleaseRequest, askedBy } from './deposit-outflow.requests.js';
import { depositProblems } from './deposit.problems.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { depositFacts, sumsOf } from './deposits.queries.js';
import { book } from './ledger.js';

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
    if (facts.record.state === 'held') {
      await this.steps.take(tx, depositWorkflow, facts, 'begin_release', actor, { now, remark: asked.reason });
    }
    const free = fen(facts.heldFen - (await this.promised(tx, id)));
    const { amountFen, tranche } = await this.part(tx, id, asked.amountFen, free);
    if (amountFen > free || amountFen <= 0)
      throw depositProblems.notEnough({ detail: `还能退 ${formatYuan(free)} 元。` });
    const detail = { amountFen, tranche };
    await this.steps.take(tx, depositWorkflow, facts, 'request_release', actor, { now, remark: asked.reason, detail });
    let left = amountFen as number;
    for (const { payment, free: rest } of await this.sources(tx, id)) {
      const amount = fen(Math.min(left, rest));
      if (amount > 0)
        await this.keep(tx, { kind: 'release', tranche, amountFen: amount, reason: asked.reason }, payment, actor, now);
      left -= amount;
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
    const { facts, outflow } = await this.open(tx, id, outflowId);
    const step = outflow.kind === 'release' ? 'approve_release' : 'approve_claim';
    await this.steps.take(tx, depositWorkflow, facts, step, actor, { now, detail: { amountFen: outflow.amountFen } });
    const credit = outflow.kind === 'release' ? 'payable' : 'escrow';
    const description = outflow.kind === 'release' ? '批准退还风险保障金' : '批准动用风险保障金';
    const booking = { id: randomUUID(), kind: step, deposit: facts.record, description } as const;
    await book(tx, { ...booking, debit: 'held', credit, amountFen: outflow.amountFen }, actor, now);
    await tx.update(
      DepositOutflow,
      { id: outflowId },
      { approvedBy: actor.accountId, approvedByName: actor.name, approvedAt: now },
    );
  }

  async refuse(tx: Tx, id: string, outflowId: string, refusal: string, actor: Actor, now: Date): Promise<void> {
    const { facts, outflow } = await this.open(tx, id, outflowId);
    const step = outflow.kind === 'release' ? 'refuse_release' : 'refuse_claim';
    await this.steps.take(tx, depositWorkflow, facts, step, actor, { now, remark: refusal });
    await tx.update(DepositOutflow, { id: outflowId }, { refusedBy: actor.accountId, refusedAt: now, refusal });
  }

  /** Records the slip of the payment. The last of a release ends the deposit. */
  async recordPaid(
    tx: Tx,
    id: string,
    outflowId: string,
    paid: PaidOut,
    scan: Received,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const { facts, outflow } = await this.open(tx, id, outflowId, true);
    const step = outflow.kind === 'release' ? 'record_release' : 'record_claim';
    const debit = outflow.kind === 'release' ? 'payable' : 'escrow';
    await this.steps.take(tx, depositWorkflow, facts, step, actor, {
      now,
      detail: { ...paid, amountFen: outflow.amountFen },
    });
    const evidence = await this.files.attach(
      tx,
      scan,
      { subject: 'deposit', subjectId: id, kind: 'bank-slip-out' },
      actor,
      now,
    );
    const description = `付出，回单 ${paid.slipNumber}`;
    const booking = {
      id: randomUUID(),
      kind: 'pay_out',
      deposit: facts.record,
      description,
      bookedOn: paid.paidOn,
    } as const;
    await book(tx, { ...booking, debit, credit: 'bank', amountFen: outflow.amountFen }, actor, now);
    const proof = { slipNumber: paid.slipNumber, paidOn: paid.paidOn, scanId: evidence.id };
    await tx.update(DepositOutflow, { id: outflowId }, { ...proof, paidBy: actor.accountId, paidAt: now });
    const after: DepositFacts = { ...facts, ...(await sumsOf(tx, facts.record)) };
    if (outflow.kind === 'release' && after.heldFen === 0 && after.openOutflows === 0) {
      await this.steps.take(tx, depositWorkflow, after, 'finish_release', actor, { now });
    }
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

  private async open(
    tx: Tx,
    id: string,
    outflowId: string,
    approved = false,
  ): Promise<{ facts: DepositFacts; outflow: DepositOutflow }> {
    await this.locked(tx, id);
    const outflow = await tx.findOneBy(DepositOutflow, { id: outflowId, depositId: id });
    if (!outflow) throw depositProblems.noOutflow();
    const over = outflow.paidAt !== null || outflow.refusedAt !== null || (outflow.approvedAt !== null) !== approved;
    if (over)
      throw depositProblems.answered({
        detail: approved && outflow.paidAt === null ? '这笔付款还没有批准。' : '这笔付款已经办过了。',
      });
    return { facts: await this.locked(tx, id, outflow.requestedBy), outflow };
  }

  /** What is asked for and not yet answered still stands in `held`, but is spoken for. */
  private async promised(tx: Tx, id: string): Promise<number> {
    const rows: { sum: number }[] = await tx.query(
      `SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM deposit_outflow
       WHERE deposit_id = $1 AND approved_at IS NULL AND refused_at IS NULL`,
      [id],
    );
    return rows[0]?.sum ?? 0;
  }

  private async part(
    tx: Tx,
    id: string,
    amountFen: Fen | null,
    free: Fen,
  ): Promise<{ amountFen: Fen; tranche: number | null }> {
    if (amountFen !== null) return { amountFen, tranche: null };
    const rows: { ordinal: number; amountFen: Fen; last: boolean }[] = await tx.query(
      `SELECT ordinal, amount_fen AS "amountFen", ordinal = (SELECT max(ordinal) FROM deposit_tranche WHERE deposit_id = $1) AS last
       FROM deposit_tranche t WHERE deposit_id = $1
         AND NOT EXISTS (SELECT 1 FROM deposit_outflow o WHERE o.deposit_id = $1 AND o.tranche = t.ordinal AND o.refused_at IS NULL)
       ORDER BY ordinal LIMIT 1`,
      [id],
    );
    const [next] = rows;
    // The last part is what remains, whatever was claimed in between.
    if (!next || next.last) return { amountFen: free, tranche: next?.ordinal ?? null };
    return { amountFen: fen(Math.min(next.amountFen, free)), tranche: next.ordinal };
  }

  private async sources(tx: Tx, id: string): Promise<{ payment: DepositPayment; free: number }[]> {
    const payments = await tx.find(DepositPayment, { where: { depositId: id }, order: { recordedAt: 'ASC' } });
    const outflows = await tx.findBy(DepositOutflow, { depositId: id });
    return payments.map((payment) => {
      const gone = outflows.filter((each) => each.paymentId === payment.id && each.refusedAt === null);
      return { payment, free: payment.amountFen - gone.reduce((sum, each) => sum + each.amountFen, 0) };
    });
  }

  private async keep(
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
