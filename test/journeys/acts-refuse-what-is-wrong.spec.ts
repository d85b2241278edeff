import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import type { WorkflowFacts } from '#kernel';
import { declaredActs } from '#platform';
import { formOf } from '../../apps/exchange/src/training/api-client.js';
import type { CaseStory } from '../../apps/exchange/src/training/case-story.js';
import { type ActTable, type NamedRow, nounAt, postsOf, rowsOf } from '../../libs/platform/src/acts/act-table.js';
import { Given } from '../support/given.js';
import { jpeg, pdf, photoOf, scanOf } from '../support/made-up-files.js';
import { cookieOf } from '../support/people.js';

jest.setTimeout(240_000);

interface Said {
  type: string;
  status: number;
  detail: string;
  errors: { pointer: string; detail: string }[];
}

type Asked = NamedRow<WorkflowFacts> & { table: ActTable<WorkflowFacts>; path: string; who: string };

const nobody = '00000000-0000-4000-8000-000000000000';
const marks = ["mark'; DROP TABLE transfer; --", '<b>mark</b>'];
/** What no answer may hold: what was sent, or what a database and a program say among themselves. */
const leaks =
  /DROP TABLE|<b>mark|SELECT |INSERT |UPDATE "|QueryFailed|violates|relation "|column "|node_modules|\.ts:\d/;
const kinds = {
  true: true,
  'a number': -7e300,
  'a text': marks[0],
  markup: marks[1],
  'a list': [marks[0], { mark: 1 }],
  'a list of lists': [[[]]],
  'a map': { mark: marks[0], constructorOf: {} },
  nothing: null,
};
const shape = ['action', 'blockers', 'choices', 'href', 'id', 'input', 'posts', 'revision', 'subject', 'values'];
/** Of each post somebody; whose an act is, the table says. */
const people: Readonly<Record<string, string>> = {
  ...{ village_clerk: '101-village-226', town_clerk: '101-clerk', town_reviewer: '101-reviewer' },
  ...{ town_surveyor: '101-surveyor', town_trade: '101-trade', town_finance: '101-finance' },
  ...{ town_information: '101-information', town_coordination: '101-coordination', county_reviewer: 'reviewer' },
  ...{ county_director: 'director', county_certifier: 'certifier', county_administrator: 'administrator' },
  ...{ county_information: 'information' },
};

