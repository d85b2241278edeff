import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Post, holds } from '#kernel';
import { pageBefore } from '../local-path.js';
import { PUBLIC } from '../public.js';
import { FRESH, POSTS, UNREADY } from '../access.decorators.js';
import { accessProblems } from './access.problems.js';
import { accessWays } from './access.words.js';
import { ApiKeys } from './api-keys.service.js';
import { SessionCookies } from './session-cookies.js';
import { type Admitted, type Session, actorOfSession } from './session.js';
import { SessionsService } from './sessions.service.js';

/** Who may ask a route. */
interface Rule {
  open: boolean;
  unready: boolean;
  posts: readonly Post[] | undefined;
  fresh: boolean;
}

/** The one guard, on every route and closed: a route that says nothing is for people who have signed in. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly rules = new WeakMap<object, Rule>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeys,
    private readonly cookies: SessionCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & Admitted>();
    const { open, unready, posts, fresh } = this.ruleOf(context);
    const session = await this.admit(request);
    if (session?.program) refuseProgram(session.program, { unready, fresh }, request.method);
    if (open) return true;
    if (!session) throw accessProblems.signIn();
    if (!session.ready && !unready) {
      throw accessProblems.unready({ way: { href: '/account', label: accessWays.ready } });
    }
    if (posts && !holds(actorOfSession(session), ...posts)) throw accessProblems.notYourPost();
    if (fresh && !(await this.sessions.isFresh(session))) {
      const back = request.method === 'GET' ? request.url : (pageBefore(request) ?? '/');
      throw accessProblems.confirm({
        way: { href: `/account/confirmation?next=${encodeURIComponent(back)}`, label: accessWays.confirm },
      });
    }
    return true;
  }

  /** What the decorators of a route say: read once, since it never changes. */
  private ruleOf(context: ExecutionContext): Rule {
    const handler = context.getHandler();
    const known = this.rules.get(handler);
    if (known) return known;
    const said = <T>(key: string): T | undefined =>
      this.reflector.getAllAndOverride<T | undefined>(key, [handler, context.getClass()]);
    const rule = {
      open: said<boolean>(PUBLIC) ?? false,
      unready: said<boolean>(UNREADY) ?? false,
      posts: said<Post[]>(POSTS),
      fresh: said<boolean>(FRESH) ?? false,
    };
    this.rules.set(handler, rule);
    return rule;
  }

  /** A key opens nothing from a cookie, which a browser would send along by itself. */
  private finderOf(request: FastifyRequest, token: string): Pick<SessionsService, 'find'> {
    return this.keys.isKey(token) && !this.cookies.leansOnCookie(request) ? this.keys : this.sessions;
  }

  private async admit(request: FastifyRequest & Admitted): Promise<Session | null> {
    const token = this.cookies.tokenOf(request);
    const session = token === null ? null : await this.finderOf(request, token).find(token);
    if (!session) return null;
    request.session = session;
    request.actor = actorOfSession(session);
    if (session.assisting) {
      request.assisting = { name: session.assisting.name, minutesLeft: this.sessions.minutesLeft(session.assisting) };
    }
    return session;
  }
}

/** A program acts within its scope; what belongs to a person's own account, or asks for a second factor, is not for programs. */
function refuseProgram(
  { readsOnly }: NonNullable<Session['program']>,
  { unready, fresh }: Pick<Rule, 'unready' | 'fresh'>,
  method: string,
): void {
  if (unready || fresh) throw accessProblems.persons();
  if (readsOnly && method !== 'GET' && method !== 'HEAD') throw accessProblems.readsOnly();
}
