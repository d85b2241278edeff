import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { routesOf } from '#platform';
import { AnswersChecked } from '../support/answers-checked.js';
import { TestExchange } from '../support/exchange.js';

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

interface Operation {
  operationId: string;
  parameters?: { name?: string; in?: string; $ref?: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, unknown>;
  security?: unknown[];
}

describe('The programming interface', () => {
  let exchange: TestExchange;
  let document: Document;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    document = (await exchange.app.inject({ url: '/api/openapi.json' })).json<Document>();
  });
  afterAll(() => exchange.close());

  const operations = (): [string, string, Operation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Operation] => [method, path, operation]),
    );

  it('is described in OpenAPI 3.1, every route of it', () => {
    expect(document.openapi).toBe('3.1.0');
    const described = operations().map(([method, path]) => `${method.toUpperCase()} ${path}`);
    const routes = routesOf(exchange.app)
      .filter((route) => !route.path.startsWith('/api/'))
      .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it('leans on nothing that the document does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    const missing = references
      .filter(([, kind = '', name = '']) => document.components[kind]?.[name] === undefined)
      .map((each) => each[0]);
    expect(references.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('names each operation once and declares every part of its path', () => {
    const names = operations().map(([, , operation]) => operation.operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const undeclared = operations().filter(([, path, operation]) => {
      const declared = (operation.parameters ?? []).filter((each) => each.in === 'path').map((each) => each.name);
      return JSON.stringify([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])) !== JSON.stringify(declared);
    });
    expect(undeclared).toEqual([]);
  });

  it('asks for a session on every route that is not public, and takes an Idempotency-Key on every act', () => {
    const open = new Set(
      routesOf(exchange.app)
        .filter((route) => route.public)
        .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`),
    );
    for (const [method, path, operation] of operations()) {
      expect([path, operation.security?.length === 0]).toEqual([path, open.has(`${method.toUpperCase()} ${path}`)]);
      const keyed = (operation.parameters ?? []).some((each) => each.$ref === '#/components/parameters/IdempotencyKey');
      expect([path, keyed]).toEqual([path, method !== 'get']);
    }
  });

  it('shows the very classes that validate what comes in', () => {
    const body = document.paths['/sessions']?.['post']?.requestBody?.content['application/json'];
    expect(body).toEqual({ schema: { $ref: '#/components/schemas/SignIn' } });
    expect(document.components['schemas']?.['SignIn']).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: expect.arrayContaining(['login', 'password']),
      properties: { login: { type: 'string', minLength: 1, maxLength: 64 } },
    });
    const empty = operations()
      .filter(([method, , operation]) => method !== 'get' && operation.requestBody !== undefined)
      .flatMap(([, path, operation]) =>
        [...JSON.stringify(operation.requestBody).matchAll(/schemas\/(\w+)/g)].map(
          (found) => [path, found[1] ?? ''] as const,
        ),
      )
      .filter(
        ([, name]) => (document.components['schemas']?.[name] as { type?: string } | undefined)?.type !== 'object',
      );
    expect(empty).toEqual([]);
  });

  it('says of an amount that goes in that it is yuan, where answers count fen', () => {
    const { ReceiptInput, DepositAccount } = document.components['schemas'] as Record<string, { properties: object }>;
    expect(ReceiptInput?.properties).toMatchObject({ amount: { type: 'string', description: '元' } });
    expect(DepositAccount?.properties).toMatchObject({ amountFen: { type: 'integer' } });
  });

  it('names what each operation can refuse, by status and type', () => {
    const { responses = {} } = document.paths['/deposits/{id}/receipts']?.['post'] ?? {};
    const types = (status: string): string => {
      const name = (responses[status] as { $ref: string }).$ref.split('/').at(-1) ?? '';
      return JSON.stringify(document.components['responses']?.[name]);
    };
    for (const type of ['invalid-input', 'deposit-overpaid', 'payer-name-differs'])
      expect(types('422')).toContain(`"/problems/${type}"`);
    expect(types('409')).toContain('"/problems/slip-already-recorded"');
  });

  it('passes a validator that nobody here wrote', async () => {
    const source = JSON.stringify(document);
    const config = await createConfig({ extends: ['recommended'] });
    const found = await lintFromString({ source, absoluteRef: 'openapi.json', config });
    expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });

  it('says of a file that it comes in parts', () => {
    const files = operations().filter(([, , { requestBody }]) => {
      const name = /schemas\/(\w+)/.exec(JSON.stringify(requestBody ?? {}))?.[1] ?? '';
      return JSON.stringify(document.components['schemas']?.[name] ?? {}).includes('"binary"');
    });
    expect(files.length).toBeGreaterThan(20);
    for (const [, path, { requestBody }] of files)
      expect([path, Object.keys(requestBody?.content ?? {})]).toEqual([path, ['multipart/form-data']]);
  });

  it('is what every answer of the tests is held against', async () => {
    const answer = await exchange.app.inject({ url: '/api/notices' });
    const answers = await AnswersChecked.of(exchange.app);
    const answered = (body: object) => ({ ...answer, json: () => body }) as typeof answer;
    expect(() => answers.check('GET', '/api/notices', answered({ rows: [], next: '' }))).not.toThrow();
    for (const body of [{ rows: [] }, { rows: [], next: '', more: 1 }, { rows: [{ id: 'x' }], next: '' }])
      expect(() => answers.check('GET', '/api/notices', answered(body))).toThrow('not as described');
  });

  it('has a page for people, drawn from the same document', async () => {
    const page = await exchange.app.inject({ url: '/api/docs', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('POST /api/sessions');
    expect(page.body).not.toContain('<script');
  });
});
