import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import {
  type Act,
  Calendars,
  Database,
  Deadlines,
  Shown,
  Steps,
  dueView,
  historyOf,
  offersOf,
  whyView,
} from '#platform';
import { type Case, caseOf } from './case-file.view.js';
import { caseActs } from './case.acts.js';
import type { CaseFacts } from './case-kind.js';
import { CasesService } from './cases.service.js';

/** A case on its page and for its acts; to everybody but its desk and its party it is not there. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  locked(act: Act, id: string): Promise<CaseFacts> {
    return this.cases.locked(act, id);
  }

  read(id: string, me: Actor): Promise<CaseFacts> {
    return this.cases.read(this.database.reader, id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<Case>> {
    const { reader } = this.database;
    const facts = await this.read(id, me);
    const { record, kind } = facts;
    const now = this.clock.now();
    const running = await this.deadlines.running(reader, 'case_file', id);
    const papers = await this.cases.papersOf(reader, id);
    const history = await historyOf(reader, 'case_file', id);
    const acts = offersOf(caseActs, facts, this.steps.open(kind.workflow, facts, me, now), me, now);
    return new Shown(caseOf({ facts, running, papers, acts, history }), async () => ({
      due: running && dueView(running, now, await this.calendars.current(record.officeCode)),
      why: running && whyView(running),
      ...{ acts, about: kind.about, hasEffects: kind.effects !== undefined, partial: kind.page ?? 'case-letter' },
    }));
  }
}
