import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, type ActPath, Calendars, Database, Deadlines, Steps, historyOf } from '#platform';
import { depositProblems } from './deposit.problems.js';
import { depositView } from './deposit.view.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { type WholeDeposit, lockedDeposit, wholeDeposit, withOutflow } from './deposits.queries.js';

/** What the finance desk sees. */
@Injectable()
export class DepositPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly steps: Steps,
  ) {}

  /** For an act on a deposit, or on the outflow of it that the address names. */
  async locked({ tx, actor }: Act, id: string, { outflow }: ActPath = {}): Promise<DepositFacts> {
    const facts = await lockedDeposit(tx, id);
    if (!reaches(actor, facts.record.officeCode)) throw depositProblems.notFound();
    return withOutflow(tx, facts, outflow);
  }

  async read(id: string, me: Actor, { outflow }: ActPath = {}): Promise<DepositFacts> {
    return withOutflow(this.database.reader, (await this.seen(id, me)).facts, outflow);
  }

  async see(id: string, me: Actor): Promise<object> {
    const whole = await this.seen(id, me);
    const now = this.clock.now();
    return depositView({
      ...{ whole, me, now },
      running: await this.deadlines.running(this.database.reader, 'deposit', id),
      history: await historyOf(this.database.reader, 'deposit', id),
      open: (facts) => this.steps.open(depositWorkflow, facts, me, now),
      calendar: await this.calendars.current(whole.facts.record.officeCode),
    });
  }

  /** A deposit of an office that this person covers; for anybody else it does not exist. */
  async seen(id: string, me: Actor): Promise<WholeDeposit> {
    const whole = await wholeDeposit(this.database.reader, id);
    if (!whole || !reaches(me, whole.facts.record.officeCode)) throw depositProblems.notFound();
    return whole;
  }
}
