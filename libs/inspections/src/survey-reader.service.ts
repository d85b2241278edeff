import { Injectable } from '@nestjs/common';
import { type Actor, Clock, scopesOf } from '#kernel';
import {
  type Act,
  type ActPath,
  type Asked,
  Database,
  type DueView,
  type ListView,
  Lists,
  ManyActs,
  Shown,
  Steps,
  dueView,
  historyOf,
  ofOffice,
  offersOf,
} from '#platform';
import { inspectionActs } from './inspection.acts.js';
import { surveyPage, surveyParcelPage } from './inspection.page.js';
import { inspectionProblems } from './inspection.problems.js';
import { type Survey, type SurveyParcel, surveyOf, surveyParcelOf } from './inspection.view.js';
import { inspectionWorkflow } from './inspection.workflow.js';
import { type SurveyRow, inspectionList } from './inspection.list.js';
import { sidesShown } from './inspections.queries.js';
import { SurveyRecords } from './survey-records.service.js';
import type { InspectionFacts } from './inspection.rules.js';

/** What surveyors see, in the office and in the field. */
@Injectable()
export class SurveyReader {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly records: SurveyRecords,
    private readonly steps: Steps,
    private readonly many: ManyActs,
  ) {}

  /** Surveys of this person's offices; those still to be made, unless another state is asked for. */
  list(asked: Asked, me: Actor): Promise<Shown<ListView<SurveyRow>>> {
    const scope = ofOffice('i.office_code', ...scopesOf(me));
    return this.lists.show(
      inspectionList,
      asked,
      scope,
      (row) => row,
      async (rows) => ({ acts: this.many.offers('inspection', rows, me), dues: await this.dues(rows) }),
    );
  }

  private async dues(rows: readonly SurveyRow[]): Promise<Record<string, DueView>> {
    const now = this.clock.now();
    const calendar = await this.records.calendarOf(rows[0]?.officeCode ?? '');
    const due = rows.flatMap(({ id, startDay: start, lastDay, dueAt }) =>
      dueAt && start && lastDay ? [[id, dueView({ start, lastDay, dueAt }, now, calendar, 1)] as const] : [],
    );
    return Object.fromEntries(due);
  }

  locked(act: Act, id: string): Promise<InspectionFacts> {
    return this.records.locked(act, id);
  }

  read(id: string, me: Actor): Promise<InspectionFacts> {
    return this.records.read(id, me);
  }

  /** A survey, or the one parcel of it that the address of an act names. */
  see(id: string, me: Actor, { code }: ActPath = {}): Promise<Shown<Survey> | Shown<SurveyParcel>> {
    return code === undefined ? this.survey(id, me) : this.parcel(id, code, me);
  }

  async survey(id: string, me: Actor): Promise<Shown<Survey>> {
    const facts = await this.records.read(id, me);
    const now = this.clock.now();
    const { calendar, ...around } = await this.records.around(facts);
    const history = await historyOf(this.database.reader, 'inspection', id);
    const acts = offersOf(inspectionActs, facts, this.steps.open(inspectionWorkflow, facts, me, now), me, now);
    const seen = { facts, ...around, history, acts };
    return new Shown(surveyOf(seen), surveyPage(seen, calendar, now));
  }

  async parcel(id: string, code: string, me: Actor): Promise<Shown<SurveyParcel>> {
    const facts = await this.records.read(id, me);
    const parcel = facts.parcels.find((each) => each.parcelCode === code);
    if (!parcel) throw inspectionProblems.notFound();
    const steps = this.steps.open(inspectionWorkflow, facts, me, this.clock.now());
    const known = await sidesShown(this.database.reader, facts, code);
    return new Shown(surveyParcelOf(facts, parcel), surveyParcelPage(facts, steps, parcel, known));
  }
}
