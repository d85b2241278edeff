import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { PapersService, kindOf } from '#papers';
import { type Act, Database, Files, Shown, Steps, historyOf, offersOf, together } from '#platform';
import { rightDealActs } from './right-deal.acts.js';
import { RightDealFinder } from './right-deal-reader.service.js';
import type { RightDealFacts } from './right-deal.rules.js';
import { type RightDealView, rightDealOf } from './right-deal.view.js';
import { rightDealWorkflow } from './right-deal.workflow.js';

/** One deal as its readers see it. */
@Injectable()
export class RightDealPages {
  constructor(
    private readonly finder: RightDealFinder,
    private readonly database: Database,
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<RightDealFacts> {
    return this.finder.locked(act, id);
  }

  read(id: string, me: Actor): Promise<RightDealFacts> {
    return this.finder.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<RightDealView>> {
    const facts = await this.finder.read(id, me);
    const now = this.clock.now();
    const { reader } = this.database;
    const { papers, ...found } = await together({
      papers: this.papers.of(reader, 'right_deal', id),
      scans: this.files.of(reader, 'right_deal', id),
      history: historyOf(reader, 'right_deal', id),
    });
    const acts = offersOf(rightDealActs, facts, this.steps.open(rightDealWorkflow, facts, me, now), me, now);
    const titled = papers.map((paper) => Object.assign(paper, { title: kindOf(paper.kind).title }));
    return new Shown(rightDealOf({ facts, ...found, papers: titled, acts }, me), { acts });
  }
}
