import { Injectable } from '@nestjs/common';
import { type Actor, Clock, addDays, dayOf, daysBetween, holds, startOf, widestScope } from '#kernel';
import { type Asked, Lists, ParameterStore, Shown, listPage, listView, otherDesks } from '#platform';
import { endingList, landOutList, ofOffice } from './ending.list.js';
import type { Ending } from './ending.view.js';

/** Days from which the end of a right presses, and after which land should be back. */
const [pressing, patience] = [30, 15];

/** Rights that end soon, and land that is not handed back yet: what has to be done about renewal, land and deposit. */
@Injectable()
export class EndingList {
  constructor(
    private readonly lists: Lists,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown<Ending>> {
    const today = dayOf(this.clock.now());
    const office = widestScope(me);
    const { expiryReminderDays } = await this.parameters.on(today);
    const until = startOf(addDays(today, expiryReminderDays + 1));
    const [soon, out] = await Promise.all([
      this.lists.page(endingList, asked, ofOffice(office, until)),
      this.lists.page(landOutList, { ...asked, sort: 'ended', after: '' }, ofOffice(office)),
    ]);
    const view = {
      reminderDays: expiryReminderDays,
      soon: listView(endingList, asked, soon, soon.rows),
      out: out.rows,
    };
    const left = soon.rows.map(({ id, lastDay }) => [id, daysBetween(today, lastDay)] as const);
    const over = out.rows.map(({ id, endedOn }) => [id, daysBetween(endedOn, today)] as const);
    return new Shown(view, () => ({
      pager: listPage(endingList, asked, view.soon, {}).pager,
      places: otherDesks(me, '/desk/ending'),
      left: Object.fromEntries(left.map(([id, days]) => [id, { days, level: days <= pressing ? 'soon' : 'calm' }])),
      over: Object.fromEntries(over.map(([id, days]) => [id, { days, level: days > patience ? 'late' : 'calm' }])),
      records: holds(me, 'town_trade'),
    }));
  }
}
