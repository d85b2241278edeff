import { Injectable } from '@nestjs/common';
import { type Actor, Clock, formatMu, mu, widestScope } from '#kernel';
import { type Act, type ActPath, Database, Steps, dueView, historyOf, listCursor, offersOf } from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { inspectionView, parcelView, stateView } from './inspection.view.js';
import { type InspectionFacts, inspectionWorkflow } from './inspection.workflow.js';
import { deskRows } from './inspections.queries.js';
import { SurveyRecords } from './survey-records.service.js';

const pageSize = 30;
const start = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** What surveyors see, in the office and in the field. */
@Injectable()
export class SurveyPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: SurveyRecords,
    private readonly steps: Steps,
  ) {}

  async queue(state: string, after: string, me: Actor): Promise<object> {
    const chosen = Object.hasOwn(inspectionWorkflow.states, state) ? state : 'planned';
    const found = await deskRows(this.database, widestScope(me), chosen, listCursor(after) ?? start, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    const now = this.clock.now();
    const calendar = await this.records.calendarOf(rows[0]?.officeCode ?? '');
    const queue = rows.map((row) => {
      const due =
        row.dueAt && row.startDay && row.lastDay
          ? dueView({ start: row.startDay, lastDay: row.lastDay, dueAt: row.dueAt }, now, calendar, 1)
          : null;
      const { label, tone } = stateView(row.state);
      return {
        href: `/inspections/${row.id}`,
        title: row.place,
        number: row.caseNumber,
        place: row.place,
        extent: `${row.parcels} 块，${formatMu(mu(row.areaMu))} 亩`,
        due: due ?? { level: 'calm', words: label, note: '' },
        late: due?.level === 'late',
        hints: [{ label, tone }],
        act: { label: row.state === 'planned' ? '去调查' : '查看', solid: due?.level === 'late', why: '' },
      };
    });
    const chip = (value: 'planned' | 'done' | 'cancelled'): object => ({
      href: `/inspections?state=${value}`,
      label: stateView(value).label,
      current: chosen === value,
    });
    return {
      title: '实地调查',
      now: '',
      stats: [],
      chips: { label: '筛选', items: [chip('planned'), chip('done'), chip('cancelled')] },
      lateText: '',
      queue: { caption: '实地调查，最急的在前', rows: queue },
      pager: {
        text: '最急的在前',
        previous: after ? `/inspections?state=${chosen}` : '',
        next: last ? `/inspections?state=${chosen}&after=${encodeURIComponent(`${last.key}~${last.id}`)}` : '',
      },
      explain: '安排调查的当天不算，从下一个工作日数起，最后一天下班到期。',
      empty: { title: '没有这样的调查', text: '镇里受理以后要去看的地，会出现在这里。', href: '', label: '' },
    };
  }

  locked(act: Act, id: string): Promise<InspectionFacts> {
    return this.records.locked(act, id);
  }

  read(id: string, me: Actor): Promise<InspectionFacts> {
    return this.records.read(id, me);
  }

  /** A survey, or the one parcel of it that the address names. */
  async see(id: string, me: Actor, { code }: ActPath = {}): Promise<object> {
    const facts = await this.records.read(id, me);
    const now = this.clock.now();
    const steps = this.steps.open(inspectionWorkflow, facts, me, now);
    if (code !== undefined) return parcelView(facts, steps, code);
    return inspectionView({
      facts,
      now,
      ...(await this.records.around(facts)),
      history: await historyOf(this.database.reader, 'inspection', id),
      acts: offersOf(inspectionActs, facts, steps, me, now),
    });
  }
}
