import { Injectable } from '@nestjs/common';
import { type Actor, type Calendar, Clock } from '#kernel';
import {
  type Act,
  type ActPath,
  Calendars,
  Database,
  Deadlines,
  Shown,
  Steps,
  dueView,
  historyOf,
  offersOf,
  ownIds,
  whyView,
} from '#platform';
import { depositActs, disbursementActs } from './deposit.acts.js';
import { depositProblems } from './deposit.problems.js';
import { type DepositSeen, type DepositView, depositSeen } from './deposit.view.js';
import type { DepositFacts } from './deposit.facts.js';
import { depositWorkflow } from './deposit.workflow.js';
import { lockedDeposit, seenDeposit, seesDeposit, withDisbursement } from './deposits.queries.js';
import { DepositsService } from './deposits.service.js';

/** What the finance desk sees. */
@Injectable()
export class DepositReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly steps: Steps,
    private readonly deposits: DepositsService,
  ) {}

  /** For an act on a deposit, or on the disbursement of it that the address names. */
  async locked({ tx, actor }: Act, id: string, { disbursement }: ActPath = {}): Promise<DepositFacts> {
    const facts = await lockedDeposit(tx, id);
    if (!seesDeposit(facts.record, actor)) throw depositProblems.notFound();
    return withDisbursement(tx, facts, disbursement);
  }

  async read(id: string, me: Actor, { disbursement }: ActPath = {}): Promise<DepositFacts> {
    return withDisbursement(
      this.database.reader,
      (await seenDeposit(this.database.reader, id, me)).facts,
      disbursement,
    );
  }

  async see(id: string, me: Actor): Promise<Shown<DepositView>> {
    const whole = await seenDeposit(this.database.reader, id, me);
    const now = this.clock.now();
    const { reader } = this.database;
    const open = (facts: DepositFacts) => this.steps.open(depositWorkflow, facts, me, now);
    const ids = new Set<string>();
    const seen = {
      whole,
      amount: await this.deposits.reckoned(reader, whole.facts.record),
      running: await this.deadlines.running(reader, 'deposit', id),
      history: await historyOf(reader, 'deposit', id),
      acts: ownIds(offersOf(depositActs, whole.facts, open(whole.facts), me, now), ids),
      answers: Object.fromEntries(
        whole.disbursements.map((each) => [each.id, ownIds(disbursementActs(whole.facts, each, open), ids)]),
      ),
    };
    const calendar = await this.calendars.current(whole.facts.record.officeCode);
    return new Shown(depositSeen(seen), pageOf(seen, calendar, now));
  }
}

/** What only the page of a deposit needs: its forms, and its deadline in words. */
const pageOf = ({ whole, running, acts, answers }: DepositSeen, calendar: Calendar, now: Date) => ({
  due: running && dueView(running, now, calendar, 1),
  why: running && whyView(running),
  ...{ acts, answers, values: { payerName: whole.facts.record.payerName } },
});
