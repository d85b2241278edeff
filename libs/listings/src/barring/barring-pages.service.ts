import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { PapersService, kindOf } from '#papers';
import { type Act, Database, Files, Shown, Steps, historyOf, offersOf, together } from '#platform';
import { BarringFinder } from './barring-reader.service.js';
import { barringActs } from './barring.acts.js';
import type { BarringFacts } from './barring.rules.js';
import { type BarringView, barringOf } from './barring.view.js';
import { barringWorkflow } from './barring.workflow.js';

/** One bar as its readers see it. */
@Injectable()
export class BarringPages {
  constructor(
    private readonly finder: BarringFinder,
    private readonly database: Database,
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<BarringFacts> {
    return this.finder.locked(act, id);
  }

  read(id: string, me: Actor): Promise<BarringFacts> {
    return this.finder.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<BarringView>> {
    const facts = await this.finder.read(id, me);
    const now = this.clock.now();
    const { reader } = this.database;
    const { papers, ...found } = await together({
      papers: this.papers.of(reader, 'barring', id),
      files: this.files.of(reader, 'barring', id),
      history: historyOf(reader, 'barring', id),
    });
    const acts = offersOf(barringActs, facts, this.steps.open(barringWorkflow, facts, me, now), me, now);
    const titled = papers.map((paper) => Object.assign(paper, { title: kindOf(paper.kind).title }));
    return new Shown(barringOf({ facts, ...found, papers: titled, acts }, me), { acts });
  }
}
