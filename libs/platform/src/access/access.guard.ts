import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Post, holds } from '#kernel';
import { PUBLIC } from '../public.js';
import { FRESH, POSTS, UNREADY } from './access.decorators.js';
import { accessProblems } from './access.problems.js';
import { SessionCookies } from './session-cookies.js';
import { type Admitted, type Session, actorOfSession } from './session.js';
import { SessionsService } from './sessions.service.js';

/** The one guard, on every route and closed: a route that says nothing is for people who have signed in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & Admitted>();
    const said = <T>(key: string): T | undefined =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    const session = await this.admit(request);
    if (said<boolean>(PUBLIC)) return true;
    if (!session) throw accessProblems.signIn();
    if (!session.ready && !said<boolean>(UNREADY)) {
      throw accessProblems.unready({ way: { href: '/account', label: '去设置账号' } });
    }
    const posts = said<Post[]>(POSTS);
    if (posts && !holds(actorOfSession(session), ...posts)) throw accessProblems.notYourPost();
    if (said<boolean>(FRESH) && !(await this.sessions.isFresh(session))) {
      const back = request.method === 'GET' ? request.url : backOf(request);
      throw accessProblems.confirm({
        way: { href: `/account/confirmation?next=${encodeURIComponent(back)}`, label: '输入验证码' },
      });
    }
    return true;
  }

  private async admit(request: FastifyRequest & Admitted): Promise<Session | null> {
    const token = this.cookies.tokenOf(request);
    const session = token === null ? null : await this.sessions.find(token);
    if (!session) return null;
    request.session = session;
    request.actor = actorOfSession(session);
    if (session.assisting) {
      request.assisting = { name: session.assisting.name, minutesLeft: this.sessions.minutesLeft(session.assisting) };
    }
    return session;
  }
}

function backOf(request: FastifyRequest): string {
  const { referer } = request.headers;
  if (!referer || !URL.canParse(referer)) return '/';
  const url = new URL(referer);
  return url.host === request.headers.host ? url.pathname + url.search : '/';
}
