import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMinutes } from '#kernel';
import { Acts } from '#platform';
import type { Answer, ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given } from '../support/given.js';

const asked = {
  bodyName: '商河演练农村商业银行股份有限公司',
  creditCode: '91370126MA3C00003D',
  name: '担保贷款系统',
  post: 'town_clerk',
  office: '殷巷镇',
  access: 'write',
  reason: '贷前核对经营权，办结后登记',
};

interface Client {
  id: string;
  state: string;
  keys: { id: string; prefix: string; runs: boolean; lastUsedAt: string | null }[];
  acts: { action: string; enabled: boolean; blockers: { rule: string }[] }[];
  history: { action: string; by: string; remark: string | null }[];
}

describe('A program', () => {
  let given: Given;
  let [administrator, director]: ApiClient[] = [];
  let client = '';
  let key = '';

  const typeOf = (answer: Answer): string => answer.json<{ type?: string }>().type?.replace('/problems/', '') ?? '';
  const comes = (by: string, url: string, more: object = {}): Promise<Answer> =>
    given.exchange.app.inject({ url: `/api${url}`, headers: { authorization: `Bearer ${by}` }, ...more });
  const shown = (): Promise<Client> => administrator!.get<Client>(`/clients/${client}`);
  const newKey = async (): Promise<string> =>
    (await administrator!.send(`/clients/${client}/keys`)).json<{ key: string }>().key;

  beforeAll(async () => {
    given = await Given.open();
    [administrator, director] = [given.as('administrator'), given.as('director')];
  });
  afterAll(() => given.close());

  it('is asked for with a body, a post, a place and a reason', async () => {
    const faults = async (change: object): Promise<string[]> => {
      const answer = await administrator!.send('/clients', { ...asked, ...change });
      expect(answer.statusCode).toBe(422);
      return answer.json<{ errors?: { pointer: string }[] }>().errors?.map(({ pointer }) => pointer) ?? [];
    };
    expect(await faults({ creditCode: '91370126MA3C00003E' })).toEqual(['#/creditCode']);
    expect(await faults({ post: 'county_reviewer' })).toEqual(['#/post']);
    expect(await faults({ post: 'supervisor', office: '商河县' })).toEqual(['#/access']);
    expect(await faults({ office: '没有的镇' })).toEqual(['#/office']);
    const wrong = await administrator!.send('/clients', { ...asked, office: '商河县' });
    expect(typeOf(wrong)).toBe('post-wrong-level');
    client = (await administrator!.post('/clients', asked)).split('/').at(-1) ?? '';
    expect(await shown()).toMatchObject({ state: 'asked', keys: [] });
    expect(typeOf(await administrator!.send('/clients', asked))).toBe('client-there');
  });

  it('is let in by another person, not by who asked, and has no key before', async () => {
    expect(typeOf(await administrator!.send(`/clients/${client}/confirmation`))).toBe('not-your-step');
    expect(typeOf(await administrator!.send(`/clients/${client}/keys`))).toBe('client-not-open');
    const desk = await director!.get<{ rows: { kind: string; id: string }[] }>('/desk?kind=api_client');
    expect(desk.rows).toMatchObject([{ kind: 'api_client', id: client }]);
    await director!.post(`/clients/${client}/confirmation`);
    const found = await shown();
    expect(found).toMatchObject({ state: 'open', confirmedBy: '孙演一', askedBy: '周演一' });
    expect(found.history.map(({ action, by }) => `${action} ${by}`)).toEqual(['ask 周演一', 'confirm 孙演一']);
    const both = given.exchange.database.write('UPDATE api_client SET confirmed_by = asked_by WHERE id = $1', [client]);
    await expect(both).rejects.toMatchObject({ constraint: 'api_client_two_persons' });
  });

  it('learns its key once; the exchange keeps a hash and shows the first letters', async () => {
    const told = await administrator!.send(`/clients/${client}/keys`, {}, { 'idempotency-key': 'first-key' });
    key = told.json<{ key: string }>().key;
    expect(key).toMatch(/^rlx_[a-z0-9]{8}_[\w-]{43}$/);
    const again = await administrator!.send(`/clients/${client}/keys`, {}, { 'idempotency-key': 'first-key' });
    expect([again.statusCode, again.body.includes(key)]).toEqual([409, false]);
    const { keys } = await shown();
    expect(keys).toMatchObject([{ prefix: key.slice(0, 12), runs: true, lastUsedAt: null }]);
    const [kept] = await given.exchange.database.ask<{ row: string }>('SELECT api_key::text AS row FROM api_key');
    expect(kept?.row).not.toContain(key.slice(13));
  });

  it('sees and does what its post may in its place, in its own name', async () => {
    const mine = await comes(key, '/transfers');
    expect(mine.statusCode).toBe(200);
    const story = await given.story();
    await story.draft();
    const sent = await comes(key, `/transfers/${story.id}/discontinuation`, { method: 'POST', payload: {} });
    expect([401, 500]).not.toContain(sent.statusCode);
    expect(typeOf(await comes(key, '/seals'))).toBe('not-your-post');
    expect((await shown()).keys[0]?.lastUsedAt).not.toBeNull();
  });

  it('has nothing of a person: no account, no password, no second factor, no page of its own', async () => {
    for (const [url, more] of [
      ['/account', {}],
      ['/account/password', { method: 'POST', payload: { oldPassword: '', newPassword: 'Xiang-Cun-2027' } }],
      ['/sessions/current', { method: 'DELETE' }],
    ] as const)
      expect(typeOf(await comes(key, url, more))).toBe('persons-only');
    const [account] = await given.exchange.database.ask<{ login: string }>('SELECT login FROM account WHERE id = $1', [
      client,
    ]);
    const payload = { login: account?.login, password: '', code: '000000' };
    expect((await given.exchange.app.inject({ method: 'POST', url: '/api/sessions', payload })).statusCode).toBe(422);
    expect((await administrator!.ask(`/accounts/${client}`)).statusCode).toBe(404);
    expect((await administrator!.ask(`/accounts?q=${account?.login}`)).json()).toMatchObject({ rows: [] });
  });

  it('is refused with a key of 300 characters, a foreign one, half of one, and one in a cookie', async () => {
    for (const wrong of ['x'.repeat(300), `rlx_abcdefgh_${'a'.repeat(43)}`, key.slice(0, 30), `${key}a`]) {
      const answer = await comes(wrong, '/transfers');
      expect([answer.statusCode, answer.headers['www-authenticate'] !== undefined]).toEqual([401, true]);
      expect(answer.body).not.toContain(wrong.slice(0, 30));
    }
    const cookie = await given.exchange.app.inject({ url: '/transfers', headers: { cookie: `session=${key}` } });
    expect(cookie.statusCode).toBe(303);
  });

  it('changes to a new key without a gap, and the old one ends by itself', async () => {
    const old = key;
    key = await newKey();
    expect((await comes(old, '/transfers')).statusCode).toBe(200);
    expect((await comes(key, '/transfers')).statusCode).toBe(200);
    const { wall } = given.exchange;
    const before = wall.now();
    wall.set(addMinutes(before, 7 * 24 * 60 + 1));
    expect((await comes(old, '/transfers')).statusCode).toBe(401);
    expect((await comes(key, '/transfers')).statusCode).toBe(200);
    wall.set(before);
  });

  it('that only reads does nothing, on any address', async () => {
    const watching = { ...asked, name: '省级监管平台', post: 'supervisor', office: '商河县', access: 'read' };
    const id = (await administrator!.post('/clients', watching)).split('/').at(-1);
    await director!.post(`/clients/${id}/confirmation`);
    const read = (await administrator!.send(`/clients/${id}/keys`)).json<{ key: string }>().key;
    expect((await comes(read, '/transfers')).statusCode).toBe(200);
    for (const url of ['/transfers', '/follow', `/clients/${client}/end`])
      expect(['program-reads-only', 'persons-only']).toContain(
        typeOf(await comes(read, url, { method: 'POST', payload: {} })),
      );
    await director!.post(`/clients/${id}/end`, { reason: '平台换了' });
    expect((await comes(read, '/transfers')).statusCode).toBe(401);
  });

  it('whose key is revoked in the middle of an upload has written nothing', async () => {
    const story = await given.story();
    await story.draft();
    const { id: keyId } = (await shown()).keys.find(({ prefix }) => key.startsWith(prefix))!;
    const files = () => given.exchange.database.ask('SELECT id FROM evidence_file WHERE subject_id = $1', [story.id]);
    const before = await files();
    const line = '\r\n';
    const parts = [
      `--cut${line}content-disposition: form-data; name="kind"${line}${line}other${line}`,
      `--cut${line}content-disposition: form-data; name="file"; filename="a.pdf"${line}content-type: application/pdf${line}${line}`,
      `%PDF-1.4 paper ${story.id}${line}--cut--${line}`,
    ] as const;
    async function* body(): AsyncGenerator<string> {
      yield parts[0];
      await administrator!.post(`/clients/${client}/keys/${keyId}/revocation`);
      yield parts[1] + parts[2];
    }
    const answer = await comes(key, `/transfers/${story.id}/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'multipart/form-data; boundary=cut',
        'content-length': String(parts.join('').length),
      },
      payload: Readable.from(body()),
    });
    expect([answer.statusCode, typeOf(answer)]).toEqual([401, 'sign-in']);
    // Even where the act had been let in before.
    const actor = {
      kind: 'staff',
      accountId: client,
      keyId,
      name: '',
      posts: [],
      partyId: null,
      assisting: null,
    } as const;
    const late = given.exchange.app.get(Acts).begin(actor, async () => undefined);
    await expect(late).rejects.toMatchObject({ type: 'key-revoked', status: 401 });
    expect(await files()).toEqual(before);
    expect((await comes(key, '/transfers')).statusCode).toBe(401);
    const gone = await administrator!.send(`/clients/${client}/keys/${keyId}/revocation`);
    expect([gone.statusCode, typeOf(gone)]).toEqual([404, 'key-not-found']);
  });

  it('is refused, or ended, with a reason that stays', async () => {
    const id = (await administrator!.post('/clients', { ...asked, name: '另一个系统' })).split('/').at(-1);
    await director!.post(`/clients/${id}/refusal`, { reason: '用途没有写清楚' });
    expect(await administrator!.get(`/clients/${id}`)).toMatchObject({ state: 'refused' });
    const last = await newKey();
    await administrator!.post(`/clients/${client}/end`, { reason: '合作到期' });
    expect((await comes(last, '/transfers')).statusCode).toBe(401);
    const { history, keys } = await shown();
    expect(history.at(-1)).toMatchObject({ action: 'end', remark: '合作到期' });
    expect(keys.some(({ runs }) => runs)).toBe(false);
  });

  it('stands on its pages, and in a workbook', async () => {
    for (const url of ['/clients', `/clients/${client}`, '/clients/new', '/clients?state=ended&sort=name'])
      expect((await given.page(url, administrator)).statusCode).toBe(200);
    expect((await given.page(`/clients/${client}`, administrator)).body).toContain('担保贷款系统');
    expect((await administrator!.ask('/clients/sheet')).headers['content-disposition']).toContain('.xlsx');
    expect((await given.as('101-clerk').ask('/clients')).statusCode).toBe(403);
  });
});
