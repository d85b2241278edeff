import { Injectable } from '@nestjs/common';
import { dayOf, maskPhone } from '#kernel';
import { type Act, type Elsewhere, inputProblem } from '#platform';
import type { CaseNoteInput, ContactInput, DecisionInput, ServiceInput, WithdrawalInput } from './case.input.js';
import { contactWords } from './case.letter.js';
import { caseFaults, caseProblems } from './case-file.problems.js';
import { servedWays } from './case-file.words.js';
import type { CaseFacts } from './case-kind.js';
import { CasesService } from './cases.service.js';
import { mayOpenContact } from './contact-seal.js';

/** What is done with a case whatever its kind: taken in hand, decided, handed over, taken back. */
@Injectable()
export class CaseActs {
  constructor(private readonly cases: CasesService) {}

  /** Whoever accepts a case handles it, by name. */
  async accept(act: Act, facts: CaseFacts): Promise<void> {
    const { record, kind } = facts;
    await act.take(kind.workflow, facts, 'accept', { startDay: dayOf(record.receivedAt) });
    await this.cases.keep(act, record, { handlerName: act.actor.name, handlerAccountId: act.actor.accountId });
    await this.cases.follow(act, facts, 'accept');
  }

  /** An anonymous tip is looked into and put on record. */
  async note(act: Act, facts: CaseFacts, { reason: remark }: CaseNoteInput): Promise<void> {
    await act.take(facts.kind.workflow, facts, 'note', { remark });
  }

  async decide(act: Act, facts: CaseFacts, { outcome, effect: chosen = '', ...words }: DecisionInput): Promise<void> {
    const { record, kind } = facts;
    const { outcomes, effects = {} } = kind;
    if (!(outcome in outcomes)) throw inputProblem([{ pointer: '#/outcome', detail: caseFaults.outcome }]);
    if (chosen !== '' && !(chosen in effects)) throw inputProblem([{ pointer: '#/effect', detail: caseFaults.effect }]);
    const effect = kind.effectOf?.(outcome, chosen === '' ? null : chosen) ?? 'none';
    const decided = { ...words, outcome, effect, decidedBy: act.actor.name, decidedAt: act.now };
    // Written before the step, for the table refuses a decided case without its decision.
    await this.cases.keep(act, record, decided);
    await act.take(kind.workflow, { ...facts, decision: words }, 'decide', { detail: { outcome, effect } });
    await this.cases.follow(act, facts, 'decide');
  }

  async serve(act: Act, facts: CaseFacts, { way }: ServiceInput): Promise<void> {
    await act.take(facts.kind.workflow, facts, 'serve', { remark: servedWays[way] });
    await this.cases.keep(act, facts.record, { servedHow: way, servedAt: act.now });
    await this.cases.follow(act, facts, 'serve');
  }

  /** The sender takes it back; what he says of it is kept. */
  async withdraw(act: Act, facts: CaseFacts, { reason }: WithdrawalInput): Promise<void> {
    await act.take(facts.kind.workflow, { ...facts, reason }, 'withdraw', { remark: reason || null });
    await this.cases.follow(act, { ...facts, reason }, 'withdraw');
  }

  /** Opens the sealed contact to who has to do with the case; who looked, and why, stays on record. */
  async reveal(act: Act, facts: CaseFacts, { reason }: ContactInput): Promise<Elsewhere> {
    if (!mayOpenContact(facts, act.actor)) throw caseProblems.notHandler();
    const contact = await this.cases.reveal(act, facts, reason);
    const { phone = '', address = '' } = contact ?? {};
    const view = { phone, address, masked: maskPhone(phone) };
    return { id: facts.record.id, view, said: contactWords(phone, address) };
  }
}
