import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, Database, Shown, Steps, historyOf, offersOf } from '#platform';
import { drawActs } from './draw.acts.js';
import { DrawFinder } from './draw-finder.service.js';
import { DrawSubjects } from './draw-subjects.js';
import type { DrawFacts } from './draw.rules.js';
import { type DrawView, drawOf } from './draw.view.js';
import { drawWorkflow } from './draw.workflow.js';

/** A draw as its readers see it: to everybody the same, but for whom it is to act. */
@Injectable()
export class DrawPages {
  constructor(
    private readonly database: Database,
    private readonly finder: DrawFinder,
    private readonly subjects: DrawSubjects,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<DrawFacts> {
    return this.finder.locked(act, id);
  }

  read(id: string, me: Actor): Promise<DrawFacts> {
    return this.finder.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<DrawView>> {
    const facts = await this.finder.read(id, me);
    const { record } = facts;
    const now = this.clock.now();
    const inside = reaches(me, record.officeCode);
    const history = inside ? await historyOf(this.database.reader, 'draw', id) : [];
    const subject = this.subjects.of(record);
    const about = subject ? `/${subject.things}/${record.subjectId}` : null;
    const acts = offersOf(drawActs, facts, this.steps.open(drawWorkflow, facts, me, now), me, now);
    return new Shown(drawOf(facts, { about, inside, history, acts }), { acts });
  }
}
