import { Injectable } from '@nestjs/common';
import { type Actor, Clock, addDays, clockActor, dayOf, daysBetween, isDay, startOf } from '#kernel';
import { actWithin, type Act, Database, Steps, type Tx, inputProblem } from '#platform';
import { CaseFacts } from '../facts/case-facts.service.js';
import { CasePapers } from '../papers/case-papers.service.js';
import { Holdings } from './holdings.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { HandBackInput, ReasonInput, RemarkInput, TerminationInput } from '../desks/desk.input.js';
import { type TransferAction, transferWorkflow } from '../transfer.workflow.js';

/** Papers of an end, and the clock of a right that runs. */
@Injectable()
export class EndingDesk {
  constructor(readonly papers: CasePapers) {}

  /** A right's own days are calendar days of the contract: no working days are counted. */
  async setDue(tx: Tx, facts: TransferFacts, dueAt: Date): Promise<void> {
    facts.record.dueAt = dueAt;
    await tx.update(Transfer, { id: facts.record.id }, { dueAt });
  }
}

/** How cases stop: withdrawn, suspended, lapsed; and how rights end: expired, terminated, renewed. */
@Injectable()
export class EndingsService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly holdings: Holdings,
    private readonly desk: EndingDesk,
    private readonly clock: Clock,
  ) {}

  async withdraw(id: string, input: RemarkInput, actor: Actor): Promise<TransferFacts> {
    return this.stop(id, 'withdraw', input.remark ?? '申请人撤回', actor, freed);
  }

  /** 合同解除（民法典第562、563条）: what ends here is a contract in force; its papers came first. */
  async rescind(id: string, input: ReasonInput, actor: Actor): Promise<TransferFacts> {
    const told = {
      ...freed,
      rule: input.rule,
      effect: '合同已经解除，本案结束，占用的地块已经放开；已缴的风险保障金退回原账户。',
    };
    return this.stop(id, 'rescind', input.reason, actor, told);
  }

  /** 中止: every clock stops, the parcels and the money stay. */
  async suspend(id: string, input: ReasonInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      await this.steps.take(tx, transferWorkflow, facts, 'suspend', actor, {
        now,
        remark: input.reason,
        detail: { rule: input.rule },
      });
      await this.desk.papers.ended(
        tx,
        'suspension',
        facts,
        { ...input, effect: '办理中止，各项期限停止计算。', next: '原因消除后恢复办理，期限重新计算。' },
        actor,
        now,
      );
      return facts;
    });
  }

  /** 恢复: the case goes on where it stood, and the office's time starts afresh. */
  async resume(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const before = facts.record.suspendedFrom ?? 'submitted';
      const now = this.clock.now();
      // 中止停表：days of a suspension do not count against the reservation either.
      const days = daysBetween(dayOf(facts.record.stateSince), dayOf(now));
      await this.steps.take(tx, transferWorkflow, facts, 'resume', actor, { now, before });
      await this.holdings.keepLonger(actWithin(tx, actor, now), facts, days);
      return facts;
    });
  }

  /** 提前终止（承包法第42条）; the certificate is cancelled by the desk that issued it. */
  async terminate(act: Act, facts: TransferFacts, input: TerminationInput): Promise<void> {
    const { reason, rule, cause } = input;
    await act.take(transferWorkflow, facts, 'terminate', { remark: reason, detail: { rule, cause } });
    await act.keep(Transfer, facts.record.id, { endedReason: reason });
    await this.holdings.end(act.tx, facts, { reason, expired: false, landStays: false }, act.actor, act.now);
  }

  /** A step that only time takes. `begin` waits for the first day of the term, `expire` for the day after the last. */
  async byClock(tx: Tx, id: string, action: ClockAction): Promise<TransferFacts> {
    const facts = await this.cases.locked(tx, id, clockActor);
    const now = this.clock.now();
    const reason = reasonOf(action, facts);
    await this.steps.take(tx, transferWorkflow, facts, action, clockActor, { now, remark: reason });
    if (action === 'begin') await this.desk.setDue(tx, facts, startOf(addDays(facts.term.end, 1)));
    if (action === 'lapse' || action === 'forgo') await this.fall(tx, facts, { ...freed, reason }, clockActor, now);
    if (action === 'overdue') await this.desk.papers.stages.depositOverdue(tx, facts, clockActor, now);
    if (action !== 'expire' && action !== 'renew') return facts;
    await this.holdings.end(tx, facts, { reason, expired: true, landStays: action === 'renew' }, clockActor, now);
    await this.desk.papers.ends.over(tx, facts, clockActor, now);
    return facts;
  }

  /** 到期提醒：both parties hear in time that the term ends, and that the transferee may renew; once. */
  async remind(tx: Tx, id: string): Promise<void> {
    const facts = await this.cases.locked(tx, id, clockActor);
    if (facts.record.state !== 'in_force' || facts.record.remindedAt !== null) return;
    const now = this.clock.now();
    await tx.update(Transfer, { id }, { remindedAt: now });
    await this.desk.papers.ends.reminder(tx, facts, clockActor, now);
  }

  /** 土地交还：recorded by the town, after the contractor has looked it over; the deposit may then go back. */
  async handBack(id: string, input: HandBackInput, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const { returnedOn } = input;
      await this.steps.take(tx, transferWorkflow, facts, 'hand_back', actor, {
        now,
        remark: input.remark ?? null,
        detail: { returnedOn },
      });
      if (!isDay(returnedOn) || returnedOn > dayOf(now))
        throw inputProblem([{ pointer: '#/returnedOn', detail: '交还日期不能晚于今天' }]);
      facts.record.landReturnedOn = returnedOn;
      await tx.update(Transfer, { id }, { landReturnedOn: returnedOn });
      await this.holdings.payBack(tx, facts, `土地已于 ${returnedOn} 交还`, actor, now);
      return facts;
    });
  }

  /** Called by the desk that issues the certificate: the case waits for the first day of its term. */
  async certify(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'certify');
    await this.desk.setDue(act.tx, facts, startOf(facts.term.start));
  }

  /** 不发证: the term is shorter than the county certifies; the right is recorded all the same. */
  async registered(id: string, actor: Actor): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      await this.steps.take(tx, transferWorkflow, facts, 'register_only', actor, { now: this.clock.now() });
      await this.desk.setDue(tx, facts, startOf(facts.term.start));
      return facts;
    });
  }

  private async stop(
    id: string,
    action: 'withdraw' | 'rescind',
    reason: string,
    actor: Actor,
    told: Told,
  ): Promise<TransferFacts> {
    return this.database.transaction(async (tx) => {
      const facts = await this.cases.locked(tx, id, actor);
      const now = this.clock.now();
      const drafted = facts.record.state === 'draft';
      await this.steps.take(tx, transferWorkflow, facts, action, actor, { now, remark: reason });
      // A claimant's draft keeps the land; whoever gives it up lets it go.
      if (!drafted || facts.right) await this.fall(tx, facts, { ...told, reason }, actor, now);
      return facts;
    });
  }

  private async fall(
    tx: Tx,
    facts: TransferFacts,
    told: Told & { reason: string },
    actor: Actor,
    now: Date,
  ): Promise<void> {
    await this.holdings.release(tx, facts, told.reason, actor, now);
    await this.desk.papers.ended(tx, 'case_end', facts, told, actor, now);
  }
}

/** What only time does to a case. */
type ClockAction = Extract<TransferAction, 'lapse' | 'forgo' | 'overdue' | 'begin' | 'expire' | 'renew'>;

interface Told {
  rule: string;
  effect: string;
  next: string;
}

/** What the letter of an end says where nothing was signed. */
const freed: Told = { rule: '平台规则 终-01', effect: '本案结束，占用的地块已经放开。', next: '再办要重新申请。' };

function reasonOf(action: ClockAction, facts: TransferFacts): string {
  const { label, lasts } = transferWorkflow.states[facts.record.state];
  // Where a state has no time of its own, it is the reservation that is over.
  if (action === 'lapse')
    return lasts === undefined ? `占用地块满 ${facts.parameters.reservationDays} 天，还没有签合同` : `${label}，逾期`;
  if (action === 'overdue') return '风险保障金逾期没有缴清';
  if (action === 'forgo') return '优先权人到期没有提交申请，视为放弃';
  if (action === 'begin') return '期限开始';
  return action === 'renew' ? `期限届满，已续期（${facts.renewal?.number ?? ''}）` : '期限届满';
}
