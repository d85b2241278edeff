import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { Clock, Problem, canonical } from '#kernel';
import { seal } from './access/secrets.js';
import { isPerson, readsApart } from './audience.js';
import { CONFIG, type Config } from './config.js';
import { Database } from './database.js';
import { Frames, actorOf } from './frames.js';
import { tagOf, tagsOf } from './entity-tags.js';
import {
  type KnownKey,
  Repeated,
  type StoredAnswer,
  answerKnown,
  keepAnswerSql,
  knownKeySql,
  longestKey,
  ownerOf,
} from './idempotency.js';
import { idempotencyProblems } from './idempotency.problems.js';
import { Done, Download, PAGE, Shown } from './page.js';
import { OWN_KEYS, SHARED } from './public.js';
import { requestContext } from './request-context.js';
import { revalidated } from './revalidated.js';
import { Templates } from './templates.js';
import { allUploads } from './uploads.js';
import type { DoneView } from './views/shared.view.js';

interface PageOptions {
  template: string;
  hall?: boolean;
  wide?: boolean;
  refresh?: number;
}

interface Route {
  readonly page: PageOptions | undefined;
  readonly shared: boolean;
  readonly ownKeys: boolean;
}

/** One route, two representations: the view as a page for a person, as JSON for a program. */
@Injectable()
export class Respond implements NestInterceptor {
  private readonly routes = new WeakMap<object, Route>();

  constructor(
    private readonly reflector: Reflector,
    private readonly frames: Frames,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('Vary', readsApart);
    claimKey(request, this.config.secretKey, this.clock.now());
    return from(this.run(request, reply, this.routeOf(context), next));
  }

  private async run(request: FastifyRequest, reply: FastifyReply, route: Route, next: CallHandler): Promise<unknown> {
    try {
      if (!route.ownKeys) await this.known();
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      // The handler has taken the answer into its own hands: events, for as long as somebody watches.
      if (reply.sent) return undefined;
      const body = await this.answer(request, reply, route, answer);
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      return route.shared && Buffer.isBuffer(bytes) && isStranger(request, reply)
        ? revalidated(request, reply, bytes)
        : bytes;
    } catch (error) {
      if (error instanceof Repeated) return this.repeat(request, reply, error.answer);
      throw told(error);
    }
  }

  private routeOf(context: ExecutionContext): Route {
    const handler = context.getHandler();
    const known = this.routes.get(handler);
    if (known) return known;
    const said = <T>(key: string): T | undefined =>
      this.reflector.getAllAndOverride(key, [handler, context.getClass()]);
    const route = {
      ...{ page: said<PageOptions>(PAGE), shared: said<boolean>(SHARED) ?? false },
      ownKeys: said<boolean>(OWN_KEYS) ?? false,
    };
    this.routes.set(handler, route);
    return route;
  }

  /** Asked before anything is looked at: what the act has changed must not refuse its own repeat. */
  private async known(): Promise<void> {
    const asked = requestContext.getStore()?.idempotency;
    if (!asked) return;
    const [known] = await this.database.rows<KnownKey>('known key', knownKeySql, [asked.scope, asked.key]);
    if (!known) return;
    asked.begun = true;
    answerKnown(asked, known);
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { page, shared }: Route,
    answer: unknown,
  ): Promise<unknown> {
    if (answer instanceof Download) return download(reply, answer);
    if (answer instanceof Done) return this.done(request, reply, answer);
    if (!isPerson(request) || !page) return asJson(reply, answer instanceof Shown ? answer.view : answer);
    const view = await pageOf(answer);
    const frame = await this.frames.of(request, reply, {
      ...page,
      title: textIn(view, 'title'),
      feed: textIn(view, 'feed'),
      ...(shared && { about: this.templates.about(page.template, { ...view, county: this.config.county.name }) }),
    });
    reply.type('text/html; charset=utf-8');
    return this.templates.render(page.template, { ...view, page: frame });
  }

  private async done(request: FastifyRequest, reply: FastifyReply, done: Done): Promise<unknown> {
    const person = isPerson(request);
    const status = person ? 303 : reply.statusCode === 200 ? 200 : 201;
    // RFC 7240: who needs only the outcome does not pay for the view.
    const minimal = person || request.headers.prefer === 'return=minimal';
    if (minimal && !person) reply.header('Preference-Applied', 'return=minimal');
    const view = minimal ? {} : await viewOf(done);
    const body = person ? null : (JSON.parse(JSON.stringify(view)) as unknown);
    const stored: StoredAnswer = { status, location: done.location, body };
    await this.keep(stored);
    if (requestContext.getStore()?.idempotency?.replayed) reply.header('Idempotency-Replayed', 'true');
    if (person) {
      const form = done.restores ? await this.frames.takeBack(request, reply) : null;
      if (done.flash !== '')
        await this.frames.say(
          request,
          reply,
          { tone: 'go', title: done.flash, text: '', ...nextWork(request, done) },
          form,
        );
    }
    return this.send(request, reply, stored);
  }

