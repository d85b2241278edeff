import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { formOf } from '../../apps/exchange/src/training/api-client.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { ActsWalked, nobody, problemOf } from '../support/acts-walked.js';
import { Given } from '../support/given.js';
import { jpeg, pdf, photoOf, scanOf } from '../support/made-up-files.js';
import { kinds } from '../support/odd-kinds.js';

jest.setTimeout(240_000);

/** What no answer may hold: what was sent, or what a database and a program say among themselves. */
const leaks =
  /DROP TABLE|<b>mark|SELECT |INSERT |UPDATE "|QueryFailed|violates|relation "|column "|node_modules|\.ts:\d/;
const shape = ['action', 'blockers', 'choices', 'href', 'id', 'input', 'posts', 'revision', 'subject', 'values'];
const formType = { 'content-type': 'application/x-www-form-urlencoded' };
/** A refusal in a line: its status, its kind, and the fields that it names. */
const refused = (answer: Parameters<typeof problemOf>[0]): string => {
  const { type, errors } = problemOf(answer);
  return [answer.statusCode, type.replace('/problems/', ''), ...errors.map(({ pointer }) => pointer)].join(' ');
};

describe('An act refuses', () => {
  let acts: ActsWalked;
  let given: Given;
  let draft: TransferStory;
  let ended: TransferStory;
  const post: ActsWalked['post'] = (...asked) => acts.post(...asked);
  const browser: ActsWalked['browser'] = (...asked) => acts.browser(...asked);

  beforeAll(async () => {
    given = await Given.open();
    acts = new ActsWalked(given);
    [draft, ended] = await acts.prepare();
  });
  afterAll(() => given.close());

  const revision = async (): Promise<number> => {
    const rows = await given.exchange.database.ask<{ revision: number }>(
      'SELECT revision FROM transfer WHERE id = $1',
      [draft.id],
    );
    return rows[0]?.revision ?? 0;
  };

  it('nothing that is not asked here: every row of every table has its record', () => {
    expect(acts.unasked()).toEqual([]);
  });

  it('a field that comes twice in JSON, wherever it stands, and in a form', async () => {
    const [before, at] = [await revision(), `/transfers/${draft.id}`];
    const twice = await post(`${at}/withdrawal`, '{"remark":"材料不齐","remark":"算了"}');
    expect(refused(twice)).toBe('422 field-twice #/remark');
    const hidden = await post(`${at}/return`, '{"defects":[{"item":"a","it\\u0065m":"b"}]}', '101-reviewer');
    expect(refused(hidden)).toBe('422 field-twice #/defects/0/item');
    const typed = encodeURI('remark=甲甲&remark=乙乙');
    const headers = { ...formType, accept: 'application/json' };
    const form = await browser('101-clerk', { method: 'POST', url: `${at}/withdrawal`, payload: typed, headers });
    expect(refused(form)).toBe('422 field-twice #/remark');
    expect(`${twice.body}${form.body}`).not.toMatch(/材料不齐|算了|甲甲|乙乙/);
    const page = await browser('101-clerk', { url: '/problems/field-twice' });
    expect([page.statusCode, page.body.includes('同一项填了两遍')]).toEqual([200, true]);
    expect(await revision()).toBe(before);
  });

  it('not what may be ticked twice', async () => {
    const path = `/inspections/${(acts.ids['inspections'] ?? [])[0] ?? ''}/surveyors`;
    const answer = await post(path, `surveyors=${nobody}&surveyors=${nobody}`, '101-surveyor', formType);
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
    const unknown = '422 invalid-input #/nobodyAsked';
    expect(refused(await post(`${at}/withdrawal`, { remark: '材料不齐', nobodyAsked: 1 }))).toBe(unknown);
    expect(refused(await post(`${at}/submission`, { nobodyAsked: 1 }))).toBe(unknown);
    const file = await formOf({ kind: 'identity', file: scanOf('one'), other: scanOf('two') });
    const other = '422 invalid-input #/other';
    expect(refused(await post(`${at}/files`, file.payload, '101-clerk', file.headers))).toBe(other);
    const pressed = await formOf({ other: scanOf('two') });
    expect(refused(await post(`${at}/submission`, pressed.payload, '101-clerk', pressed.headers))).toBe(other);
  });

  it('files that are missing, too many, under another name, or written into the body', async () => {
    const at = `/transfers/${draft.id}/files`;
    const many = Array.from({ length: 21 }, (_, nth) => photoOf(`${nth}`));
    const sent = async (fields: Parameters<typeof formOf>[0]) => {
      const { payload, headers } = await formOf(fields);
      return refused(await post(at, payload, '101-clerk', headers));
    };
    expect(await sent({ kind: 'identity' })).toBe('422 invalid-input #/file');
    expect(await sent({ kind: 'identity', file: many })).toBe('422 invalid-input #/file');
    expect(await sent({ kind: 'identity', fiel: scanOf('1') })).toBe('422 invalid-input #/file #/fiel');
    for (const file of [pdf.toString('latin1'), [jpeg.toString('base64'), { fileName: 'x' }]])
      expect(refused(await post(at, { kind: 'identity', file }))).toMatch(/^422 invalid-input #\/file/);
  });

  it('what is done in another state, to a program before and after, and to a person', async () => {
    for (const noun of ['acceptance', 'county-submission', 'clearance', 'record']) {
      const form = await given.as('101-clerk').ask(`/transfers/${draft.id}/${noun}`);
      expect([noun, form.statusCode, problemOf(form).type]).toEqual([noun, 409, '/problems/step-not-open']);
      const done = await post(`/transfers/${draft.id}/${noun}`, {});
      // Whose act it never is hears that, whatever the state.
      const told = noun === 'acceptance' ? [409, '/problems/step-not-open'] : [403, '/problems/not-your-step'];
      expect([noun, done.statusCode, problemOf(done).type]).toEqual([noun, ...told]);
      const page = await browser('101-clerk', { url: `/transfers/${draft.id}/${noun}` });
      expect([noun, page.statusCode]).toEqual([noun, 409]);
    }
    const over = await post(`/transfers/${ended.id}/submission`, {});
    expect(problemOf(over)).toMatchObject({ status: 409, type: '/problems/step-not-open' });
  });

  it('what is done to another kind of record, and what nobody does', async () => {
    const certificate = (acts.ids['certificates'] ?? [])[0] ?? '';
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
    const all = acts.asked(1);
    const rows = all.filter(({ path }, index) => all.findIndex((each) => each.path === path) === index);
    for (const { action, path, who, row } of rows) {
      const names = Object.keys(acts.document.components.schemas[row.asks?.name ?? '']?.properties ?? {});
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
    expect(rows.length).toBeGreaterThan(80);
  });

  it('a program of strangers, and leads a stranger to the door', async () => {
    for (const { path, form, row, table } of acts.asked(1).filter(({ row: { public: open } }) => !open)) {
      const { app } = given.exchange;
      for (const method of ['GET', 'HEAD', 'POST'] as const) {
        const url = `/api${method === 'POST' ? path : form}`;
        const answer = await app.inject({ method, url, ...(method === 'POST' && { payload: {} }) });
        expect([method, path, answer.statusCode]).toEqual([method, path, 401]);
      }
      const page = await app.inject({ url: form, headers: { accept: 'text/html' } });
      expect([table.things, row.noun, page.statusCode, String(page.headers.location).startsWith('/sign-in')]).toEqual([
        ...[table.things, row.noun, 303, true],
      ]);
    }
  });

  it('to say in any other way what a program asks of it: one type, and an input that the document holds', async () => {
    const opened = new Set<string>();
    for (const { path, form: at, who, action, table } of acts.asked(6)) {
      const answer = await given.as(who).ask(at);
      expect([path, answer.statusCode < 500]).toEqual([path, true]);
      if (answer.statusCode !== 200) continue;
      const form = answer.json<Record<string, unknown> & { input: { $ref: string } | null; href: string }>();
      expect([path, Object.keys(form).toSorted()]).toEqual([path, shape]);
      expect([form.href, form['action'], form['subject']]).toEqual([path, action, table.subject]);
      if (form.input) {
        const [place, name] = form.input.$ref.split('#/components/schemas/');
        expect([
          path,
          place,
          Object.keys(acts.document.components.schemas[name ?? '']?.properties ?? {}).length > 0,
        ]).toEqual([...[path, '/api/openapi.json', true]]);
      }
      const key = `${table.things}/${action}`;
      // What a program may ask, a person may open: unless something stands in the way, which the page says.
      const page = opened.has(key) ? null : await browser(who, { url: at });
      if (page) expect([at, [200, 409].includes(page.statusCode)]).toEqual([at, true]);
      opened.add(key);
    }
    process.stdout.write(`Open in some state: ${opened.size} acts\n`);
    expect(opened.size).toBeGreaterThan(60);
  });

  it('what was seen before somebody changed it, whether it moves the case or not', async () => {
    const at = `/transfers/${draft.id}`;
    const stale = { 'if-match': `"${(await revision()) + 7}"` };
    expect(refused(await post(`${at}/submission`, {}, '101-clerk', stale))).toBe('412 changed-meanwhile');
    const { payload, headers } = await formOf({ kind: 'identity', file: scanOf('late') });
    const late = await post(`${at}/files`, payload, '101-clerk', { ...headers, ...stale });
    expect(refused(late)).toBe('412 changed-meanwhile');
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
    const rows = acts.asked(1).filter(({ row }) => row.fresh);
    expect(rows.length).toBeGreaterThan(3);
    for (const { who } of rows) await given.as(who).ask('/account');
    given.exchange.passMinutes(11);
    for (const { path, who } of rows) {
      const answer = await post(path, {}, who);
      expect([path, who, problemOf(answer).type]).toEqual([path, who, '/problems/confirm-factor']);
    }
  });
});
