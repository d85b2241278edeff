import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#kernel';
import { SessionCookies } from './access/session-cookies.js';
import { isPerson } from './audience.js';
import { CONFIG, type Config } from './config.js';
import { requestContext } from './request-context.js';
import { type Known, Versions } from './versions.js';

interface Kept {
  known: Known;
  from: number;
  until: number;
  body: string;
}

/** An answer that may be kept once it is there. */
export interface Keeping {
  list: string;
  key: string;
  /** The numbers as they stood before its rows were read: what changes later has a higher one. */
  known: Known;
  /** The moment from which the answer would change by itself; null: it is not kept. */
  until: Date | null;
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
  private readonly lists = new Map<string, string>();

  constructor(
    private readonly versions: Versions,
    private readonly clock: Clock,
    private readonly cookies: SessionCookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers at a path may be kept under the number of a list. */
  register(path: string, list: string): void {
    this.lists.set(path, list);
  }

  /** Answers from memory, or marks the request so that its answer is kept. Only for strangers' programs: theirs are all the same. */
  async give(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!this.config.answerCache || request.method !== 'GET' || isPerson(request)) return;
    const list = this.lists.get(request.url.split('?')[0] ?? '');
    const context = requestContext.getStore();
    if (list === undefined || !context || request.url.length > 1000 || this.cookies.tokenOf(request) !== null) return;
    const known = await this.versions.now();
    const found = this.kept.get(request.url);
    const now = this.clock.now().getTime();
    if (found && sameNumbers(found.known, known, list) && now >= found.from && now < found.until) {
      void reply.header('Vary', 'Accept, Cookie').type('application/json; charset=utf-8').send(found.body);
      return;
    }
    context.keeping = { list, key: request.url, known, until: null };
  }

  /** Keeps what was answered, if whoever answered said how long it stays true. */
  keep(reply: FastifyReply, body: unknown): void {
    const keeping = requestContext.getStore()?.keeping;
    if (!keeping?.until || reply.statusCode !== 200 || typeof body !== 'string') return;
    this.kept.delete(keeping.key);
    const { known, until } = keeping;
    this.kept.set(keeping.key, { known, from: this.clock.now().getTime(), until: until.getTime(), body });
    const [oldest] = this.kept.keys();
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Says of the answer that is being made from when on it would be another. */
export function staysTrueUntil(moment: Date): void {
  const keeping = requestContext.getStore()?.keeping;
  if (keeping) keeping.until = moment;
}

const sameNumbers = (one: Known, other: Known, list: string): boolean =>
  one.lists[list] === other.lists[list] && one.parameters === other.parameters && one.calendar === other.calendar;
