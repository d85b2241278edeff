import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, formatDay, isDivisionCode, within } from '#kernel';
import { AccountsService, Database, type Tx, type Upload, inputProblem } from '#platform';
import { inspectionProblems } from './inspection.problems.js';
import { InspectionsService } from './inspections.service.js';
import { FieldEvidence, type PhotoFacts } from './field-evidence.service.js';
import { SurveyRecords } from './survey-records.service.js';
import type { Asked, Findings, Measured } from './survey-report.js';

/** What surveyors do in the field, each act in one transaction. */
@Injectable()
export class FieldDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly inspections: InspectionsService,
    private readonly records: SurveyRecords,
    private readonly accounts: AccountsService,
    private readonly evidence: FieldEvidence,
  ) {}

  async name(id: string, accountIds: readonly string[], me: Actor): Promise<void> {
    const record = await this.records.covered(id, me);
    const town = isDivisionCode(record.officeCode) ? within(record.officeCode, 'town') : record.officeCode;
    const staff = (await this.accounts.staffOf(town)).filter((each) => each.post === 'town_surveyor');
    const chosen = accountIds.map((accountId) => {
      const found = staff.find((each) => each.accountId === accountId);
      if (!found) throw inspectionProblems.notSurveyor();
      return { accountId, name: found.name };
    });
    await this.act(id, me, (tx, now) => this.inspections.nameSurveyors(tx, id, chosen, me, now));
  }

  measure(id: string, seen: Measured, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.inspections.measure(tx, id, seen, me, now));
  }

  ask(id: string, asked: Asked, me: Actor): Promise<void> {
    return this.act(id, me, (tx, now) => this.inspections.ask(tx, id, asked, me, now));
  }

  async find(id: string, findings: Findings, me: Actor): Promise<void> {
    const now = this.clock.now();
    if (findings.visitedAt > now) {
      throw inputProblem([{ pointer: '#/visitedOn', detail: `到场时间不能晚于现在（${formatDay(dayOf(now))}）。` }]);
    }
    await this.act(id, me, (tx) => this.inspections.find(tx, id, findings, me, now));
  }

  finish(id: string, me: Actor): Promise<void> {
    return this.act(id, me, async (tx, now) => void (await this.inspections.finish(tx, id, me, now)));
  }

  async photograph(id: string, uploads: readonly Upload[], said: PhotoFacts, me: Actor): Promise<void> {
    await this.records.covered(id, me);
    await this.evidence.keep(id, uploads, said, me);
  }

  private async act(id: string, me: Actor, work: (tx: Tx, now: Date) => Promise<void>): Promise<void> {
    await this.records.covered(id, me);
    await this.database.transaction((tx) => work(tx, this.clock.now()));
  }
}
