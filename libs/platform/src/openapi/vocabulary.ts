import { documentWords as words } from '../openapi.words.js';
import type { Schema } from './schemas.js';

const view: Schema = { type: 'object', description: words.view };
const tag = '"5b0f7c52-3c1e-4d4b-9a52-6f1a2d1d8a11.7"';
const eTag: Schema = { description: words.eTag, schema: { type: 'string', examples: [tag] } };

/** The two kinds of answers. */
export const answers = {
  view: {
    description: words.seen,
    headers: { ETag: eTag },
    content: { 'application/json': { schema: view }, 'text/html': { schema: { type: 'string' } } },
  },
  act: {
    description: words.done,
    headers: {
      ETag: eTag,
      Location: { description: words.location, schema: { type: 'string', format: 'uri-reference' } },
      'Idempotency-Replayed': { description: words.replayed, schema: { type: 'string', const: 'true' } },
    },
    content: { 'application/json': { schema: view } },
  },
} satisfies Readonly<Record<string, Schema>>;

const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const text = { type: 'string' };
const pointed = { type: 'string', examples: ['#/areaMu'] };
const named = (properties: Schema): Schema => ({ type: 'object', required: Object.keys(properties), properties });

/** The body of every refusal. */
const problem = {
  ...named({
    type: { $ref: '#/components/schemas/ProblemType' },
    title: text,
    status: { type: 'integer' },
    instance: { type: 'string', format: 'uri-reference' },
    detail: text,
    article: { ...text, description: words.article },
    way: { anyOf: [{ $ref: '#/components/schemas/Way' }, { type: 'null' }] },
    blockers: list({ $ref: '#/components/schemas/Blocker' }, words.blockers),
    errors: list(named({ pointer: pointed, detail: text }), words.errors),
    open: list(named({ action: text, label: text }), words.open),
  }),
  description: words.problem,
};

/** What operations lean on by name. */
export const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'session', description: words.session },
    bearer: { type: 'http', scheme: 'bearer', description: words.bearer },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: words.key,
      schema: { type: 'string', maxLength: 255 },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      description: words.ifMatch,
      schema: { type: 'string', examples: [tag] },
    },
  },
  schemas: { Problem: problem },
} as const satisfies Schema & { schemas: Readonly<Record<string, Schema>> };
