import { Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, Database, Deadlines, Steps, offersOf } from '#platform';
import { type CaseFacts, type CaseFile, CasesService, caseProblems, caseView, caseWorkflow } from '#cases';
import { LetterShelf } from './letter-shelf.service.js';
import { objectionActs } from './objection.acts.js';

/** The page of a letter, for the desk that answers it; to everybody else it is not there. */
@Injectable()
export class ObjectionPagesService {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
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

  async see(id: string, me: Actor) {
    const facts = await this.read(id, me);
    const { record: file } = facts;
    const { reader } = this.database;
    const now = this.clock.now();
    const about = { subject: 'case_file', id, officeCode: file.officeCode };
    // A letter with a name is answered, a tip without one is noted: the other button would only be in the way.
    const other = file.kind === 'lead' ? 'accept' : 'note';
    const steps = this.steps.open(caseWorkflow, facts, me, now).filter((step) => step.action !== other);
    return {
      title: `${caseView(file).kind} ${file.number}`,
      ...caseView(file),
      noticeHref: `/notices/${file.subjectId}`,
      ...(await this.deadlines.shown(reader, about, now, '为什么是这一天到期')),
      ...(await this.shelf.of(reader, id)),
      acts: offersOf(objectionActs, facts, steps, me, now),
    };
  }
}

function shownTo(file: CaseFile | null, me: Actor): CaseFile {
  if (!file || !reaches(me, file.officeCode)) throw caseProblems.notFound();
  return file;
}
