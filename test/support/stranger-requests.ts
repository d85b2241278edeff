import type { InjectOptions } from 'fastify';
import { Bodies, type Dice, inherited, oddText, oddValue, type Schema } from './odd-values.js';

/** One method of one path of the document. */
export interface Operation {
  method: string;
  path: string;
  query: readonly { name: string; schema: Schema }[];
  body: Schema | null;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

interface Described {
  parameters?: { name?: string; in?: string; schema?: Schema }[];
  responses?: Record<string, { content?: Record<string, unknown> }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      // An answer of events lasts as long as somebody reads it.
      .filter(([, { responses }]) => !responses?.['200']?.content?.['text/event-stream'])
      .map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        query: parameters.flatMap(({ name = '', in: place, schema = {} }) =>
          place === 'query' ? [{ name, schema }] : [],
        ),
        body: requestBody?.content['application/json']?.schema ?? null,
      })),
  );
}

/** Ids by the first word of the path that they belong to, and words that stand in a path's place. */
export interface Places {
  byNoun: Readonly<Record<string, readonly string[]>>;
  byName: Readonly<Record<string, readonly string[]>>;
  all: readonly string[];
}

const crooked = [
  ...['%00', 'a%00b', '%ED%A0%80', '%FF%FE', '%E0%A4%A', '%', '..%2F..%2Fetc%2Fpasswd', '%F0%A0%AE%B7', '%E2%80%AE'],
  ...[
    '0',
    '-1',
    '9223372036854775808',
    '1e999',
    'null',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(199),
    'x'.repeat(260),
    '%20',
    "'",
  ],
  ...[
    '00000000-0000-4000-8000-000000000000',
    '00000000-0000-4000-8000-00000000000g',
    '9999-12-31',
    '%25',
    '%0d%0a',
    'a b'.replace(' ', '%20'),
  ],
];

const wrongBodies = [
  '{',
  '{"a":',
  '[1,2',
  'null',
  '"text"',
  '7',
  '[]',
  'true',
  '\u0000',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":1}}',
  '',
];
const mediaTypes = [
  ...[
    'text/plain',
    'application/xml',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
  ],
  ...['image/png', '', 'application/jsonx', 'application/x-www-form-urlencoded'],
];
const cursors = [
  'eyJhIjoxfQ',
  'W10',
  'bnVsbA',
  'MQ',
  '!!!',
  'W251bGwsbnVsbF0',
  'WyIyNzU3NjAtMDEtMDEiLCJ4Il0',
  '9999999999999999999_1',
  '2026-99-99_x',
  'a~b~c',
];
const keys = ['k-1', 'k-1', '键', 'x'.repeat(256), ' ', '\u0001', "';--", 'é'];
const matches = ['"1"', 'W/"2"', '*', '"999999999"', '"99999999999999999999"', 'abc', '""', '-1'];

/** Requests that an operation's document allows, and those that it does not. */
export class StrangerRequests {
  constructor(
    private readonly bodies: Bodies,
    private readonly places: Places,
  ) {}

  of(
    operation: Operation,
    dice: Dice,
    asPerson: boolean,
  ): InjectOptions & { url: string; headers: Record<string, string> } {
    const headers: Record<string, string> = asPerson ? { accept: 'text/html', 'sec-fetch-site': 'same-origin' } : {};
    if (dice.chance(0.15)) headers['if-match'] = dice.pick(matches);
    if (dice.chance(0.15)) headers['idempotency-key'] = dice.pick(keys);
    const url = `${asPerson ? '' : '/api'}${this.path(operation, dice)}${this.query(operation, dice)}`;
    const asked = {
      method: operation.method as 'POST',
      url,
      headers,
      remoteAddress: `10.8.${dice.below(200)}.${dice.below(200) + 1}`,
    };
    if (operation.method === 'GET') return asked;
    return { ...asked, ...this.body(operation, dice, asPerson, headers) };
  }

  private path({ path }: Operation, dice: Dice): string {
    const noun = path.split('/')[1] ?? '';
    let first = true;
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const own = first
        ? (this.places.byName[name] ?? this.places.byNoun[noun])
        : (this.places.byName[name] ?? this.places.all);
      first = false;
      if (dice.chance(0.06)) return dice.pick(crooked);
      if (dice.chance(0.08)) return dice.pick(this.places.all);
      return dice.pick(own && own.length > 0 ? own : this.places.all);
    });
  }

  private query({ query }: Operation, dice: Dice): string {
    const parts = query
      .filter(() => dice.chance(0.4))
      .flatMap(({ name, schema }) => {
        const value = dice.chance(0.15)
          ? dice.pick(inherited)
          : dice.chance(0.5)
            ? this.bodies.of(schema, dice, 0)
            : dice.chance(0.4)
              ? dice.pick(cursors)
              : oddText(dice);
        const said = encodeURIComponent(String(value).toWellFormed().slice(0, 4000));
        const pair = `${encodeURIComponent(name)}=${said}`;
        return dice.chance(0.1) ? [pair, pair] : dice.chance(0.05) ? [`${name}[]=${said}`, `${name}[a]=1`] : [pair];
      });
    if (dice.chance(0.05))
      parts.push(
        dice.pick([
          '__proto__=1',
          'constructor=1',
          'a=%00',
          'b=%E0%A4%A',
          '=&&=',
          'after=%00',
          'q=%00',
          'view=reading',
        ]),
      );
    return parts.length > 0 ? `?${parts.join('&')}` : '';
  }

  private body(
    operation: Operation,
    dice: Dice,
    asPerson: boolean,
    headers: Record<string, string>,
  ): { payload?: string } {
    if (operation.body === null && dice.chance(0.7)) return {};
    if (dice.chance(0.08)) {
      headers['content-type'] = dice.chance(0.7) ? 'application/json' : dice.pick(mediaTypes);
      headers['content-length'] = String(0);
      const payload = dice.pick(wrongBodies);
      headers['content-length'] = String(Buffer.byteLength(payload));
      return { payload };
    }
    const wrong = dice.pick([0, 0, 0.1, 0.3]);
    const body = dice.chance(0.03) ? oddValue(dice) : this.bodies.of(operation.body ?? {}, dice, wrong);
    if (asPerson || dice.chance(0.1)) {
      headers['content-type'] = 'application/x-www-form-urlencoded';
      return { payload: formOf(body, dice) };
    }
    headers['content-type'] = 'application/json';
    return { payload: JSON.stringify(body) ?? 'null' };
  }
}

/** The flat fields of a form for a body, some twice and some under names that stand for an object's insides. */
function formOf(body: unknown, dice: Dice): string {
  const form = new URLSearchParams();
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, name === '' ? key : `${name}.${key}`);
    else form.append(name, String(value).toWellFormed());
    if (dice.chance(0.03)) form.append(name, 'again');
  };
  walk(body, '');
  if (dice.chance(0.05))
    form.append(
      dice.pick(['__proto__.x', 'a.__proto__.b', 'constructor', '.', '..', 'a.0', 'toString', '_once']),
      oddText(dice).toWellFormed(),
    );
  return form.toString();
}
