import { Injectable } from '@nestjs/common';
import { type Actor, Clock, scopesOf } from '#kernel';
import { screenKeepers } from './screen.facts.js';
import { OfficesService } from '#offices';
import { type Asked, type Download, Lists, ofOffice } from '#platform';
import { screenList } from './screen.list.js';
import { TerminalsService } from './terminals.service.js';

const every: Asked = { filters: {}, words: '', sort: 'quiet', after: '', limit: screenList.pageSize };
const scopeOf = (me: Actor) => ofOffice('t.office_code', ...scopesOf(me));

/** The halls in which this person registers a screen: those of his own offices. */
const registersFor = (me: Actor): string[] => [
  ...new Set(me.posts.filter(({ post }) => screenKeepers.includes(post)).map(({ officeCode }) => officeCode)),
];

/** Who watches over the screens sees which of them are silent while their halls are open. */
@Injectable()
export class ScreenLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly terminals: TerminalsService,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor) {
    const [silence, names] = [await this.terminals.silence(this.clock.now()), await this.offices.names()];
    return this.lists.show(
      screenList,
      asked,
      scopeOf(me),
      (row) => ({ ...row, ...silence(row) }),
      async (rows) => {
        // The longest silent first: those that are lost stand in front.
        const all = await this.lists.first(screenList, every, scopeOf(me), 100);
        return {
          registers: registersFor(me),
          options: { office: await this.offices.choicesFor(me) },
          lost: all.filter((row) => silence(row).lost).length,
          rows: rows.map((row) => ({ ...row, place: names.place(row.officeCode) })),
        };
      },
    );
  }

  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const [silence, names] = [await this.terminals.silence(this.clock.now()), await this.offices.names()];
    return this.lists.sheet(screenList, asked, scopeOf(me), (rows) =>
      rows.map((row) => ({ ...row, silentFor: silence(row).silentFor, place: names.place(row.officeCode) })),
    );
  }
}
