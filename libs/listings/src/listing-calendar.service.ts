import { Inject, Injectable } from '@nestjs/common';
import { at, statesIn } from '#kernel';
import {
  type Asked,
  CONFIG,
  type Config,
  Download,
  List,
  Lists,
  ParameterStore,
  type RowOf,
  type Scope,
  Templates,
  column,
  everybody,
  maybe,
  sentTypes,
  sqlNames,
} from '#platform';
import { listingList, lotState } from './listing.list.js';
import { listingProblems } from './listing.problems.js';
import { listingWorkflow } from './listing.workflow.js';

/** So many closing days has a calendar. */
const entries = 300;
/** A period that ends with the lot, or stands still: its closing day is no longer one. */
const called: readonly string[] = ['withdrawn', 'terminated', 'suspended'];
const { spec } = listingList;

/** Lots with a closing day. Where no state is asked for, what was called off stands among them, so that calendars take it out. */
const closingList = new List({
  ...spec,
  name: 'listings-closing',
  fields: {
    ...spec.fields,
    revision: column.count('revision'),
    closedAt: maybe(column.moment('closed_at')),
    changedAt: column.moment('greatest(published_at, state_since)'),
  },
  where: `${spec.where} AND closes_on IS NOT NULL`,
  filters: {
    ...spec.filters,
    state: {
      ...lotState,
      unset: `state IN (${sqlNames([...statesIn(listingWorkflow, 'offered'), ...called])})`,
    },
  },
});
type Closing = RowOf<typeof closingList.spec.fields>;

/** Closing days as iCalendar (RFC 5545): of one lot, or of what a filter finds. */
@Injectable()
export class ListingCalendar {
  constructor(
    private readonly lists: Lists,
    private readonly parameters: ParameterStore,
    @Inject(Templates) private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  of(asked: Asked): Promise<Download> {
    return this.written({ ...asked, sort: 'newest', after: '' }, everybody);
  }

  async one(id: string): Promise<Download> {
    const only: Scope = { name: 'one', where: (say) => `id = ${say(id)}` };
    const all = { ...Object.fromEntries(Object.keys(spec.filters).map((name) => [name, ''])), state: 'all' };
    return this.written({ filters: all, words: '', sort: 'newest', after: '', limit: 1 }, only, true);
  }

  private async written(asked: Asked, scope: Scope, mustBe = false): Promise<Download> {
    const rows = await this.lists.first(closingList, asked, scope, entries);
    if (mustBe && rows.length === 0) throw listingProblems.notFound();
    const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
    const calendar = ical({
      name: this.templates.text('listings/closing-calendar', { county: this.config.county.name }),
      method: ICalCalendarMethod.PUBLISH,
      prodId: { company: this.config.county.name, product: 'listings', language: 'ZH' },
    });
    for (const row of rows) {
      const over = called.includes(row.state) && row.closedAt === null;
      const view = { ...row, over };
      // Moments are written in UTC: with a zone the library writes the hour of the machine it runs on, whatever zone that is.
      calendar.createEvent({
        id: row.id,
        sequence: row.revision,
        stamp: row.changedAt,
        start: await this.closing(row),
        summary: this.templates.text('listings/closing-title', view),
        description: this.templates.text('listings/closing-entry', view),
        location: row.place,
        url: `${this.config.publicUrl}/listings/${row.id}`,
        status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      });
    }
    const content = Buffer.from(calendar.toString(), 'utf8');
    return new Download(content, `${sentTypes.calendar}; charset=utf-8`, `${spec.name}.ics`, { inline: true });
  }

  /** The moment at which a period ends, or ended; of one that was called off, close of business of its day. */
  private async closing({ closedAt, dueAt, state, closesOn, changedAt }: Closing): Promise<Date> {
    if (closedAt) return closedAt;
    if (state === 'listed' && dueAt) return dueAt;
    if (closesOn === null) return changedAt;
    return at(closesOn, (await this.parameters.on(closesOn)).closeOfBusiness);
  }
}
