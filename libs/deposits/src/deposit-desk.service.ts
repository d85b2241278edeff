import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, type Received, type Tx } from '#platform';
import type { ClaimRequest, PaidOut, ReleaseRequest, SentBack } from './deposit-outflow.requests.js';
import { DepositOutflows } from './deposit-outflows.service.js';
import { DepositPayments, type Slip } from './deposit-payments.service.js';
import { DepositSecurities, type SecurityPaper } from './deposit-securities.service.js';
import { DepositPages } from './deposit-pages.service.js';
import { wholeDeposit } from './deposits.queries.js';

/** What the finance desk does, each act in one transaction. */
@Injectable()
export class DepositDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly payments: DepositPayments,
    private readonly outflows: DepositOutflows,
    private readonly securities: DepositSecurities,
    private readonly view: DepositPages,
  ) {}

  queue(state: string, after: string, me: Actor): Promise<object> {
    return this.view.queue(state, after, me);
  }

  show(id: string, me: Actor): Promise<object> {
    return this.view.show(id, me);
  }

  pay(id: string, slip: Slip, scan: Received, me: Actor): Promise<void> {
    return this.act(id, me, async (tx, now) => void (await this.payments.payIn(tx, id, slip, scan, me, now)));
  }

  release(id: string, asked: ReleaseRequest, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.requestRelease(tx, id, asked, me, now));
  }

  claim(id: string, asked: ClaimRequest, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.requestClaim(tx, id, asked, me, now));
  }

  approve(id: string, outflowId: string, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.approve(tx, id, outflowId, me, now));
  }

  refuse(id: string, outflowId: string, reason: string, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.refuse(tx, id, outflowId, reason, me, now));
  }

  paid(id: string, outflowId: string, paid: PaidOut, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.recordPaid(tx, id, outflowId, paid, me, now));
  }

  sentBack(id: string, outflowId: string, back: SentBack, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.recordReturned(tx, id, outflowId, back, me, now));
  }

  secure(id: string, paper: SecurityPaper, scan: Received, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.securities.secure(tx, id, paper, scan, me, now));
  }

  /** The rest stays with the town: after a part of a release, or after a claim that is not topped up. */
  retain(id: string, me: Actor): Promise<void> {
    return this.act(id, me, async (tx, now) => {
      const whole = await wholeDeposit(tx, id);
      await this.outflows.settle(tx, id, whole?.facts.record.state === 'paid_out' ? 'keep_rest' : 'hold_rest', me, now);
    });
  }

  settle(id: string, how: 'ask_topup' | 'use_up', me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.outflows.settle(tx, id, how, me, now));
  }

  private async act(id: string, me: Actor, work: (tx: Tx, now: Date) => Promise<void>): Promise<void> {
    await this.view.seen(id, me);
    await this.database.transaction((tx) => work(tx, this.clock.now()));
  }
}
