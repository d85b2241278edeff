import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from './frames.js';

/** Metadata key of routes that anybody may use. */
export const PUBLIC = 'exchange:public';

/** Opens a route to people who have not signed in. Each is listed in `test/public-routes.txt`. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** Metadata key of routes whose answers are the same for every stranger. */
export const SHARED = 'exchange:shared';

/** What a stranger gets may be kept by whoever carries it, and is asked for anew each time: 304 while nothing has changed. */
export const Shared = (): MethodDecorator & ClassDecorator => SetMetadata(SHARED, true);

/** Metadata key of routes that look an Idempotency-Key up themselves. */
export const OWN_KEYS = 'exchange:own-keys';

/** The key is looked up where the act is done, under its lock, and nowhere before. */
export const OwnKeys = (): MethodDecorator & ClassDecorator => SetMetadata(OWN_KEYS, true);

/** Who is asking. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
