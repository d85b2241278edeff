import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Answer, ApiClient, formOf } from '../../apps/exchange/src/training/api-client.js';
import { type Asked, ActsWalked, nobody } from '../support/acts-walked.js';
import { Given } from '../support/given.js';

jest.setTimeout(600_000);

interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  format?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

interface Operation {
  name: string;
  path: string;
  media: string;
  schema: Schema;
  who: readonly string[];
}

interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}

/** Values of each type, none of which fits everywhere. */
const kinds: Readonly<Record<string, unknown>> = {
  ...{ flag: true, number: 7.5, text: 'x', list: [[{}]], map: { a: 1 }, nothing: null },
};

/** Somebody of every post; the first whom the guard lets in does the asking. */
const people = [
  ...['administrator', 'director', 'supervisor', 'reviewer', 'certifier', 'information', '101-clerk', '101-reviewer'],
  ...['101-surveyor', '101-trade', '101-finance', '101-information', '101-coordination', '101-village-226'],
  ...['cooperative', 'farmer'],
];

/** Ends what the test stands on: the session that asks, or the clock. */
const spared = /^POST \/(sign-out|clock)/;

describe('Each field of the document', () => {
  let given: Given;
  let document: Document;
  let operations: Operation[];
  const clients = new Map<string, ApiClient>();
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);

  const whole = (schema: Schema): Schema =>
    schema.$ref ? whole(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;

  beforeAll(async () => {
    given = await Given.open();
    const acts = new ActsWalked(given);
    await acts.prepare();
    document = (await given.stranger.ask('/openapi.json')).json<Document>();
    ajv.addSchema({ $id: 'document', ...document });
    const asked = new Map<string, Asked>();
    for (const each of acts.asked(1)) asked.set(shapeOf(each.path), each);
    operations = Object.entries(document.paths).flatMap(([shape, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const [[media, { schema }] = ['', { schema: {} }]] = Object.entries(requestBody?.content ?? {});
        const name = `${method.toUpperCase()} ${shape}`;
        if (media === '' || spared.test(name)) return [];
        const act = asked.get(shapeOf(shape));
        const path = act?.path ?? shape.replaceAll(/\{\w+\}/g, nobody);
        return [{ name, path, media, schema: whole(schema), who: act ? [act.who] : people }];
      }),
    );
  });
  afterAll(() => given.close());

  async function send({ path, media, who }: Operation, body: object): Promise<Answer> {
    const parts = media.startsWith('multipart/') ? await formOf(inParts(body)) : null;
    let answer: Answer | undefined;
    for (const login of who) {
      const client = clients.get(login) ?? new ApiClient(given.exchange.app, login);
      clients.set(login, client);
      answer = await given.exchange.app.inject({
        ...{ method: 'POST', url: `/api${path}`, payload: parts?.payload ?? body },
        headers: { ...(await client.headers()), ...parts?.headers },
      });
      if (answer.statusCode !== 403) break;
    }
    return answer as Answer;
  }

  const pointersOf = (answer: Answer): string[] =>
    answer.json<{ errors?: { pointer: string }[] }>().errors?.map(({ pointer }) => pointer) ?? [];

  it('that is required is missed by its name, one at a time', async () => {
    const wrong: string[] = [];
    let missed = 0;
    for (const operation of operations)
      for (const name of operation.schema.required ?? []) {
        const { [name]: _, ...others } = filled(operation.schema);
        const answer = await send(operation, others as object);
        const pointers = answer.statusCode === 422 ? pointersOf(answer) : [];
        missed += 1;
        if (!pointers.some((pointer) => pointer === `#/${name}` || pointer.startsWith(`#/${name}/`)))
          wrong.push(`${operation.name} without ${name}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      }
    expect(wrong).toEqual([]);
    expect(missed).toBeGreaterThan(150);
  });

  it('of a type that the document does not name is refused by its name, and never a fault of the exchange', async () => {
    const wrong: string[] = [];
    let sent = 0;
    for (const operation of operations.filter(({ media }) => media === 'application/json'))
      for (const [name, schema] of Object.entries(operation.schema.properties ?? {}))
        for (const [kind, value] of Object.entries(kinds)) {
          // A form with one box ticked sends a text where a list is asked for.
          const one = kind === 'text' && [schema, ...(schema.anyOf ?? [])].some(({ type }) => type === 'array');
          if (one || ajv.validate(linked(schema), value)) continue;
          const answer = await send(operation, { ...filled(operation.schema), [name]: value });
          sent += 1;
          const named = answer.statusCode === 422 && pointersOf(answer).some((each) => each.startsWith(`#/${name}`));
          if (!named)
            wrong.push(`${operation.name} ${name} as ${kind}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
        }
    expect(wrong).toEqual([]);
    expect(sent).toBeGreaterThan(1000);
  });

  /** References of a piece of the document, as seen from outside it. */
  const linked = (schema: Schema): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;

  /** Something in each field, that need not fit it: all faults of a request are told together. */
  function filled(schema: Schema): Record<string, unknown> {
    return Object.fromEntries(Object.entries(whole(schema).properties ?? {}).map(([name, each]) => [name, some(each)]));
  }

  function some(schema: Schema): unknown {
    const { type, enum: codes, format, items, properties, anyOf } = whole(schema);
    if (anyOf?.[0]) return some(anyOf[0]);
    if (codes) return codes[0];
    if (format === 'binary') return new File(['%PDF-1.4'], 'a.pdf', { type: 'application/pdf' });
    if (format === 'date') return '2026-10-12';
    if (format === 'date-time') return '2026-10-12T09:00:00+08:00';
    if (format === 'uuid') return nobody;
    if (type === 'array') return items ? [some(items)] : [];
    if (properties) return filled(schema);
    return type === 'integer' || type === 'number' ? 1 : type === 'boolean' ? true : '900';
  }
});

/** A body as a form sends it: files, and texts. */
const inParts = (body: object): Parameters<typeof formOf>[0] =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const files: unknown[] = [value].flat();
      return [name, files.every((each) => each instanceof File) ? (value as File) : String(value)];
    }),
  );

/** An address with its own parts left open, so that the document's and an act's can be compared. */
const shapeOf = (path: string): string =>
  path
    .replaceAll(/\{\w+\}/g, '*')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\b\d{6,12}\b/g, '*')
    .replace(/^\/(parameters|offices|screens)\/[^/]+/, '/$1/*');
