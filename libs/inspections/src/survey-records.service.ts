import { Injectable } from '@nestjs/common';
import { type Actor, isDivisionCode, reaches, within } from '#kernel';
import { AccountsService, type Act, Calendars, Database, Deadlines, Files, ParameterStore } from '#platform';
import { Inspection } from './inspection.entity.js';
import { inspectionProblems } from './inspection.problems.js';
import { gather, inspectionFacts } from './inspections.queries.js';
import type { InspectionFacts } from './inspection.rules.js';

/** Reads surveys; what an office does not cover does not exist for it. */
@Injectable()
export class SurveyRecords {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly files: Files,
    private readonly accounts: AccountsService,
  ) {}

  /** For an act: locked, with what its rules ask. */
  async locked({ tx, actor }: Act, id: string): Promise<InspectionFacts> {
    const facts = await inspectionFacts(tx, this.parameters, id);
    if (!facts || !reaches(actor, facts.record.officeCode)) throw inspectionProblems.notFound();
    return facts;
  }

  /** For a page, with the people who may be named on it. */
  async read(id: string, me: Actor): Promise<InspectionFacts> {
    const { reader } = this.database;
    const found = await reader.findOneBy(Inspection, { id });
    if (!found || !reaches(me, found.officeCode)) throw inspectionProblems.notFound();
    const facts = await gather(reader, this.parameters, found);
    return { ...facts, candidates: await this.surveyorsOf(found.officeCode) };
  }

  /** The surveyors of the town that an office belongs to. */
  async surveyorsOf(officeCode: string): Promise<{ accountId: string; name: string }[]> {
    const staff = await this.accounts.staffOf(isDivisionCode(officeCode) ? within(officeCode, 'town') : officeCode);
    const surveyors = staff.filter((each) => each.post === 'town_surveyor');
    return surveyors.map(({ accountId, name }) => ({ accountId, name }));
  }

  async around({ record }: InspectionFacts) {
    const files = await this.files.of(this.database.reader, 'inspection', record.id);
    return {
      photos: files.filter((file) => file.kind === 'survey-photo'),
      running: await this.deadlines.running(this.database.reader, 'inspection', record.id),
      calendar: await this.calendarOf(record.officeCode),
    };
  }

  calendarOf(officeCode: string) {
    return this.calendars.current(officeCode);
  }
}
