import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Fields } from './field.js';
import type { List } from './list.js';
import { isPerson } from '../audience.js';
import { knows, readQuery } from './list-query.js';

/** What the address asks of a list, checked against its declaration: `@Asks(noticeList) asked: Asked`. */
export const Asks = createParamDecorator((list: List<Fields>, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const of = (request.params as Readonly<Record<string, string>> | undefined)?.['id'];
  return readQuery(list, queryOf(list, request), of);
});

/** What a page is asked beside its list is let fall: messengers add words of theirs to every link that is passed on. */
function queryOf(list: List<Fields>, request: FastifyRequest): Record<string, unknown> {
  const query = (request.query ?? {}) as Record<string, unknown>;
  if (!isPerson(request)) return query;
  return Object.fromEntries(Object.entries(query).filter(([name]) => knows(list, name)));
}
