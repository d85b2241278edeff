import { Injectable } from '@nestjs/common';
import { type Day, Clock, addDays, day, dayOf, formatMoment, formatMu, mu, startOf } from '#kernel';
import { type LedgerCheckup, LedgerChecks } from '#deposits';
import { OfficesService } from '#offices';
import { Calendars, Database, Sweeper, dueOf } from '#platform';
import { type ReviewRate, countyReviews } from './county-review.js';
import { type TransferState, workingStates, transferWorkflow } from '../transfer.workflow.js';

interface MonthRow {
  month: string;
  area: string;
}
interface StepRow {
  state: TransferState;
  many: number;
  late: number;
  [column: string]: unknown;
}
interface LateRow {
  id: string;
  number: string;
  place: string;
  state: TransferState;
  dueAt: Date;
  areaMu: string;
}

const periods: Readonly<Record<string, { label: string; days: number }>> = {
  month: { label: '近一个月', days: 30 },
  quarter: { label: '近三个月', days: 92 },
  year: { label: '近一年', days: 366 },
};

const monthsSql = `
  SELECT to_char(recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, sum(area_mu)::text AS area
  FROM transfer WHERE recorded_at >= $1 GROUP BY 1 ORDER BY 1`;
const lateSql = `
  SELECT id, number, place, state, due_at AS "dueAt", area_mu AS "areaMu" FROM transfer
  WHERE state = ANY($2) AND due_at < $1 ORDER BY due_at, id LIMIT 20`;
