import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches, statesIn, widestScope } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Act,
  type ActPath,
  Calendars,
  Database,
  Deadlines,
  Steps,
  dueView,
  historyOf,
  listCursor,
} from '#platform';
import { depositProblems } from './deposit.problems.js';
import { depositView, queueRow, stateView } from './deposit.view.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';
import { type WholeDeposit, deskRows, lockedDeposit, wholeDeposit, withOutflow } from './deposits.queries.js';

const pageSize = 30;
const working = statesIn(depositWorkflow, 'asked', 'leaving');
const start = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** What the finance desk sees. */
@Injectable()
export class DepositPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly steps: Steps,
    private readonly offices: OfficesService,
  ) {}

  /** Deposits of this person's offices that wait for somebody, nearest deadline first. */
  async queue(state: string, after: string, me: Actor): Promise<object> {
    const states = Object.hasOwn(depositWorkflow.states, state) ? [state] : working;
    const from = listCursor(after) ?? start;
    const found = await deskRows(this.database, widestScope(me), states, from, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    const now = this.clock.now();
    const names = await this.offices.names();
    const calendar = await this.calendars.current(widestScope(me).padEnd(12, '0'));
    const queue = rows.map((row) => {
      const due =
        row.dueAt && row.startDay && row.lastDay
          ? dueView({ start: row.startDay, lastDay: row.lastDay, dueAt: row.dueAt }, now, calendar, 1)
          : null;
      return queueRow({ ...row, officeName: names.place(row.officeCode), due, late: due?.level === 'late' });
    });
    const next = last ? `/deposits?state=${state}&after=${encodeURIComponent(`${last.key}~${last.id}`)}` : '';
    const chip = (value: string, label: string): object => ({
      href: `/deposits?state=${value}`,
      label,
      current: state === value,
    });
    const shown = [
      'requested',
      'partial',
      'releasing',
      'claimed',
      'topup_due',
      'held',
      'secured',
      'waived',
      'released',
    ];
    return {
      title: '风险保障金',
      now: '',
      stats: [],
      chips: { label: '筛选', items: [chip('', '要办的'), ...shown.map((name) => chip(name, stateView(name).label))] },
      lateText: '',
      queue: { caption: '风险保障金，最急的在前', rows: queue },
      pager: { text: '最急的在前', previous: after ? `/deposits?state=${state}` : '', next },
      explain: '通知缴纳的当天不算，从下一个工作日数起。分几次缴不延长期限。',
      empty: { title: '现在没有要办的', text: '有新的缴款、退款，会出现在这里。', href: '/ledger', label: '看账本' },
    };
  }

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
