import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, RecordFacts } from '#kernel';
import { ForPosts, Fresh } from '../access.decorators.js';
import { type Done, Page, type Shown } from '../page.js';
import { documentWords } from '../openapi.words.js';
import { GIVES } from '../views/gives.js';
import { movedNoun } from '../moved.js';
import { Me, Public } from '../public.js';
import { ActDesk, type ActReader } from './act-desk.service.js';
import { type NamedRow, askedAt, calledIn, methodOf, rowsOf } from './act-rows.js';
import { actForm } from './act-form.js';
import { type ActPath, type ActTable } from './act-table.js';

export type { ActReader } from './act-desk.service.js';

/** Metadata key of the input class that an act's route takes. */
export const ASKS = 'exchange:asks';

/** Metadata key of the methods that stand behind an act's routes, as `Service.method` or `function`. */
export const DOERS = 'exchange:doers';

/** Metadata key of the routes of an act, where doing it looks at `If-Match`: what its gate asks. */
export const ACT = 'exchange:act';

export interface ActRoute {
  /** It takes a step of a workflow. */
  step: boolean;
  /** Its row names rules of its own. */
  asksRules: boolean;
}

/** Metadata key of what a route is called. */
export const CALLED = 'exchange:called';

/** Names the input class of a handler that looks at the whole of what comes in by itself. */
export const Takes = (input: Type): MethodDecorator => SetMetadata(ASKS, input);

/** The input class of a handler that keeps what is half typed: nothing of it is needed, so the document does not describe it. */
export const HALF = 'exchange:half';
export const TakesHalf = (input: Type): MethodDecorator => SetMetadata(HALF, input);

/**
 * The routes of a table of acts: for each row GET answers its form and POST does it, both through `ActDesk`. They are
 * ordinary routes, so the guard, the list of public routes and the document see each of them. What is about no single record
 * has no reader: what its acts make is shown by its own.
 */
export function actsController<Facts extends RecordFacts>(
  table: ActTable<Facts>,
  reader: Type<ActReader<Facts>> | null,
): Type {
  const { things, named = 'id' } = table;
  class ActsController {
    constructor(@Inject(ActDesk) readonly desk: ActDesk) {
      if (reader) desk.register(table, reader);
    }
  }
  const [first = '', ...rest] = things.replaceAll('/', '');
  const name = `${first.toUpperCase()}${rest.join('')}${named === null ? 'Whole' : ''}Acts`;
  Object.defineProperty(ActsController, 'name', { value: name });
  Controller(named === null ? things : `${things}/:${named}`)(ActsController);
  if (table.readers) ForPosts(...table.readers)(ActsController);
  for (const named of rowsOf(table)) {
    addRoutes(ActsController, { table, reader, named });
    const { noun, was } = named.row;
    if (was !== undefined) movedNoun(things, was, noun);
  }
  return ActsController;
}

/** The services that do the acts of some tables, which their module provides without naming them again. */
export function doersOf(...tables: readonly ActTable<never>[]): Type[] {
  return [...new Set(tables.flatMap((table) => rowsOf(table).map(({ row }) => row.by as Type)))];
}

interface Adding<Facts extends RecordFacts> {
  table: ActTable<Facts>;
  reader: Type<ActReader<Facts>> | null;
  named: NamedRow<Facts>;
}

type Routed = { desk: ActDesk };

function addRoutes<Facts extends RecordFacts>(controller: Type<Routed>, adding: Adding<Facts>): void {
  const { action, row, help } = adding.named;
  const { named: key = 'id' } = adding.table;
  const ask = function form(this: Routed, id = '', request: FastifyRequest, me: Actor): Promise<Shown> {
    return this.desk.form({ ...adding, id, at: pathOf(request) }, me);
  };
  const press = function act(this: Routed, id = '', request: FastifyRequest, me: Actor): Promise<Done | Shown> {
    return this.desk.press({ ...adding, id, at: pathOf(request) }, me, request);
  };
  const doors = [...(row.public ? [Public()] : []), ...(help?.posts ? [ForPosts(...help.posts)] : [])];
  addRoute(controller, `${action}_form`, ask, key, [Get(askedAt(row)), Page(row.page ?? 'confirm'), ...doors]);
  const told = row.tells === undefined ? [] : [Page(row.tells), HttpCode(row.noun === '' ? 201 : 200)];
  addRoute(controller, action, press, key, [Post(row.noun), ...(row.fresh ? [Fresh()] : []), ...told, ...doors]);
  const route: ActRoute = { step: help === null, asksRules: (help?.needs ?? []).length > 0 };
  for (const each of [press, ask]) Reflect.defineMetadata(ACT, route, each);
  const [doer, read] = [row.by.name, adding.reader?.name ?? ''];
  const method = `${doer}.${methodOf(action)}`;
  Reflect.defineMetadata(DOERS, [method, `${method}Faults`, `${read}.locked`, `${read}.touched`], press);
  Reflect.defineMetadata(DOERS, [`${read}.read`, row.form?.name ?? ''], ask);
  const called = calledIn(adding.table, adding.named);
  if (called !== '') Reflect.defineMetadata(CALLED, called, press);
  if (called !== '') Reflect.defineMetadata(CALLED, documentWords.form(called), ask);
  Reflect.defineMetadata(GIVES, actForm, ask);
  const given = row.gives ?? (row.tells === undefined ? adding.table.gives : undefined);
  if (given) Reflect.defineMetadata(GIVES, given, press);
  if (row.asks) Reflect.defineMetadata(ASKS, row.asks, press);
}

function addRoute(
  controller: Type,
  name: string,
  handler: unknown,
  key: string | null,
  decorators: readonly MethodDecorator[],
): void {
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: handler, configurable: true, writable: true });
  Reflect.defineMetadata('design:paramtypes', [String, Object, Object], prototype, name);
  if (key === 'id') Param('id', ParseUUIDPipe)(prototype, name, 0);
  else if (key !== null) Param(key)(prototype, name, 0);
  Req()(prototype, name, 1);
  Me()(prototype, name, 2);
  for (const decorate of decorators) decorate(prototype, name, descriptorOf(controller, name));
}

const descriptorOf = (controller: Type, name: string): PropertyDescriptor =>
  Object.getOwnPropertyDescriptor(controller.prototype as object, name) ?? {};

/** The parts of the address and of its query, as plain texts. */
function pathOf({ params, query }: FastifyRequest): ActPath {
  const texts = Object.entries({ ...(query as object), ...(params as object) });
  return Object.fromEntries(texts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
