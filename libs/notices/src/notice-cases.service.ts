import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import type { CaseFacts, CaseSide } from '#cases';
import { type Act, CONFIG, type Config } from '#platform';
import { Notice } from './notice.entity.js';
import { wakeNotice } from './notice.facts.js';
import type { ObjectionLetter } from './objection-answer.letter.js';

/** What notices do beside the engine for letters about them. */
@Injectable()
export class NoticeCases implements CaseSide {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The last answer may be all that a notice waited for. */
  async follow(act: Act, { record }: CaseFacts, action: string): Promise<void> {
    if (action === 'serve' || action === 'withdraw') await wakeNotice(act, record.subjectId);
  }

  /** What its letters say beside it: the notice, and the last day of the answer. */
  async letterFacts({ tx }: Act, { record: { id, subjectId } }: CaseFacts): Promise<ObjectionLetter> {
    const [due]: { lastDay: Day }[] = await tx.query(
      `SELECT last_day AS "lastDay" FROM deadline WHERE subject = 'case_file' AND subject_id = $1 AND closed_at IS NULL ORDER BY due_at LIMIT 1`,
      [id],
    );
    const notice = await tx.findOneBy(Notice, { id: subjectId });
    return { notice, dueOn: due?.lastDay ?? null, phone: this.config.county.phone };
  }
}
