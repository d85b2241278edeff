import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from './frames.js';

/** Metadata key of routes that anybody may use. */
export const PUBLIC = 'exchange:public';

/** Opens a route to people who have not signed in. Each is listed in `test/public-routes.txt`. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** Who is asking. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
