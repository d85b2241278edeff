import { Injectable } from '@nestjs/common';
import { type Actor, reaches } from '#kernel';
import { Calendars, Database, Deadlines, Files, ParameterStore } from '#platform';
import { Inspection } from './inspection.entity.js';
import { inspectionProblems } from './inspection.problems.js';
import type { InspectionFacts } from './inspection.workflow.js';
import { gather } from './inspections.queries.js';

/** Reads surveys for pages; what an office does not cover does not exist for it. */
@Injectable()
export class SurveyRecords {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly files: Files,
  ) {}

  /** The survey alone: enough for an act, which gathers its facts under the lock. */
  async covered(id: string, me: Actor): Promise<Inspection> {
    const found = await this.database.reader.findOneBy(Inspection, { id });
    if (!found || !reaches(me, found.officeCode)) throw inspectionProblems.notFound();
    return found;
  }

  async seen(id: string, me: Actor): Promise<InspectionFacts> {
    return gather(this.database.reader, this.parameters, await this.covered(id, me));
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
