import 'reflect-metadata';
import { ParseUUIDPipe, RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { Post } from '#kernel';
import { FRESH, POSTS, UNREADY } from '../access.decorators.js';
import { ACT, ASKS, type ActRoute, CALLED, DOERS, HALF } from '../acts/acts.controller.js';
import type { Fields } from '../lists/field.js';
import { List } from '../lists/list.js';
import { PAGE } from '../page.js';
import { GIVES, SENDS } from '../views/gives.js';
import type { Value } from '../views/values.js';
import { PUBLIC } from '../public.js';

/** What a handler takes from the request: the whole body or query as a class, or one named value. */
export interface RouteInput {
  from: 'body' | 'query' | 'path';
  name: string | null;
  type: Type | null;
  /** It may be half typed: nothing in it is needed. */
  half?: true;
  /** It is the UUID of a record. */
  id?: true;
  /** The list that is asked, if the query is one. */
  list?: List<Fields>;
}

/** A route as its decorators declare it. */
export interface Route {
  method: string;
  /** As Fastify has it: `/transfers/:id/submission`. */
  path: string;
  controller: string;
  handler: string;
  public: boolean;
  /** Template that shows it to a person; null if only a program can read the answer. */
  page: string | null;
  /** It changes something. */
  changes: boolean;
  /** It does an act of a table; null for what does none. */
  act: ActRoute | null;
  /** What it is called, where a row says it. */
  called: string | null;
  /** Open to an account that is not ready. */
  unready: boolean;
  /** Asks for a second factor shown just now. */
  fresh: boolean;
  /** The kinds of file that it sends; none for what answers with values. */
  sends: readonly string[];
  /** The methods that do it, as `Service.method`. */
  doers: readonly string[];
  /** Status a decorator fixes, else null. */
  status: number | null;
  /** Posts as a whole that a decorator asks for; what may be done to a record is the gate's. */
  posts: readonly Post[];
  inputs: readonly RouteInput[];
  /** The view it answers with; null where none is declared. */
  gives: Value<unknown> | null;
}

/** Every route of the application, by path and method. */
export function routesOf(app: { get(token: typeof ModulesContainer): ModulesContainer }): Route[] {
  const routes = [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOfController(metatype as Type) : []));
  return routes.toSorted((one, other) => order(one).localeCompare(order(other), 'en'));
}

/** The routes a stranger may use, as `test/public-routes.txt` lists them. */
export function publicRoutes(app: Parameters<typeof routesOf>[0]): string[] {
  return routesOf(app).flatMap((route) => (route.public ? [`${route.method} ${route.path}`] : []));
}

const order = (route: Route): string => `${route.path} ${route.method}`;

function routesOfController(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const prefixes = texts(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(prototype).flatMap((handler) => {
    const work = prototype[handler];
    if (typeof work !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, work)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, work) as number] ?? 'GET';
    const page = Reflect.getMetadata(PAGE, work) as { template: string } | undefined;
    const said = <T>(key: string): T | undefined =>
      (Reflect.getMetadata(key, work) ?? Reflect.getMetadata(key, controller)) as T | undefined;
    const route = {
      ...{ method, controller: controller.name, handler, changes: unsafe.has(method) },
      public: said(PUBLIC) !== undefined,
      page: page?.template ?? null,
      act: said<ActRoute>(ACT) ?? null,
      called: said<string>(CALLED) ?? null,
      unready: said(UNREADY) !== undefined,
      fresh: said(FRESH) !== undefined,
      sends: said<readonly string[]>(SENDS) ?? [],
      doers: said<readonly string[]>(DOERS) ?? [`${controller.name}.${handler}`],
      status: said<number>(HTTP_CODE_METADATA) ?? null,
      posts: said<readonly Post[]>(POSTS) ?? [],
      gives: said<Value<unknown>>(GIVES) ?? null,
      inputs: [...inputsOf(controller, prototype, handler), ...asked(work)],
    };
    const paths = texts(Reflect.getMetadata(PATH_METADATA, work));
    return prefixes.flatMap((prefix) => paths.map((path) => ({ ...route, path: joined(prefix, path) })));
  });
}

export const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const sources: Readonly<Record<string, RouteInput['from']>> = { 3: 'body', 4: 'query', 5: 'path' };

function inputsOf(controller: Type, prototype: object, handler: string): RouteInput[] {
  const kept = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { index: number; data?: unknown; pipes?: readonly unknown[] }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, handler) ?? []) as Type[];
  return Object.entries(kept).flatMap(([key, { index, data, pipes = [] }]): RouteInput[] => {
    if (data instanceof List) return [{ from: 'query', name: null, type: null, list: data }];
    const from = sources[key.split(':')[0] ?? ''];
    if (from === undefined) return [];
    const type = types[index];
    const id = pipes.includes(ParseUUIDPipe) ? ({ id: true } as const) : {};
    return [
      { from, name: typeof data === 'string' ? data : null, type: type && !plain.has(type) ? type : null, ...id },
    ];
  });
}

/** What the row of an act asks for. */
function asked(work: object): RouteInput[] {
  const type = Reflect.getMetadata(ASKS, work) as Type | undefined;
  const half = Reflect.getMetadata(HALF, work) as Type | undefined;
  if (half) return [{ from: 'body', name: null, type: half, half: true }];
  return type ? [{ from: 'body', name: null, type }] : [];
}

const plain = new Set<unknown>([Object, String, Number, Boolean, Array]);

function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value ?? ''];
  return list.map((each) => (typeof each === 'string' ? each : ''));
}

function joined(prefix: string, path: string): string {
  const parts = [prefix, path].map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
