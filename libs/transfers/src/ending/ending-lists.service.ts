import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, addDays, daysBetween, holds, scopesOf, startOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, type Download, Lists, ParameterStore, type Scope, Shown, ofOffice, otherDesks } from '#platform';
import { endingList, landOutList } from './ending.list.js';

/** Days from which the end of a right presses, and after which land should be back. */
const [pressing, patience] = [30, 15];

/** Rights that end soon, and land that is not handed back yet: what has to be done about renewal, land and deposit. */
@Injectable()
export class EndingLists {
  constructor(
    private readonly lists: Lists,
    private readonly parameters: ParameterStore,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  async soon(asked: Asked, me: Actor) {
    const today = this.clock.today();
    const { scope, reminderDays } = await this.reminded(today, me);
    const { view, page } = await this.lists.show(
      endingList,
      asked,
      scope,
      (row) => row,
      async (rows) => ({
        options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
        places: otherDesks(me, '/desk/ending'),
        left: daysOf(
          rows,
          ({ lastDay }) => daysBetween(today, lastDay),
          (days) => (days <= pressing ? 'soon' : 'calm'),
        ),
      }),
    );
    return new Shown({ ...view, reminderDays }, page);
  }

  async soonSheet(asked: Asked, me: Actor): Promise<Download> {
    const { scope } = await this.reminded(this.clock.today(), me);
    return this.lists.sheet(endingList, asked, scope, (rows) => rows);
  }

  out(asked: Asked, me: Actor) {
    const today = this.clock.today();
    return this.lists.show(
      landOutList,
      asked,
      ofCases(me),
      (row) => row,
      async (rows) => ({
        options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
        places: otherDesks(me, '/desk/land-out'),
        over: daysOf(
          rows,
          ({ endedOn }) => daysBetween(endedOn, today),
          (days) => (days > patience ? 'late' : 'calm'),
        ),
        records: holds(me, 'town_trade'),
      }),
    );
  }

  outSheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(landOutList, asked, ofCases(me), (rows) => rows);
  }

  /** Cases whose last day lies within the days of the reminder. */
  private async reminded(today: Day, me: Actor): Promise<{ scope: Scope; reminderDays: number }> {
    const { expiryReminderDays: reminderDays } = await this.parameters.on(today);
    const own = ofCases(me);
    const until = startOf(addDays(today, reminderDays + 1));
    const where: Scope['where'] = (say) =>
      `${own.where(say)} AND coalesce(t.due_at, 'infinity') <= ${say(until)}::timestamptz`;
    return { scope: { name: own.name, where }, reminderDays };
  }
}

const ofCases = (me: Actor): Scope => ofOffice('t.office_code', ...scopesOf(me));

/** How many days each row is from its day, and how that looks. */
const daysOf = <Row extends { id: string }>(
  rows: readonly Row[],
  count: (row: Row) => number,
  levelOf: (days: number) => string,
) => Object.fromEntries(rows.map((row) => [row.id, { days: count(row), level: levelOf(count(row)) }]));
