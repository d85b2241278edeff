import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { PapersService } from '#papers';
import { Calendars, Database, Deadlines, Files, Steps, historyOf } from '#platform';
import { CaseFacts } from './case-facts.service.js';
import { CaseSketch } from './case-sketch.service.js';
import type { TransferFacts } from './transfer.facts.js';
import { transferView } from './transfer.view.js';
import { returnsOf, reviewsOf } from './transfers.queries.js';
import { transferWorkflow } from './transfer.workflow.js';

/** What belongs to a case beside its record: papers, evidence, clock, map. */
@Injectable()
export class CaseExhibits {
  constructor(
    private readonly database: Database,
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly deadlines: Deadlines,
    private readonly sketch: CaseSketch,
  ) {}

  async of(facts: TransferFacts) {
    const { reader } = this.database;
    const { id } = facts.record;
    return {
      papers: await this.papers.of(reader, 'transfer', id),
      files: await this.files.of(reader, 'transfer', id),
      deadline: await this.deadlines.running(reader, 'transfer', id),
      map: await this.sketch.page(reader, facts),
    };
  }
}

/** One case as its readers see it. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly exhibits: CaseExhibits,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async see(id: string, reader: Actor): Promise<object> {
    return this.show(await this.cases.read(id, reader), reader);
  }

  /** The view of a case just acted on; read anew, since the act changed more than its record. */
  async seeAgain(facts: TransferFacts, reader: Actor): Promise<object> {
    return this.see(facts.record.id, reader);
  }

  async show(facts: TransferFacts, reader: Actor): Promise<object> {
    const now = this.clock.now();
    const { id, officeCode } = facts.record;
    const { reader: database } = this.database;
    const material = {
      steps: this.steps.open(transferWorkflow, facts, reader, now),
      history: await historyOf(database, 'transfer', id),
      reviews: await reviewsOf(database, id),
      returns: await returnsOf(database, id),
      calendar: await this.calendars.current(officeCode),
      ...(await this.exhibits.of(facts)),
    };
    return transferView(facts, material, reader, now);
  }
}
