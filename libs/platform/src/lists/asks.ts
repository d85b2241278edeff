import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Fields } from './field.js';
import type { List } from './list.js';
import { readQuery } from './list-query.js';

/** What the address asks of a list, checked against its declaration: `@Asks(noticeList) asked: Asked`. */
export const Asks = createParamDecorator((list: List<Fields>, context: ExecutionContext) =>
  readQuery(list, (context.switchToHttp().getRequest<FastifyRequest>().query ?? {}) as Record<string, unknown>),
);
