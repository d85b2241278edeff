import { Injectable } from '@nestjs/common';
import { addDays, dayOf, daysBetween, startOf } from '#kernel';
import type { Act } from '#platform';
import { TransferPapers } from '../letters/transfer-papers.service.js';
import { depositOverdue } from '../letters/deposit.letter.js';
import { caseEnd, expiry, expiryReminder, suspension } from '../letters/ending.letter.js';
import { Holdings } from '../holdings/holdings.service.js';
import { Transfer } from '../transfer.entity.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { LandReturnInput, ReasonInput, RemarkInput, TerminationInput } from '../transfer.steps.input.js';
import { transferWorkflow } from '../transfer.workflow.js';
import {
  type ClockAction,
  type EndWords,
  decidedFirst,
  freed,
  groundMoves,
  handedBack,
  reasonOf,
  rescinded,
  suspended,
  withdrawn,
} from './ending.letter.js';

/** How cases stop: withdrawn, suspended, lapsed; and how rights end: expired, terminated, renewed. */
@Injectable()
export class EndingsService {
  constructor(
    private readonly holdings: Holdings,
    private readonly papers: TransferPapers,
  ) {}

  async withdraw(act: Act, facts: TransferFacts, { remark }: RemarkInput): Promise<void> {
    await this.stop(act, facts, 'withdraw', remark ?? withdrawn, freed);
  }

  /** 合同解除（民法典第562、563条）: what ends here is a contract in force; its papers came first. */
  async rescind(act: Act, facts: TransferFacts, { reason, rule }: ReasonInput): Promise<void> {
    await this.stop(act, facts, 'rescind', reason, { ...freed, rule, effect: rescinded });
  }

  /** 中止: every clock stops, the parcels and the money stay. */
  async suspend(act: Act, facts: TransferFacts, { reason, rule }: ReasonInput): Promise<void> {
    await act.take(transferWorkflow, facts, 'suspend', { remark: reason, detail: { rule } });
    await this.papers.issue(act, suspension, facts, { reason, rule, ...suspended });
  }

  /** 登记簿要变更：the case stands still until it is decided whose land it is. */
  async hold(act: Act, facts: TransferFacts): Promise<void> {
    const words = groundMoves(facts);
    await act.take(transferWorkflow, facts, 'hold', { remark: words.reason });
    await act.keep(Transfer, facts.record.id, { groundHeld: true });
    await this.papers.issue(act, suspension, facts, { ...words, ...suspended, next: decidedFirst });
  }

  /** 恢复: the case goes on where it stood, and the office's time starts afresh. */
  async resume(act: Act, facts: TransferFacts): Promise<void> {
    await this.goOn(act, facts, 'resume');
  }

  async goOn(act: Act, facts: TransferFacts, step: 'resume' | 'go_on' = 'go_on'): Promise<void> {
    // 中止停表：days of a suspension do not count against the reservation either.
    const days = daysBetween(dayOf(facts.record.stateSince), act.today);
    await act.take(transferWorkflow, facts, step, { before: facts.record.suspendedFrom ?? 'submitted' });
    if (facts.record.groundHeld) await act.keep(Transfer, facts.record.id, { groundHeld: false });
    await this.holdings.extend(act, facts, days);
  }

  /** 提前终止（承包法第42条）; the certificate is cancelled by the desk that issued it. */
  async terminate(act: Act, facts: TransferFacts, { reason, rule, cause }: TerminationInput): Promise<void> {
    await act.take(transferWorkflow, facts, 'terminate', { remark: reason, detail: { rule, cause } });
    await act.keep(Transfer, facts.record.id, { endedReason: reason });
    await this.holdings.end(act, facts, { reason, expired: false, landStays: false });
  }

  /** A step that only time takes. `begin` waits for the first day of the term, `expire` for the day after the last. */
  async byClock(act: Act, facts: TransferFacts, action: ClockAction): Promise<void> {
    const reason = reasonOf(action, facts);
    await act.take(transferWorkflow, facts, action, { remark: reason });
    if (action === 'begin') await setDue(act, facts, startOf(addDays(facts.term.end, 1)));
    if (action === 'lapse' || action === 'forgo') await this.fall(act, facts, { ...freed, reason });
    if (action === 'overdue' && facts.deposit) await this.papers.issue(act, depositOverdue, facts);
    if (action !== 'expire' && action !== 'roll_over') return;
    await this.holdings.end(act, facts, { reason, expired: true, landStays: action === 'roll_over' });
    await this.papers.issue(act, expiry, facts);
  }

  /** 到期提醒：both parties hear in time that the term ends, and that the transferee may renew; once. */
  async remind(act: Act, facts: TransferFacts): Promise<void> {
    if (facts.record.state !== 'in_force' || facts.record.remindedAt !== null) return;
    await act.keep(Transfer, facts.record.id, { remindedAt: act.now });
    await this.papers.issue(act, expiryReminder, facts);
  }

  /** 土地交还：recorded by the town, after the contractor has looked it over; the deposit may then go back. */
  async returnLand(act: Act, facts: TransferFacts, { returnedOn, remark }: LandReturnInput): Promise<void> {
    await act.take(transferWorkflow, facts, 'return_land', { remark: remark ?? null, detail: { returnedOn } });
    facts.record.landReturnedOn = returnedOn;
    await act.keep(Transfer, facts.record.id, { landReturnedOn: returnedOn });
    await this.holdings.payBack(act, facts, handedBack(returnedOn));
  }

  /** Called by the desk that issues the certificate: the case waits for the first day of its term. */
  async certify(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'certify');
    await setDue(act, facts, startOf(facts.term.start));
  }

  /** 不发证: the term is shorter than the county certifies; the right is recorded all the same. */
  async registerOnly(act: Act, facts: TransferFacts): Promise<void> {
    await act.take(transferWorkflow, facts, 'register_only');
    await setDue(act, facts, startOf(facts.term.start));
  }

  private async stop(
    act: Act,
    facts: TransferFacts,
    action: 'withdraw' | 'rescind',
    reason: string,
    words: EndWords,
  ): Promise<void> {
    const drafted = facts.record.state === 'draft';
    await act.take(transferWorkflow, facts, action, { remark: reason });
    // A claimant's draft keeps the land; whoever gives it up lets it go.
    if (!drafted || facts.right) await this.fall(act, facts, { ...words, reason });
  }

  private async fall(act: Act, facts: TransferFacts, words: EndWords & { reason: string }): Promise<void> {
    await this.holdings.release(act, facts, words.reason);
    await this.papers.issue(act, caseEnd, facts, words);
  }
}

/** A right's own days are calendar days of the contract: no working days are counted. */
async function setDue(act: Act, { record }: TransferFacts, dueAt: Date): Promise<void> {
  record.dueAt = dueAt;
  await act.keep(Transfer, record.id, { dueAt });
}
