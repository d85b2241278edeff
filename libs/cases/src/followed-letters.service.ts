import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '#kernel';
import { Calendars, Database, Deadlines, Shown, dueView, historyOf, whyView } from '#platform';
import { CasesService } from './cases.service.js';
import { type FollowedLetter, followedLetterOf } from './followed-letter.view.js';

/** What the sender of a letter reads by the number and code of the receipt: where it is, and the answer once there is one. */
@Injectable()
export class FollowedLetters {
  constructor(
    private readonly database: Database,
    private readonly cases: CasesService,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** The letter, and its deadline as the page says it; null for a wrong number or code. */
  async find(number: string, code: string): Promise<Shown<FollowedLetter> | null> {
    const reader = this.database.reader;
    const file = await this.cases.followed(reader, number, code).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (!file) return null;
    const running = await this.deadlines.running(reader, 'case_file', file.id);
    const history = await historyOf(reader, 'case_file', file.id);
    const calendar = await this.calendars.current(file.officeCode);
    return new Shown(followedLetterOf(file, running, history), {
      due: running && dueView(running, this.clock.now(), calendar),
      why: running && whyView(running),
    });
  }
}
