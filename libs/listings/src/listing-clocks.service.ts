import { Injectable } from '@nestjs/common';
import { dayOf } from '#kernel';
import { type Act, Calendars, Deadlines } from '#platform';
import { Interest } from './interests/interest.entity.js';
import { interestStates } from './interests/interest-states.workflow.js';
import type { Listing } from './listing.entity.js';
import { Question } from './questions/question.entity.js';
import { questionStates } from './questions/question-states.workflow.js';

/** In one order, and after their lot, which whoever answers one of them locks first. */
const inTurn = { order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } } as const;

/** What of a lot waits for its office by a clock of its own. */
const waiting = [
  {
    ...{ record: Interest, subject: 'interest', kind: 'state:registered', words: interestStates.registered },
    open: ({ tx }: Act, listingId: string) =>
      tx.find(Interest, { where: { listingId, state: 'registered' }, ...inTurn }),
  },
  {
    ...{ record: Question, subject: 'question', kind: 'state:asked', words: questionStates.asked },
    open: ({ tx }: Act, listingId: string) => tx.find(Question, { where: { listingId, state: 'asked' }, ...inTurn }),
  },
] as const;

/** 中止停表：what waits for a lot's office stands still with the lot; it may be answered all the same. */
@Injectable()
export class ListingClocks {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
  ) {}

  async stop(act: Act, lot: Listing): Promise<void> {
    for (const each of waiting)
      for (const { id } of await each.open(act, lot.id)) {
        await this.deadlines.stop(act.tx, each.subject, id, act.now, each.kind);
        await act.tx.update<Interest | Question>(each.record, { id }, { dueAt: null });
      }
  }

  /** Each goes on with the working days that were left of it, and at least one. */
  async goOn(act: Act, lot: Listing): Promise<void> {
    const calendar = await this.calendars.at(act.tx, lot.officeCode);
    for (const each of waiting)
      for (const { id } of await each.open(act, lot.id)) {
        const { subject, kind, words } = each;
        const stopped = (await this.deadlines.of(act.tx, subject, id)).findLast((clock) => clock.kind === kind);
        const left = stopped?.closedAt ? calendar.workingDaysLeft(dayOf(stopped.closedAt), stopped.lastDay) : 1;
        const { label, basis } = words;
        const { dueAt } = await this.deadlines.set(
          act.tx,
          {
            ...{ subject, subjectId: id, kind, label, basis, start: act.today, workingDays: Math.max(1, left) },
            ...{ untilClose: false, officeCode: lot.officeCode, column: { table: subject, name: 'due_at' } },
          },
          act.now,
        );
        await act.tx.update<Interest | Question>(each.record, { id }, { dueAt });
      }
  }
}
