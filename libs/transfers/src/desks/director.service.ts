import { Injectable } from '@nestjs/common';
import { type Day, type Mu, Clock, ZERO_MU, addDays, day, dayOf, mu, startOf } from '#kernel';
import { LedgerChecks } from '#ledger';
import { OfficesService } from '#offices';
import { Calendars, Database, Shown, Sweeper, statusOf } from '#platform';
import type { TransferState } from '../transfer-states.workflow.js';
import { workingStates, transferWorkflow } from '../transfer.workflow.js';
import { type ReviewRate, countyReviews } from '../review/review-rates.queries.js';
import { onTimeRule } from '../review/review-rates.rules.js';
import { directorPage } from './director.page.js';
import type { County } from './director.view.js';
import { periodWords } from './director.words.js';

interface MonthRow {
  month: string;
  area: string;
}
interface StepRow {
  state: TransferState;
  cases: number;
  late: number;
  [column: string]: unknown;
}
interface LateRow {
  id: string;
  number: string;
  place: string;
  state: TransferState;
  dueAt: Date;
  areaMu: Mu;
  [column: string]: unknown;
}

const days: Readonly<Record<keyof typeof periodWords, number>> = { month: 30, quarter: 92, year: 366 };

const isPeriod = (text: string): text is keyof typeof days => Object.hasOwn(days, text);

const monthsSql = `
  SELECT to_char(recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, sum(area_mu)::text AS area
  FROM transfer WHERE recorded_at >= $1 GROUP BY 1 ORDER BY 1`;
const lateSql = `
  SELECT id, number, place, state, due_at AS "dueAt", area_mu AS "areaMu" FROM transfer
  WHERE state = ANY($2) AND due_at < $1 ORDER BY due_at, id LIMIT 20`;
// 在办的、超时的，都数全部，不是数列出来的这几行。
const stepsSql = `
  SELECT state, count(*)::int AS cases, (count(*) FILTER (WHERE due_at < $2 AND state = ANY($3)))::int AS late
  FROM transfer WHERE state = ANY($1) GROUP BY state`;

const officeStates = (Object.keys(transferWorkflow.states) as TransferState[]).filter(
  (name) => transferWorkflow.states[name].within !== undefined,
);

/** How the county is doing: on-time rates by town, area by month, where cases stand, what is late. */
@Injectable()
export class DirectorService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly calendars: Calendars,
    private readonly sweeper: Sweeper,
    private readonly clock: Clock,
    private readonly ledger: LedgerChecks,
  ) {}

  async show(asked: string, scopes: readonly string[]): Promise<Shown<County>> {
    const view = await this.figures(asked, scopes);
    return new Shown(view, async () => directorPage(view, this.clock.now(), await this.calendars.current()));
  }

  async figures(asked: string, scopes: readonly string[] = ['']): Promise<County> {
    const now = this.clock.now();
    const period = isPeriod(asked) ? asked : 'month';
    const rates = await countyReviews(this.database, startOf(addDays(dayOf(now), -days[period])), now);
    const months = await this.database.rows<MonthRow>('area by month', monthsSql, [firstMonth(dayOf(now))]);
    const lateCases = await this.database.rows<LateRow>('late cases', lateSql, [now, officeStates]);
    const steps = await this.database.rows<StepRow>('cases by step', stepsSql, [workingStates, now, officeStates]);
    return {
      period,
      done: sumOf(rates, 'done'),
      late: sumOf(rates, 'late'),
      reviewsOverdue: sumOf(rates, 'overdue'),
      onTimeRule,
      overdue: sumOf(steps, 'late'),
      underWay: sumOf(steps, 'cases'),
      lateCases,
      towns: await this.towns(rates),
      months: twelveMonths(months, dayOf(now)),
      steps: workingStates.map((state) => steps.find((row) => row.state === state) ?? { state, cases: 0, late: 0 }),
      // Ripe, but held back: the clock could not move it, and says why.
      blocked: (await this.sweeper.blocked(scopes, 10)).map(statusOf),
      ledger: await this.ledger.last(),
    };
  }

  private async towns(rates: readonly ReviewRate[]): Promise<County['towns']> {
    const towns = await this.offices.towns();
    return towns.map(({ code, name }) => {
      const { done = 0, late = 0, overdue = 0 } = rates.find((row) => code.startsWith(row.town)) ?? {};
      return { code, name, done, late, overdue };
    });
  }
}

const sumOf = <Name extends string>(rows: readonly { [Key in Name]: number }[], name: Name): number =>
  rows.reduce((sum, row) => sum + row[name], 0);

/** The year and the number of the month that lies so many months back. */
function monthsBack(today: Day, back: number): string {
  const [year, month] = today.split('-').map(Number);
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 - back;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const firstMonth = (today: Day): Date => startOf(day(`${monthsBack(today, 11)}-01`));

/** Twelve months to now, by the month in which the right was recorded. */
const twelveMonths = (rows: readonly MonthRow[], today: Day): County['months'] =>
  Array.from({ length: 12 }, (_, index) => monthsBack(today, 11 - index)).map((month) => {
    const found = rows.find((row) => row.month === month);
    return { month, areaMu: found ? mu(found.area) : ZERO_MU };
  });
