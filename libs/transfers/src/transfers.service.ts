import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { NoticeReader } from '#notices';
import { type Paper, PapersService } from '#papers';
import {
  type Act,
  Calendars,
  Database,
  type Deadline,
  Deadlines,
  type EvidenceFile,
  EvidenceSight,
  Files,
  type Reader,
  Shown,
  Steps,
  historyOf,
  together,
} from '#platform';
import { TransferReader } from './facts/transfer-facts.service.js';
import { transferOffers, toldActs } from './transfer.offers.js';
import { transferPage } from './views/transfer.page.js';
import { TransferSketch } from './views/land-sketch.service.js';
import type { TransferFacts } from './transfer.facts.js';
import { type Transfer, transferOf } from './views/transfer.view.js';
import { papersAround, returnsOf, reviewsOf } from './transfers.queries.js';
import { transferWorkflow } from './transfer.workflow.js';

/** What was kept with a case, before anybody is shown it. */
interface Kept {
  papers: readonly Paper[];
  files: readonly EvidenceFile[];
  deadline: Deadline | null;
}

/** What belongs to a case beside its record: papers, evidence, clock, map. */
@Injectable()
export class TransferExhibits {
  constructor(
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly sight: EvidenceSight,
    private readonly deadlines: Deadlines,
    private readonly sketch: TransferSketch,
    private readonly notices: NoticeReader,
  ) {}

  /** What hangs on the id alone, asked before the case is known; `shown` decides what of it this reader sees. */
  async kept(reader: Reader, id: string, actor: Actor): Promise<Kept> {
    const { own, around, ...found } = await together({
      own: this.papers.of(reader, 'transfer', id),
      // Who claimed or objected is the office's to know, not the other side's.
      around: actor.kind === 'staff' ? papersAround(reader, id).then((ids) => this.papers.among(reader, ids)) : [],
      files: this.files.of(reader, 'transfer', id),
      deadline: this.deadlines.running(reader, 'transfer', id),
    });
    return { papers: [...own, ...around], ...found };
  }

  async shown(reader: Reader, facts: TransferFacts, { papers, files, deadline }: Kept, actor: Actor) {
    const seen = await together({
      files: this.sight.shown(files, actor, reader),
      // The case page says of the notice what the notice's own page says to this reader.
      notice: facts.notice ? this.notices.seen(reader, facts.notice.id, actor) : null,
      map: this.sketch.page(reader, facts),
    });
    const inOrder = papers.toSorted((one, other) => one.madeAt.getTime() - other.madeAt.getTime());
    return { papers: inOrder, deadline, ...seen };
  }
}

/** One case as its readers see it. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly cases: TransferReader,
    private readonly steps: Steps,
    private readonly exhibits: TransferExhibits,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** For an act on a case: locked, with what its rules ask. */
  locked(act: Act, id: string): Promise<TransferFacts> {
    return this.cases.locked(act, id);
  }

  /** For what is only brought to a case. */
  touched(act: Act, id: string): ReturnType<TransferReader['touched']> {
    return this.cases.touched(act, id);
  }

  read(id: string, reader: Actor): Promise<TransferFacts> {
    return this.cases.read(id, reader);
  }

  /** The case as this reader sees it. */
  async see(id: string, actor: Actor): Promise<Shown<Transfer>> {
    const { reader } = this.database;
    const { facts, kept, ...course } = await together({
      facts: this.cases.read(id, actor),
      kept: this.exhibits.kept(reader, id, actor),
      history: historyOf(reader, 'transfer', id),
      reviews: reviewsOf(reader, id),
      returns: returnsOf(reader, id),
    });
    const now = this.clock.now();
    const acts = transferOffers(facts, this.steps.open(transferWorkflow, facts, actor, now), actor, now);
    const { calendar, shown } = await together({
      calendar: this.calendars.at(reader, facts.record.officeCode),
      shown: this.exhibits.shown(reader, facts, kept, actor),
    });
    const { map, ...exhibits } = shown;
    const seen = { facts, told: toldActs(), acts, ...course, ...exhibits };
    return new Shown(transferOf(seen, actor), () => transferPage(seen, { map, calendar }, actor, now));
  }
}
