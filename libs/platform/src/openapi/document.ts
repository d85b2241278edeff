import type { Type } from '@nestjs/common';
import { declaredProblems, posts } from '#kernel';
import type { Config } from '../config.js';
import { asksScans } from '../fields/form-of.js';
import type { Fields } from '../lists/field.js';
import type { List } from '../lists/list.js';
import { sentTypes } from '../media-types.js';
import { type Route, unsafe } from './routes.js';
import { declaredViews } from '../views/values.js';
import { closedParts } from './closed-parts.js';
import { askedWords, documentWords } from '../openapi.words.js';
import { Refusals } from './refusals.js';
import { type Schema, namesOf, nullsAllowed, refTo, schemasOf } from './schemas.js';
import { answers, components } from './vocabulary.js';

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

const methods = new Set(['GET', 'HEAD', ...unsafe]);

/** What the operations of one document share. */
interface Shared {
  names: ReadonlyMap<Type, string>;
  refusals: Refusals;
}

/** The whole programming interface, read off the routes and the classes that validate what comes in. */
export function openApiDocument(routes: readonly Route[], config: Config, guide: string): OpenApi {
  const shown = routes.filter((route) => methods.has(route.method) && !route.path.startsWith('/api/'));
  const paths: Record<string, Record<string, Operation>> = {};
  const names = namesOf(
    shown.flatMap((route) =>
      route.inputs.flatMap(({ from, type, half }) =>
        from === 'body' && type && !half ? [{ type, noun: tagOf(route) }] : [],
      ),
    ),
  );
  const refusals = new Refusals();
  for (const route of shown) {
    (paths[templateOf(route.path)] ??= {})[route.method.toLowerCase()] = operation(route, { names, refusals });
  }
  const types = declaredProblems().map(({ type }) => `/problems/${type}`);
  const cookie = config.publicUrl.startsWith('https') ? '__Host-session' : 'session';
  const { securitySchemes: schemes } = components;
  return {
    openapi: '3.1.0',
    info: { title: documentWords.title(config.county.name), version: '1', description: guide },
    servers: [{ url: `${config.publicUrl}/api` }],
    tags: [...new Set(shown.map(tagOf))].toSorted().map((name) => ({ name })),
    paths,
    components: {
      ...components,
      ...{ responses: refusals.responses, examples: refusals.examples },
      securitySchemes: { ...schemes, session: { ...schemes.session, name: cookie } },
      schemas: {
        ...components.schemas,
        ...declaredViews(),
        ProblemType: { type: 'string', enum: types.toSorted() },
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

function operation(route: Route, { names, refusals }: Shared): Operation {
  const body = route.inputs.find(({ from, name, type, half }) => from === 'body' && name === null && type && !half);
  const parameters = [...pathParameters(route), ...queryParameters(route), ...headers(route)];
  const [first = '', ...rest] = route.controller.replace(/Controller$/, '');
  const handler = pascalOf(route.handler);
  return {
    operationId: `${first.toLowerCase()}${rest.join('')}${handler}`,
    tags: [tagOf(route)],
    summary: summaryOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.changes && body?.type ? { requestBody: bodyOf(names.get(body.type) ?? '', asksScans(body.type)) } : {}),
    responses: { ...answerOf(route), ...refusals.of(route) },
    ...(route.public ? { security: [] } : {}),
  };
}

const pascalOf = (name: string): string => name.replace(/(?:^|[_-])(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What it is called, or what its view is, or the handler's own name in words; and whose it is. */
function summaryOf({ called, gives, controller, handler, posts: whose }: Route): string {
  const view = typeof gives?.schema['$ref'] === 'string' ? gives.schema['$ref'].split('/').at(-1) : undefined;
  const told = view === undefined ? undefined : declaredViews()[view]?.['description'];
  const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const plain = `${spaced(controller.replace(/Controller$/, ''))}: ${spaced(handler)}`;
  const what = called ?? (typeof told === 'string' ? told : plain);
  return whose.length === 0
    ? what
    : documentWords.byPosts(
        what,
        whose.map((post) => posts[post].label),
      );
}

function bodyOf(name: string, carriesFiles: boolean): Schema {
  const schema = refTo(name);
  // JSON has no bytes: what carries a file goes in parts.
  const kinds = carriesFiles ? ['multipart/form-data'] : ['application/json', 'multipart/form-data'];
  return { required: true, content: Object.fromEntries(kinds.map((kind) => [kind, { schema }])) };
}

function pathParameters(route: Route): Schema[] {
  const names = [...templateOf(route.path).matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...partOf(route, name) },
  }));
}

/** What a part of an address may be: the id of a record, or one of a closed list. */
function partOf({ path, inputs }: Route, name: string): Schema {
  if (inputs.some((input) => input.from === 'path' && input.name === name && input.id)) return { format: 'uuid' };
  const known = closedParts.find(({ at, part }) => path.startsWith(at) && part === name);
  return known ? { enum: known.all() } : {};
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
        ...{ name, in: 'query', description: schema['title'] },
        ...(required?.includes(name) ? { required: true } : {}),
        schema,
      }));
    });
}

/** What a list may be asked: its filters, its words, its orders, and how far one has read. */
function listParameters({ spec }: List<Fields>): Schema[] {
  const { filters: said = {}, sorts = {}, search } = spec.labels ?? {};
  const filters = Object.entries(spec.filters).map(([name, { choices, like, day }]): [string, string, Schema] => [
    name,
    said[name]?.label ?? name,
    choices
      ? {
          enum: ['', ...choices],
          'x-enum-descriptions': ['', ...choices].map((each) => said[name]?.choices?.[each] ?? each),
        }
      : { ...(like ? { pattern: `^$|${like.source}` } : {}), ...(day ? { format: 'date' } : {}) },
  ]);
  const orders = Object.keys(spec.sorts);
  const known: [string, string, Schema][] = [
    ...(spec.words ? [['q', search ?? askedWords.q, { maxLength: 60 }] as [string, string, Schema]] : []),
    ...filters,
    ['sort', askedWords.sort, { enum: orders, 'x-enum-descriptions': orders.map((each) => sorts[each] ?? each) }],
    ['after', askedWords.after, {}],
  ];
  const texts = known.map(([name, description, schema]) => ({
    ...{ name, in: 'query', description },
    schema: { type: 'string', ...schema },
  }));
  const limit = { type: 'integer', minimum: 1, maximum: 100 };
  return [...texts, { name: 'limit', in: 'query', description: askedWords.limit, schema: limit }];
}

function headers(route: Route): Schema[] {
  if (!route.changes) return [];
  const asked = ['IdempotencyKey', ...(route.act ? ['IfMatch'] : [])];
  return asked.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function answerOf(route: Route): Record<string, Schema> {
  const status = String(route.status ?? (route.changes ? 201 : 200));
  return { [status]: given(route.changes ? answers.act : answers.view, route) };
}

/** An answer with the view that its handler declares. */
function given(answer: Schema, { gives, page, sends }: Route): Schema {
  if (sends.length > 0) {
    if (sends.includes(sentTypes.events))
      return { description: documentWords.events, content: { [sentTypes.events]: { schema: { type: 'string' } } } };
    const file = { schema: { type: 'string', format: 'binary' } };
    return { description: documentWords.file, content: Object.fromEntries(sends.map((each) => [each, file])) };
  }
  if (gives === null) return answer;
  const html = page === null ? {} : { 'text/html': { schema: { type: 'string' } } };
  return { ...answer, content: { 'application/json': { schema: gives.schema }, ...html } };
}
