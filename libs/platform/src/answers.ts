import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#kernel';
import { SessionCookies } from './access/session-cookies.js';
import { isPerson, readsApart } from './audience.js';
import { Database } from './database.js';
import { requestContext, type Known } from './request-context.js';
import { revalidated, tagOf } from './revalidated.js';
import { Versions } from './versions.js';

interface Kept {
  known: Known;
  place: string;
  from: number;
  until: number;
  body: Buffer;
  tag: string;
}

/** So many answers are kept; the oldest goes first. */
const most = 2000;

/**
 * Answers of public lists to programs, kept in memory while nothing has changed: under the number that each transaction raises
 * which changes a row, and until the moment at which the answer would change by itself. Each request looks at the number, so
 * that no process ever gives an older list than one it could have read. Off unless the settings turn it on.
 */
@Injectable()
export class Answers {
  private readonly kept = new Map<string, Kept>();
  private readonly lists = new Map<string, { list: string; changes: PlaceChanges; placeOf: PlaceOf }>();

  constructor(
    private readonly versions: Versions,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookies: SessionCookies,
  ) {}

  /** Answers at a path may be kept under the numbers of a list: that of the place they are of, or that of the whole. */
  register(path: string, list: string, placeOf: PlaceOf): void {
    this.lists.set(path, { list, placeOf, changes: new PlaceChanges(this.database, list) });
  }

  /** Answers from memory, or marks the request so that its answer is kept. Only for strangers' programs: theirs are all the same. */
  async give(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.method !== 'GET' || isPerson(request)) return;
    const registered = this.lists.get(request.url.split('?')[0] ?? '');
    const context = requestContext.getStore();
    if (registered === undefined || !context || request.url.length > 1000 || this.cookies.tokenOf(request) !== null)
      return;
    const known = await this.versions.now();
    const { list, changes, placeOf } = registered;
    const found = this.kept.get(request.url);
    const now = this.clock.now().getTime();
    if (
      found &&
      sameRules(found.known, known) &&
      now >= found.from &&
      now < found.until &&
      (await changes.none(found, known))
    ) {
      reply.header('Vary', readsApart).type('application/json; charset=utf-8');
      void reply.send(revalidated(request, reply, found.body, found.tag));
      return;
    }
    context.keeping = {
      list,
      key: request.url,
      place: placeOf(request.query as Record<string, unknown>),
      known,
      until: null,
    };
  }

  /** Keeps what was answered, if whoever answered said how long it stays true. */
  keep(reply: FastifyReply, body: unknown): void {
    const keeping = requestContext.getStore()?.keeping;
    if (!keeping?.until || reply.statusCode !== 200 || !Buffer.isBuffer(body)) return;
    this.kept.delete(keeping.key);
    const { known, until, place } = keeping;
    const from = this.clock.now().getTime();
    this.kept.set(keeping.key, { known, place, from, until: until.getTime(), body, tag: tagOf(body) });
    const [oldest] = this.kept.keys();
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Says of the answer that is being made from when on it would be another. */
export function staysTrueUntil(moment: Date): void {
  const keeping = requestContext.getStore()?.keeping;
  if (keeping) keeping.until = moment;
}

const sameRules = (one: Known, other: Known): boolean =>
  one.parameters === other.parameters && one.calendar === other.calendar;

/** The place whose rows alone a query asks for; '' for the whole list. */
type PlaceOf = (query: Readonly<Record<string, unknown>>) => string;

/** When each place of a list was last changed, as far as a process has looked. */
class PlaceChanges {
  private readonly places = new Map<string, number>();
  private seen = 0;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly list: string,
  ) {}

  /** Whether nothing of an answer's place has changed since it was made. */
  async none({ known, place }: Pick<Kept, 'known' | 'place'>, now: Known): Promise<boolean> {
    const [then, current] = [known.lists[this.list] ?? 0, now.lists[this.list] ?? 0];
    if (then === current || place === '') return then === current;
    while (this.seen < current) {
      this.looking ??= this.look(current).finally(() => (this.looking = null));
      await this.looking;
    }
    return (this.places.get(place) ?? 0) <= then;
  }

  /** Numbers rise in the order of commits: what is read now has everything up to `current`. */
  private async look(current: number): Promise<void> {
    const rows = await this.database.rows<{ place: string; number: number }>(
      'changed places',
      'SELECT place, number FROM list_place_version WHERE list = $1 AND number > $2 ORDER BY number',
      [this.list, this.seen],
    );
    for (const { place, number } of rows) this.places.set(place, number);
    this.seen = Math.max(this.seen, current, rows.at(-1)?.number ?? 0);
  }
}
