import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, Calendars, Database, Shown, Steps, dueView, offersOf, whyView } from '#platform';
import { type CaseFacts, type CaseFile, CasesService, caseProblems, caseWorkflow } from '#cases';
import { LetterShelf } from './letter-shelf.service.js';
import { objectionActs } from './objection.acts.js';
import { type Objection, objectionOf } from './objection.view.js';

/** The page of a letter, for the desk that answers it; to everybody else it is not there. */
@Injectable()
export class ObjectionPagesService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly steps: Steps,
    private readonly calendars: Calendars,
    private readonly shelf: LetterShelf,
    private readonly clock: Clock,
  ) {}

  async locked(act: Act, id: string): Promise<CaseFacts> {
    const facts = await this.cases.locked(act, id);
    shownTo(facts.record, act.actor);
    return facts;
  }

  async read(id: string, me: Actor): Promise<CaseFacts> {
    return { record: shownTo(await this.cases.find(this.database.reader, id), me) };
  }

  async see(id: string, me: Actor): Promise<Shown<Objection>> {
    const facts = await this.read(id, me);
    const { record: file } = facts;
    const now = this.clock.now();
    const shelf = await this.shelf.of(this.database.reader, id);
    // A letter with a name is answered, a tip without one is noted: the other button would only be in the way.
    const other = file.kind === 'lead' ? 'accept' : 'note';
    const steps = this.steps.open(caseWorkflow, facts, me, now).filter((step) => step.action !== other);
    const acts = offersOf(objectionActs, facts, steps, me, now);
    const { running } = shelf;
    return new Shown(objectionOf({ file, ...shelf, acts }), async () => ({
      due: running && dueView(running, now, await this.calendars.current(file.officeCode)),
      why: running && whyView(running),
      acts,
    }));
  }
}

function shownTo(file: CaseFile | null, me: Actor): CaseFile {
  if (!file || !reaches(me, file.officeCode)) throw caseProblems.notFound();
  return file;
}