// 在办的、超时的，都数全部，不是数列出来的这几行。
const stepsSql = `
  SELECT state, count(*)::int AS many, (count(*) FILTER (WHERE due_at < $2 AND state = ANY($3)))::int AS late
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

  async show(period: string, office = ''): Promise<object> {
    const now = this.clock.now();
    const chosen = periods[period] ?? { label: '近一个月', days: 30 };
    const since = startOf(addDays(dayOf(now), -chosen.days));
    const rates = await countyReviews(this.database, since);
    const months = await this.database.rows<MonthRow>('area by month', monthsSql, [firstMonth(dayOf(now))]);
    const late = await this.database.rows<LateRow>('late cases', lateSql, [now, officeStates]);
    const steps = await this.database.rows<StepRow>('cases by step', stepsSql, [workingStates, now, officeStates]);
    const overdue = steps.reduce((sum, row) => sum + row.late, 0);
    const done = rates.reduce((sum, row) => sum + row.done, 0);
    const missed = rates.reduce((sum, row) => sum + row.late, 0);
    const calendar = await this.calendars.current();
    return {
      title: '县里情况',
      chips: {
        label: '哪一段时间',
        items: Object.entries(periods).map(([key, { label }]) => ({
          href: `/director?view=${key}`,
          label,
          current: label === chosen.label,
        })),
      },
      stats: [
        { label: '县级审核办结', value: done, unit: '件', tone: '' },
        { label: '按时率', value: percent(done - missed, done), unit: '', tone: missed > 0 ? 'act' : 'go' },
        { label: '正在超时', value: overdue, unit: '件', tone: overdue > 0 ? 'stop' : '' },
        { label: '在办', value: steps.reduce((sum, row) => sum + row.many, 0), unit: '件', tone: '' },
      ],
      late: late.map((row) => ({
        due: dueOf(row.dueAt, now, calendar),
        title: `${row.place} ${formatMu(mu(row.areaMu))} 亩`,
        number: row.number,
        href: `/transfers/${row.id}`,
        holder: holders[row.state] ?? '',
        reason: transferWorkflow.states[row.state].label,
        act: null,
      })),
      towns: await this.towns(rates),
      months: monthBars(months, dayOf(now)),
      steps: stepBars(steps),
      blocked: await this.blocked(office),
      ledger: ledgerView(await this.ledger.last()),
      stuck: '/clock/blocked',
      sheet: `/director/sheet?view=${Object.hasOwn(periods, period) ? period : 'month'}`,
      rates: rates.map((row) => ({ town: row.town, done: row.done, late: row.late })),
    };
  }

  /** Ripe, but held back: the clock could not move it, and says why. */
  private async blocked(office: string): Promise<object[]> {
    const rows = await this.sweeper.blocked(office, 10);
    return rows.map((row) => ({
      href: row.href || '/clock/blocked',
      title: row.label,
      number: formatMoment(row.firstAt),
      text: row.reasons.map((reason) => reason.text).join('；') || '系统出错，在重试',
    }));
  }

  private async towns(rates: readonly ReviewRate[]): Promise<object> {
    const towns = await this.offices.towns();
    const rows = towns.map(({ code, name }) => ({
      name,
      ...(rates.find((row) => code.startsWith(row.town)) ?? { done: 0, late: 0 }),
    }));
    return {
      label: '各镇街县级审核按时率',
      height: rows.length * 27 + 30,
      rows: rows.map((row, index) => ({
        y: index * 27 + 24,
        name: row.name.slice(0, 5),
        width: row.done === 0 ? 0 : Math.round(((row.done - row.late) / row.done) * 190),
        late: 0,
        tone: row.late > 0 ? 'b' : 'a',
        value: percent(row.done - row.late, row.done),
      })),
      goal: { x: 290, text: '100%' },
      caption: '绿的全部按时；黄的有超时。没有办件的空着。',
      table: {
        caption: '各镇街按时率',
        heads: ['镇街', '办结', '超时', '按时率'],
        rows: rows.map((row) => [row.name, String(row.done), String(row.late), percent(row.done - row.late, row.done)]),
      },
    };
  }
}

/** 账本自查: broken promises of the ledger are the first thing to see; money may be missing. */
function ledgerView(last: LedgerCheckup | null): object {
  const findings = last?.findings ?? [];
  const checked = last ? `账本每小时自动核对，上次 ${formatMoment(last.checkedAt)}` : '账本还没有自动核对过。';
  return {
    findings,
    broken: findings.length > 0,
    text: last && findings.length === 0 ? `${checked}，没有问题。` : checked,
  };
}

const holders: Readonly<Partial<Record<TransferState, string>>> = {
  submitted: '镇受理岗',
  town_review: '镇初审岗',
  survey: '镇调查岗、初审岗',
  county_review: '县中心审核岗',
  county_returned: '镇初审岗',
  filing: '镇交易部',
  recording: '镇交易部',
  certifying: '县中心发证岗',
};

function percent(part: number, whole: number): string {
  return whole === 0 ? '没有办件' : `${Math.round((part / whole) * 1000) / 10}%`;
}

/** The year and the number of the month that lies so many months back. */
function monthsBack(today: Day, back: number): string {
  const [year, month] = today.split('-').map(Number);
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 - back;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const firstMonth = (today: Day): Date => startOf(day(`${monthsBack(today, 11)}-01`));

/** Twelve months to now, by the month in which the right was recorded. */
function monthBars(rows: readonly MonthRow[], today: Day): object {
  const names = Array.from({ length: 12 }, (_, index) => monthsBack(today, 11 - index));
  const areas = names.map((name) => Number(rows.find((row) => row.month === name)?.area ?? 0));
  const most = Math.max(1, ...areas);
  return {
    label: '每月登记的流转面积，亩',
    bars: names.map((name, index) => {
      const height = Math.round(((areas[index] ?? 0) / most) * 130);
      return {
        x: 2 + index * 30,
        y: 174 - height,
        height,
        tone: index === 11 ? 'b' : 'a',
        value: areas[index] ? String(Math.round(areas[index] ?? 0)) : '',
        name: `${Number(name.slice(5))}月`,
      };
    }),
    caption: '按登记权利的月份，单位亩；黄的是本月，还没有完。',
    table: {
      caption: '每月流转面积',
      heads: ['月份', '亩'],
      rows: names.map((name, index) => [name, (areas[index] ?? 0).toFixed(2)]),
    },
  };
}

function stepBars(rows: readonly StepRow[]): object {
  const most = Math.max(1, ...rows.map((row) => row.many));
  const shown = workingStates.map((state) => ({
    label: transferWorkflow.states[state].label,
    many: rows.find((row) => row.state === state)?.many ?? 0,
  }));
  return {
    label: '在办案件停在哪一步',
    height: shown.length * 27 + 10,
    rows: shown.map((row, index) => ({
      y: index * 27 + 4,
      name: row.label.slice(0, 5),
      width: Math.round((row.many / most) * 190),
      late: 0,
      tone: 'a',
      value: `${row.many} 件`,
    })),
    goal: null,
    caption: '提交以后、发证以前的，都算在办。',
    table: {
      caption: '在办案件停在哪一步',
      heads: ['步骤', '件'],
      rows: shown.map((row) => [row.label, String(row.many)]),
    },
  };
}
