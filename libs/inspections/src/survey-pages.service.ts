import { Injectable } from '@nestjs/common';
import { type Actor, Clock, formatMu, widestScope } from '#kernel';
import {
  type Act,
  type ActPath,
  type Asked,
  Database,
  Lists,
  ManyActs,
  type Shown,
  Steps,
  dueView,
  historyOf,
  ofOffice,
  offersOf,
} from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { inspectionView, parcelView, stateView } from './inspection.view.js';
import { type InspectionFacts, inspectionWorkflow } from './inspection.workflow.js';
import { type SurveyRow, inspectionList } from './inspection.list.js';
import { SurveyRecords } from './survey-records.service.js';

/** What surveyors see, in the office and in the field. */
@Injectable()
export class SurveyPages {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly records: SurveyRecords,
    private readonly steps: Steps,
    private readonly many: ManyActs,
  ) {}

  /** Surveys of this person's offices; those still to be made, unless another state is asked for. */
  async list(asked: Asked, me: Actor): Promise<Shown> {
    const scope = ofOffice('i.office_code', widestScope(me));
    return this.lists.show(
      inspectionList,
      asked,
      scope,
      (row) => row,
      async (rows) => ({
        ...(await this.around(rows, me)),
        explain: '安排调查的当天不算，从下一个工作日数起，最后一天下班到期。',
        empty: { title: '没有这样的调查', text: '镇里受理以后要去看的地，会出现在这里。', href: '', label: '' },
      }),
    );
  }

  private async around(rows: readonly SurveyRow[], me: Actor) {
    const acts = this.many.offers('inspection', rows, me);
    const lines = await this.lines(rows, acts.length > 0);
    return { acts, queue: { caption: '实地调查，最急的在前', rows: lines } };
  }

  private async lines(rows: readonly SurveyRow[], chosen: boolean): Promise<object[]> {
    const now = this.clock.now();
    const calendar = await this.records.calendarOf(rows[0]?.officeCode ?? '');
    return rows.map((row) => {
      const { startDay: start, lastDay, dueAt } = row;
      const due = dueAt && start && lastDay ? dueView({ start, lastDay, dueAt }, now, calendar, 1) : null;
      const { label, tone } = stateView(row.state);
      return {
        work: chosen && row.state === 'planned' ? `inspection:${row.id}` : '',
        href: `/inspections/${row.id}`,
        title: row.place,
        number: row.caseNumber,
        place: row.place,
        extent: `${row.parcels} 块，${formatMu(row.areaMu)} 亩`,
        due: due ?? { level: 'calm', words: label, note: '' },
        late: due?.level === 'late',
        hints: [{ label, tone }],
        act: { label: row.state === 'planned' ? '去调查' : '查看', solid: due?.level === 'late', why: '' },
      };
    });
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