  private async repeat(request: FastifyRequest, reply: FastifyReply, answer: StoredAnswer | null): Promise<unknown> {
    if (!answer) throw idempotencyProblems.done();
    reply.header('Idempotency-Replayed', 'true');
    const spared = Object.keys(answer.body ?? {}).length === 0 && request.headers.prefer === 'return=minimal';
    if (spared) reply.header('Preference-Applied', 'return=minimal');
    return this.send(request, reply, answer);
  }

  private send(request: FastifyRequest, reply: FastifyReply, answer: StoredAnswer): unknown {
    reply.status(answer.status);
    if (answer.location !== null)
      reply.header('Location', isPerson(request) ? answer.location : `/api${answer.location}`);
    return asJson(reply, answer.body ?? {});
  }

  private async keep(answer: StoredAnswer): Promise<void> {
    const asked = requestContext.getStore()?.idempotency;
    if (!asked?.claimed) return;
    const sealed = seal(asked.secret, JSON.stringify(answer), ownerOf(asked));
    await this.database.write(keepAnswerSql, [asked.scope, asked.key, JSON.stringify(sealed)]);
    asked.answered = true;
  }
}

/** Somebody whom nobody knows, and to whom nothing was left to be said. */
const isStranger = (request: FastifyRequest, reply: FastifyReply): boolean =>
  request.method !== 'POST' && actorOf(request).accountId === null && !reply.hasHeader('set-cookie');

async function pageOf(answer: unknown): Promise<object> {
  if (!(answer instanceof Shown)) return (answer ?? {}) as object;
  const more: unknown = typeof answer.page === 'function' ? await (answer.page as () => unknown)() : answer.page;
  return { ...answer.view, ...(more as object) };
}

async function viewOf({ view, flash, location }: Done): Promise<object> {
  if (view === null) return { said: flash, href: location } satisfies DoneView;
  const made = typeof view === 'function' ? await (view as () => unknown)() : view;
  return (made instanceof Shown ? made.view : made) as object;
}

/** A repeat whose act is done, refused by what it looked at before its transaction: it is told that it was done. */
function told(error: unknown): unknown {
  const asked = requestContext.getStore()?.idempotency;
  const refused = error instanceof Problem && asked?.begun === true && asked.turn === 0;
  return refused && error.type !== 'idempotency-other-body' ? idempotencyProblems.done() : error;
}

/** Reads Idempotency-Key (programs) or the form's `_once` field (people) into the request's context. */
function claimKey(request: FastifyRequest, secret: Buffer, at: Date): void {
  const context = requestContext.getStore();
  if (!context || request.method === 'GET' || request.method === 'HEAD') return;
  const body = (request.body ?? {}) as Record<string, unknown>;
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' ? header : typeof body['_once'] === 'string' ? body['_once'] : null;
  if (typeof body === 'object') delete body['_once'];
  context.ifMatch = tagsOf(request.headers['if-match']);
  if (key !== null && key.length > longestKey) throw idempotencyProblems.keyTooLong();
  // What holds a password is never fingerprinted: a fast hash of it would be kept.
  if (key === null || key === '' || 'password' in body || 'newPassword' in body) return;
  const account = (request as { actor?: { accountId: string | null } }).actor?.accountId ?? `network:${request.ip}`;
  const hash = createHash('sha256').update(`${request.method} ${request.url} ${canonical(body)}`);
  // Another photo under the same key is another act.
  for (const { fileName, content } of allUploads(request))
    hash.update(`\n${fileName} ${content.length} `).update(content);
  const fingerprint = hash.digest('hex');
  const fresh = { claimed: false, turn: 0, begun: false, replayed: false, answered: false };
  context.idempotency = { scope: account, key, fingerprint, at, secret, ...fresh };
}

function asJson(reply: FastifyReply, view: unknown): unknown {
  const { id, revision } = (view ?? {}) as { id?: unknown; revision?: unknown };
  if (typeof revision === 'number') reply.header('ETag', tagOf({ id, revision }));
  reply.type('application/json; charset=utf-8');
  return JSON.stringify(view ?? {});
}

function download(reply: FastifyReply, file: Download): Buffer {
  const name = encodeURIComponent(file.fileName);
  reply.header('Content-Disposition', `${file.options.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
  if (file.options.cache) reply.header('Cache-Control', file.options.cache);
  reply.type(file.mediaType);
  return file.content;
}

/** After an act on a record an officer is led to what waits next. */
function nextWork(request: FastifyRequest, { location }: Done): { next?: string } {
  const record = /^\/[a-z-]+\/[0-9a-f-]{36}/.test(location);
  return actorOf(request).kind === 'staff' && record ? { next: '/desk/next' } : {};
}

/** A text of a view, if it has it: what it is called, where the same can be followed. */
function textIn(view: object, name: 'title' | 'feed'): string {
  const text = (view as Record<string, unknown>)[name];
  return typeof text === 'string' ? text : '';
}
