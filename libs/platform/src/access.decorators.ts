import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Post } from '#kernel';
import { accessProblems } from './access/access.problems.js';
import { type Session, sessionOf } from './access/session.js';

export const UNREADY = 'exchange:unready';
export const FRESH = 'exchange:fresh';
export const POSTS = 'exchange:posts';

/** Open to an account that has not changed its start password or bound its authenticator yet. */
export const Unready = (): MethodDecorator & ClassDecorator => SetMetadata(UNREADY, true);

/**
 * Asks for a second factor confirmed within the last minutes: for acts that one person can do alone and that cannot be
 * called back, on money, whole account numbers, rules of the county and accounts (ADR 0023). Recording and certifying a
 * right do not ask: each needs three persons before it, and may come a dozen times an hour.
 */
export const Fresh = (): MethodDecorator & ClassDecorator => SetMetadata(FRESH, true);

/** For pages that belong to posts as a whole. What may be done to a record is asked by the gate, not here. */
export const ForPosts = (...posts: Post[]): MethodDecorator & ClassDecorator => SetMetadata(POSTS, posts);

/** The session of who is asking; refuses strangers. */
export const MySession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const session = sessionOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!session) throw accessProblems.signIn();
  return session;
});
