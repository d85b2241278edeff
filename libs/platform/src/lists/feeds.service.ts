import { Inject, Injectable } from '@nestjs/common';
import { Clock, startOf } from '#kernel';
import { CONFIG, type Config } from '../config.js';
import { Download } from '../page.js';
import { Templates } from '../templates.js';
import { type Fields, type RowOf, column } from './field.js';
import { type Asked, List, type Scope } from './list.js';
import { Lists, type Seen } from './lists.service.js';

/** So many entries has a feed. */
const entries = 50;
/** Characters that no XML may hold, however they are written. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

type Told = Readonly<Record<string, unknown>> & { id: string; publishedOn: Date; updatedOn: Date };

/** Public lists as Atom feeds (RFC 4287): the same filters, the newest first. */
@Injectable()
export class Feeds {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
    @Inject(Templates) private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show<F extends Fields>(
    list: List<F>,
    asked: Asked,
    scope: Scope,
    seen: Seen<F, object> | Promise<Seen<F, object>>,
    at?: string,
  ): Promise<Download> {
    const { feed: told, labels } = list.spec;
    if (!told) throw new TypeError(`${list.spec.name} has no feed.`);
    const [rows, line] = await Promise.all([this.newest(list, asked, scope), seen]);
    const { publicUrl, county } = this.config;
    const plain = { ...asked, sort: list.usual(asked.filters), after: '' };
    const self = publicUrl + (at ?? list.address(plain, {}, '/feed'));
    const { Feed } = await import('feed');
    const feed = new Feed({
      id: self,
      title: `${county.name} ${labels?.sheet ?? labels?.title ?? ''}`,
      link: publicUrl + list.address(plain),
      feedLinks: { atom: self },
      author: { name: this.templates.text('feed-author', { county: county.name }), link: publicUrl },
      updated: rows.map(({ updatedOn }) => updatedOn).reduce(later, startOf(this.clock.today())),
      generator: false,
    });
    for (const row of rows) {
      const view = line(row as unknown as RowOf<F>);
      feed.addItem({
        id: `urn:uuid:${row.id}`,
        link: `${publicUrl}${told.record}/${row.id}`,
        title: this.written(told.title, view),
        description: this.written(told.summary, view),
        published: row.publishedOn,
        date: row.updatedOn,
      });
    }
    const content = Buffer.from(feed.atom1(), 'utf8');
    return new Download(content, 'application/atom+xml; charset=utf-8', `${list.spec.name}.atom`, { inline: true });
  }

  /** The rows with the moments of their entries, which the list itself does not tell. */
  private async newest<F extends Fields>(list: List<F>, asked: Asked, scope: Scope): Promise<Told[]> {
    const { name, fields, feed } = list.spec;
    const moments = {
      publishedOn: column.moment(feed?.published ?? ''),
      updatedOn: column.moment(feed?.updated ?? ''),
    };
    const whole = new List({ ...list.spec, name: `${name}-feed`, fields: { ...fields, ...moments } });
    const newest = { ...asked, sort: feed?.sort ?? asked.sort, limit: entries };
    return (await this.lists.first(whole, newest, scope, entries + 1)).slice(0, entries) as unknown as Told[];
  }

  private written(template: string, view: object): string {
    return this.templates.text(template, view).replaceAll(unwritable, '');
  }
}

const later = (one: Date, other: Date): Date => (other > one ? other : one);
