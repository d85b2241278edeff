import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { NoticePagesService } from '#notices';
import { PapersService } from '#papers';
import {
  type Act,
  Calendars,
  Database,
  Deadlines,
  type EvidenceFile,
  EvidenceSight,
  Files,
  type Reader,
  Steps,
  historyOf,
} from '#platform';
import { CaseFacts } from './facts/case-facts.service.js';
import { caseActs, toldActs } from './page/case-acts.view.js';
import { CaseSketch } from './page/case-sketch.service.js';
import type { TransferFacts } from './transfer.facts.js';
import { transferView } from './transfer.view.js';
import { papersAround, returnsOf, reviewsOf } from './transfers.queries.js';
import { transferWorkflow } from './transfer.workflow.js';

/** Photos and scans of a case, as far as this reader may open them. */
@Injectable()
export class CaseEvidence {
  constructor(
    private readonly files: Files,
    private readonly sight: EvidenceSight,
  ) {}

  async of(reader: Reader, id: string, actor: Actor): Promise<readonly EvidenceFile[]> {
    return this.sight.shown(await this.files.of(reader, 'transfer', id), actor);
  }
}

/** What belongs to a case beside its record: papers, evidence, clock, map. */
@Injectable()
export class CaseExhibits {
  constructor(
    private readonly database: Database,
    private readonly papers: PapersService,
    private readonly evidence: CaseEvidence,
    private readonly deadlines: Deadlines,
    private readonly sketch: CaseSketch,
    private readonly notices: NoticePagesService,
  ) {}

  async of(facts: TransferFacts, reader: Actor) {
    const { reader: database } = this.database;
    const { id } = facts.record;
    const own = await this.papers.of(database, 'transfer', id);
    // Who claimed or objected is the office's to know, not the other side's.
    const around = reader.kind === 'staff' ? await papersAround(database, id) : [];
    const others = await Promise.all(around.map((paper) => this.papers.get(database, paper)));
    return {
      papers: [...own, ...others].toSorted((one, other) => one.madeAt.getTime() - other.madeAt.getTime()),
      files: await this.evidence.of(database, id, reader),
      // The case page says of the notice what the notice's own page says to this reader.
      notice: facts.notice ? await this.notices.see(facts.notice.id, reader) : null,
      deadline: await this.deadlines.running(database, 'transfer', id),
      map: await this.sketch.page(database, facts),
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

  /** For an act on a case: locked, with what its rules ask. */
  locked(act: Act, id: string): Promise<TransferFacts> {
    return this.cases.locked(act, id);
  }

  /** For what is only brought to a case. */
  touched(act: Act, id: string): ReturnType<CaseFacts['touched']> {
    return this.cases.touched(act, id);
  }

  read(id: string, reader: Actor): Promise<TransferFacts> {
    return this.cases.read(id, reader);
  }

  async see(id: string, reader: Actor): Promise<object> {
    return this.show(await this.cases.read(id, reader), reader);
  }

  async show(facts: TransferFacts, reader: Actor): Promise<object> {
    const now = this.clock.now();
    const { id, officeCode } = facts.record;
    const { reader: database } = this.database;
    const material = {
      told: toldActs(),
      acts: caseActs(facts, this.steps.open(transferWorkflow, facts, reader, now), reader, now),
      history: await historyOf(database, 'transfer', id),
      reviews: await reviewsOf(database, id),
      returns: await returnsOf(database, id),
      calendar: await this.calendars.current(officeCode),
      ...(await this.exhibits.of(facts, reader)),
    };
    return transferView(facts, material, reader, now);
  }
}
