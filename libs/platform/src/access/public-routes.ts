import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { PUBLIC } from '../public.js';

const PATH = 'path';
const METHOD = 'method';

/** Every route as `GET /path`, and whether a stranger may use it. The test of the house compares the open ones with a list. */
export function routesOf(app: INestApplicationContext): { route: string; open: boolean }[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const top = paths(Reflect.getMetadata(PATH, metatype));
    const prototype = metatype.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function' || Reflect.getMetadata(METHOD, handler) === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD, handler) as number] ?? 'ALL';
      const open = Boolean(Reflect.getMetadata(PUBLIC, handler) ?? Reflect.getMetadata(PUBLIC, metatype));
      return top.flatMap((head) => paths(Reflect.getMetadata(PATH, handler)).map((tail) => ({ route: `${method} ${join(head, tail)}`, open })));
    });
  });
  return routes.toSorted((left, right) => (left.route < right.route ? -1 : 1));
}

/** The open routes, as the committed list holds them. */
export function publicRoutes(app: INestApplicationContext): string[] {
  return routesOf(app).flatMap(({ route, open }) => (open ? [route] : []));
}

function paths(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value ?? '/')];
}

function join(head: string, tail: string): string {
  return `/${[head, tail].flatMap((part) => part.split('/')).filter(Boolean).join('/')}`;
}