describe('An act refuses', () => {
  let given: Given;
  let draft: CaseStory;
  let ended: CaseStory;
  const ids: Record<string, string[]> = {};
  let document: { components: { schemas: Record<string, { properties?: object }> } };

  beforeAll(async () => {
    given = await Given.open();
    draft = await given.transfer({ state: 'draft' });
    ended = await given.transfer({ state: 'certified' });
    const others = [];
    for (const state of ['submitted', 'town_review', 'survey', 'county_review', 'deposit'] as const)
      others.push(await given.transfer({ state }));
    const noticed = await given.transfer({ state: 'noticed' });
    await noticed.object();
    document = (await given.stranger.ask('/openapi.json')).json();
    for (const { things, workflow } of declaredActs())
      ids[things] ??= (
        await given.exchange.database.ask<{ id: string }>(`SELECT id FROM "${workflow.subject}" LIMIT 12`)
      ).map(({ id }) => id);
  });
  afterAll(() => given.close());

  const programs = async (who: string): Promise<object> => given.as(who).headers();
  const post = async (path: string, payload: unknown, who = '101-clerk', headers: object = {}) =>
    given.exchange.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { 'content-type': 'application/json', ...(await programs(who)), ...headers },
      payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    });
  const browser = async (who: string, request: InjectOptions) =>
    given.exchange.app.inject({
      ...request,
      headers: {
        accept: 'text/html',
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        cookie: await cookieOf(given.as(who)),
        ...request.headers,
      },
    });
  const problemOf = (answer: { json: <Body>() => Body }): Said => answer.json<Said>();
  const revision = async (): Promise<number> =>
    (
      await given.exchange.database.ask<{ revision: number }>('SELECT revision FROM transfer WHERE id = $1', [draft.id])
    )[0]?.revision ?? 0;

  /** Every row at every record there is of its kind, by somebody of each post whose it may be. */
  function asked(records = 2): Asked[] {
    return declaredActs().flatMap((table) =>
      rowsOf(table).flatMap((named) =>
        (ids[table.things] ?? []).slice(0, records).flatMap((id) => {
          const found = postsOf(table, named).flatMap((name) => people[name] ?? []);
          const path = `/${table.things}/${id}/${nounAt(named.row.noun, { outflow: nobody, code: '370126', dark: nobody, venue: 'website' })}`;
          return (found.length > 0 ? found : ['101-clerk', 'reviewer']).map((who) => ({ ...named, table, path, who }));
        }),
      ),
    );
  }

  it('a field that comes twice in JSON, wherever it stands, and in a form', async () => {
    const [before, at] = [await revision(), `/transfers/${draft.id}`];
    const twice = await post(`${at}/withdrawal`, '{"remark":"材料不齐","remark":"算了"}');
    expect(problemOf(twice)).toMatchObject({
      status: 422,
      type: '/problems/field-twice',
      errors: [{ pointer: '#/remark' }],
    });
    const hidden = await post(`${at}/return`, '{"defects":[{"item":"a","it\\u0065m":"b"}]}', '101-reviewer');
    expect(problemOf(hidden)).toMatchObject({
      type: '/problems/field-twice',
      errors: [{ pointer: '#/defects/0/item' }],
    });
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = await post(`${at}/withdrawal`, 'remark=a1&remark=b2', '101-clerk', type);
    expect(problemOf(form)).toMatchObject({ type: '/problems/field-twice', errors: [{ pointer: '#/remark' }] });
    expect(`${twice.body}${form.body}`).not.toMatch(/材料不齐|算了|a1|b2/);
    const page = await browser('101-clerk', { url: '/problems/field-twice' });
    expect([page.statusCode, page.body.includes('同一项填了两遍')]).toEqual([200, true]);
    expect(await revision()).toBe(before);
  });

  it('not what may be ticked twice', async () => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const survey = (ids['inspections'] ?? [])[0] ?? '';
    const answer = await post(
      `/inspections/${survey}/surveyors`,
      `surveyors=${nobody}&surveyors=${nobody}`,
      '101-surveyor',
      type,
    );
    expect(problemOf(answer).type).not.toBe('/problems/field-twice');
  });

  it.each(['{"__proto__":{"remark":"x"}}', '{"remark":"xx","constructor":{"prototype":{"a":1}}}', '{"toString":"x"}'])(
    'names that every object knows: %s',
    async (payload) => {
      const answer = await post(`/transfers/${draft.id}/withdrawal`, payload);
      expect([400, 422]).toContain(answer.statusCode);
      expect(String(answer.headers['content-type'])).toContain('application/problem+json');
      expect(({} as Record<string, unknown>)['a']).toBeUndefined();
    },
  );

  it('a field and a file that nobody asked for', async () => {
    const at = `/transfers/${draft.id}`;
    for (const [noun, body] of [
      ['withdrawal', { remark: '材料不齐', nobodyAsked: 1 }],
      ['submission', { nobodyAsked: 1 }],
    ] as const)
      expect(problemOf(await post(`${at}/${noun}`, body))).toMatchObject({
        status: 422,
        errors: [{ pointer: '#/nobodyAsked' }],
      });
    const file = await formOf({ kind: 'identity', file: scanOf('one'), other: scanOf('two') });
    expect(problemOf(await post(`${at}/files`, file.payload, '101-clerk', file.headers)).errors).toMatchObject([
      { pointer: '#/other' },
    ]);
    const pressed = await formOf({ other: scanOf('two') });
    expect(
      problemOf(await post(`${at}/submission`, pressed.payload, '101-clerk', pressed.headers)).errors,
    ).toMatchObject([{ pointer: '#/other' }]);
  });

  it('files that are missing, too many, under another name, or written into the body', async () => {
    const at = `/transfers/${draft.id}/files`;
    const many = Array.from({ length: 21 }, (_, nth) => photoOf(`${nth}`));
    const sent = async (fields: Parameters<typeof formOf>[0]) => {
      const { payload, headers } = await formOf(fields);
      return problemOf(await post(at, payload, '101-clerk', headers));
    };
    expect(await sent({ kind: 'identity' })).toMatchObject({ status: 422, errors: [{ pointer: '#/file' }] });
    expect(await sent({ kind: 'identity', file: many })).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/file' }],
    });
    expect((await sent({ kind: 'identity', fiel: scanOf('1') })).errors.map(({ pointer }) => pointer)).toEqual([
      '#/file',
      '#/fiel',
    ]);
    const inBody = problemOf(await post(at, { kind: 'identity', file: pdf.toString('latin1') }));
    expect(inBody).toMatchObject({ status: 422, errors: [{ pointer: '#/file' }, ...inBody.errors.slice(1)] });
    const list = problemOf(await post(at, { kind: 'identity', file: [jpeg.toString('base64'), { fileName: 'x' }] }));
    expect(list.errors.map(({ pointer }) => pointer)).toContain('#/file');
  });

  it('what is done in another state, to a program before and after, and to a person', async () => {
    for (const noun of ['acceptance', 'push', 'clearance', 'record']) {
      const form = await given.as('101-clerk').ask(`/transfers/${draft.id}/${noun}`);
      expect([noun, form.statusCode, problemOf(form).type]).toEqual([noun, 409, '/problems/step-not-open']);
      const done = await post(`/transfers/${draft.id}/${noun}`, {});
      expect([noun, done.statusCode, problemOf(done).type]).toEqual([noun, 409, '/problems/step-not-open']);
      const page = await browser('101-clerk', { url: `/transfers/${draft.id}/${noun}` });
      expect([noun, page.statusCode]).toEqual([noun, 409]);
    }
    const over = await post(`/transfers/${ended.id}/submission`, {});
    expect(problemOf(over)).toMatchObject({ status: 409, type: '/problems/step-not-open' });
  });

  it('what is done to another kind of record, and what nobody does', async () => {
    const certificate = (ids['certificates'] ?? [])[0] ?? '';
    const wrong = [
      `/deposits/${draft.id}/submission`,
      `/transfers/${certificate}/submission`,
      `/certificates/${ended.id}/change`,
      `/transfers/${draft.id}/cancellation`,
      `/transfers/${draft.id}/__proto__`,
      `/transfers/${draft.id}/nonsense`,
      `/transfers/not-an-id/submission`,
      `/transfers/${nobody}/submission`,
    ];
    for (const path of wrong)
      for (const who of ['101-clerk', 'certifier', 'director']) {
        const [form, done] = [await given.as(who).ask(path), await post(path, {}, who)];
        expect([path, who, form.statusCode]).toEqual([path, who, path.includes('not-an-id') ? 400 : 404]);
        expect([path, who, [400, 404, 422].includes(done.statusCode)]).toEqual([path, who, true]);
        expect(form.body + done.body).not.toMatch(leaks);
      }
  });

  it('every type of value that its input does not name, and tells nothing of it', async () => {
    const wrong: string[] = [];
    const all = asked(1);
    const rows = all.filter(({ path }, index) => all.findIndex((each) => each.path === path) === index);
    for (const { action, path, who, row } of rows) {
      const names = Object.keys(document.components.schemas[row.asks?.name ?? '']?.properties ?? {});
      for (const [kind, value] of Object.entries(kinds)) {
        // Nothing stands for a field left out, and some fields may hold any text: then the name that nobody knows is refused.
        const body = { ...Object.fromEntries(names.map((name) => [name, value])), nobodyAsked: value };
        const answer = await post(path, body, who);
        if (answer.statusCode < 400 || answer.statusCode >= 500 || leaks.test(answer.body))
          wrong.push(`${answer.statusCode} ${who} ${action} ${path} with ${kind}: ${answer.body.slice(0, 300)}`);
      }
      for (const payload of ['[]', '"mark"', '7', '{', '{"a":}', `${'['.repeat(5000)}${']'.repeat(5000)}`]) {
        const answer = await post(path, payload, who);
        if (answer.statusCode < 400 || answer.statusCode >= 500 || leaks.test(answer.body))
          wrong.push(
            `${answer.statusCode} ${who} ${action} ${path} with ${payload.slice(0, 9)}: ${answer.body.slice(0, 300)}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
  });

  it('a program of strangers, and leads a stranger to the door', async () => {
    for (const { path, row, table } of asked(1).filter(({ row: { public: open } }) => !open)) {
      const { app } = given.exchange;
      for (const method of ['GET', 'HEAD', 'POST'] as const) {
        const answer = await app.inject({ method, url: `/api${path}`, ...(method === 'POST' && { payload: {} }) });
        expect([method, path, answer.statusCode]).toEqual([method, path, 401]);
      }
      const page = await app.inject({ url: path, headers: { accept: 'text/html' } });
      expect([table.things, row.noun, page.statusCode, String(page.headers.location).startsWith('/sign-in')]).toEqual([
        ...[table.things, row.noun, 303, true],
      ]);
    }
  });

  it('to say in any other way what a program asks of it: one type, and an input that the document holds', async () => {
    const opened = new Set<string>();
    for (const { path, who, action, table } of asked(9)) {
      const answer = await given.as(who).ask(path);
      expect([path, answer.statusCode < 500]).toEqual([path, true]);
      if (answer.statusCode !== 200) continue;
      const form = answer.json<Record<string, unknown> & { input: { $ref: string } | null; href: string }>();
      expect([path, Object.keys(form).toSorted()]).toEqual([path, shape]);
      expect([form.href, form['action'], form['subject']]).toEqual([path, action, table.workflow.subject]);
      if (form.input) {
        const [place, name] = form.input.$ref.split('#/components/schemas/');
        expect([
          path,
          place,
          Object.keys(document.components.schemas[name ?? '']?.properties ?? {}).length > 0,
        ]).toEqual([...[path, '/api/openapi.json', true]]);
      }
      opened.add(`${table.things}/${action}`);
    }
    process.stdout.write(`Open in some state: ${opened.size} acts\n`);
    expect(opened.size).toBeGreaterThan(35);
  });

  it('what was seen before somebody changed it, whether it moves the case or not', async () => {
    const at = `/transfers/${draft.id}`;
    const stale = { 'if-match': `"${(await revision()) + 7}"` };
    expect(problemOf(await post(`${at}/submission`, {}, '101-clerk', stale))).toMatchObject({
      status: 412,
      type: '/problems/changed-meanwhile',
    });
    const { payload, headers } = await formOf({ kind: 'identity', file: scanOf('late') });
    expect(problemOf(await post(`${at}/files`, payload, '101-clerk', { ...headers, ...stale }))).toMatchObject({
      status: 412,
    });
    const now = { 'if-match': `"${await revision()}"` };
    expect((await post(`${at}/files`, payload, '101-clerk', { ...headers, ...now })).statusCode).toBeLessThan(300);
  });

  it.each(['//evil.example', 'https://evil.example/x', '/\\\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
    'to lead on to %s',
    async (next) => {
      const url = `/transfers/${draft.id}/files?next=${encodeURIComponent(next)}`;
      const form = await browser('101-clerk', { url });
      expect([form.statusCode, /(href|action)="(https?:)?[/\\]+evil|="javascript:/.test(form.body)]).toEqual([
        200,
        false,
      ]);
      const { payload, headers } = await formOf({ kind: 'identity', file: scanOf(next) });
      const done = await browser('101-clerk', { method: 'POST', url, payload, headers });
      expect([done.statusCode, done.headers.location]).toEqual([303, `/transfers/${draft.id}`]);
      const twice = await browser('101-clerk', { url: `${url}&next=${encodeURIComponent(next)}` });
      expect(twice.statusCode).toBe(200);
    },
  );

  it('what moves money, ten minutes after the second factor was shown', async () => {
    const rows = asked(1).filter(({ row }) => row.fresh);
    expect(rows.length).toBeGreaterThan(3);
    for (const { who } of rows) await given.as(who).ask('/account');
    given.exchange.passMinutes(11);
    for (const { path, who } of rows) {
      const answer = await post(path, {}, who);
      expect([path, who, problemOf(answer).type]).toEqual([path, who, '/problems/confirm-factor']);
    }
  });
});
