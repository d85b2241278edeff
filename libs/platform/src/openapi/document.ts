import type { Type } from '@nestjs/common';
import { declaredProblems, posts } from '#kernel';
import type { Config } from '../config.js';
import { asksScans } from '../fields/form-of.js';
import type { Fields } from '../lists/field.js';
import type { List } from '../lists/list.js';
import type { Route } from './routes.js';
import { declaredViews } from '../views/values.js';
import { type Schema, namesOf, refTo, nullsAllowed, schemasOf } from './schemas.js';
import { answers, components, guide } from './vocabulary.js';

/** An OpenAPI 3.1 document. */
export interface OpenApi {
  openapi: '3.1.0';
  info: Schema;
  servers: readonly Schema[];
  tags: readonly { name: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Schema & { schemas: Readonly<Record<string, Schema>> };
  security: readonly Schema[];
}

/** One method of one path. */
export interface Operation {
  operationId: string;
  tags: readonly string[];
  summary: string;
  parameters?: readonly Schema[];
  requestBody?: Schema;
  responses: Readonly<Record<string, Schema>>;
  security?: readonly Schema[];
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const methods = new Set(['GET', 'HEAD', ...unsafe]);

/** The whole programming interface, read off the routes and the classes that validate what comes in. */
export function openApiDocument(routes: readonly Route[], config: Config): OpenApi {
  const shown = routes.filter((route) => methods.has(route.method) && !route.path.startsWith('/api/'));
  const paths: Record<string, Record<string, Operation>> = {};
  const names = namesOf(
    shown.flatMap((route) =>
      route.inputs.flatMap(({ from, type }) => (from === 'body' && type ? [{ type, noun: tagOf(route) }] : [])),
    ),
  );
  for (const route of shown) {
    (paths[templateOf(route.path)] ??= {})[route.method.toLowerCase()] = operation(route, names);
  }
  const problems = {
    type: 'string',
    enum: declaredProblems()
      .map(({ type }) => `/problems/${type}`)
      .toSorted(),
  };
  const cookie = config.publicUrl.startsWith('https') ? '__Host-session' : 'session';
  return {
    openapi: '3.1.0',
    info: { title: `${config.county.name}农村产权流转交易平台`, version: '1', description: guide },
    servers: [{ url: `${config.publicUrl}/api` }],
    tags: [...new Set(shown.map(tagOf))].toSorted().map((name) => ({ name })),
    paths,
    components: {
      ...components,
      securitySchemes: {
        ...components.securitySchemes,
        session: { ...components.securitySchemes.session, name: cookie },
      },
      schemas: {
        ...{ ...components.schemas, ...declaredViews(), ProblemType: problems },
        ...Object.fromEntries(Object.entries(schemasOf(names)).map(([name, each]) => [name, nullsAllowed(each)])),
      },
    },
    security: [{ session: [] }, { bearer: [] }],
  };
}

/** `/transfers/:id` of the router is `/transfers/{id}` of the document. */
function templateOf(path: string): string {
  return path.replace(/:([A-Za-z]\w*)(\([^)]*\))?/g, '{$1}').replace(/\*\w*$/, '{rest}');
}

const tagOf = (route: Route): string => route.path.split('/')[1] || 'home';

function operation(route: Route, names: ReadonlyMap<Type, string>): Operation {
  const body = route.inputs.find(({ from, name }) => from === 'body' && name === null);
  const parameters = [...pathParameters(route), ...queryParameters(route), ...headers(route)];
  return {
    operationId: `${route.controller.replace(/Controller$/, '')}.${route.handler}.${route.method.toLowerCase()}`,
    tags: [tagOf(route)],
    summary: summaryOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(unsafe.has(route.method) && body?.type
      ? { requestBody: bodyOf(names.get(body.type) ?? '', asksScans(body.type)) }
      : {}),
    responses: responsesOf(route),
    ...(route.public ? { security: [] } : {}),
  };
}

/** The handler's own name in words, and whose it is. */
function summaryOf(route: Route): string {
  const words = route.handler.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const noun = route.controller
    .replace(/Controller$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const whose = route.posts.map((post) => posts[post].label).join('、');
  return whose === '' ? `${noun}: ${words}` : `${noun}: ${words}（${whose}）`;
}

function bodyOf(name: string, carriesFiles: boolean): Schema {
  const schema = refTo(name);
  // JSON has no bytes: what carries a file goes in parts.
  const kinds = carriesFiles ? ['multipart/form-data'] : ['application/json', 'multipart/form-data'];
  return { required: true, content: Object.fromEntries(kinds.map((kind) => [kind, { schema }])) };
}

function pathParameters(route: Route): Schema[] {
  const names = [...templateOf(route.path).matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(route: Route): Schema[] {
  return route.inputs
    .filter(({ from }) => from === 'query')
    .flatMap((input): Schema[] => {
      if (input.list) return listParameters(input.list);
      if (input.name !== null) return [{ name: input.name, in: 'query', schema: { type: 'string' } }];
      if (!input.type) return [];
      const { properties, required } = schemasOf(new Map([[input.type, 'query']]))['query'] as {
        properties?: Record<string, Schema>;
        required?: readonly string[];
      };
      return Object.entries(properties ?? {}).map(([name, schema]) => ({
        name,
        in: 'query',
        ...(required?.includes(name) ? { required: true } : {}),
        schema,
      }));
    });
}

/** What a list may be asked: its filters, its words, its orders, and how far one has read. */
function listParameters({ spec }: List<Fields>): Schema[] {
  const filters = Object.entries(spec.filters).map(([name, { choices, like, day }]): [string, Schema] => [
    name,
    choices
      ? { enum: ['', ...choices] }
      : { ...(like ? { pattern: `^$|${like.source}` } : {}), ...(day ? { format: 'date' } : {}) },
  ]);
  const known: [string, Schema][] = [
    ...(spec.words ? [['q', { maxLength: 60 }] as [string, Schema]] : []),
    ...filters,
    ['sort', { enum: Object.keys(spec.sorts) }],
    ['after', {}],
  ];
  const texts = known.map(([name, schema]) => ({ name, in: 'query', schema: { type: 'string', ...schema } }));
  return [...texts, { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } }];
}

function headers(route: Route): Schema[] {
  if (!unsafe.has(route.method)) return [];
  const asked = ['IdempotencyKey', ...(route.act ? ['IfMatch'] : [])];
  return asked.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function responsesOf(route: Route): Record<string, Schema> {
  const known = (name: string): Schema => ({ $ref: `#/components/responses/${name}` });
  const acts = unsafe.has(route.method);
  const status = String(route.status ?? (acts ? 201 : 200));
  return {
    [status]: given(acts ? answers.act : answers.view, route),
    ...(route.public ? {} : { 401: known('SignIn'), 403: known('NotYours') }),
    ...(/:\w+/.test(route.path) ? { 404: known('NotFound') } : {}),
    ...(acts ? { 409: known('Conflict'), 415: known('Unreadable'), 422: known('Invalid') } : {}),
    ...(route.act ? { 412: known('Changed') } : {}),
    429: known('TooMany'),
    default: known('Problem'),
  };
}

/** An answer with the view that its handler declares. */
function given(answer: Schema, { gives, page }: Route): Schema {
  if (gives === null) return answer;
  const html = page === null ? {} : { 'text/html': { schema: { type: 'string' } } };
  return { ...answer, content: { 'application/json': { schema: gives.schema }, ...html } };
}
