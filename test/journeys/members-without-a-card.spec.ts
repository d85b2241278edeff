import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockActor, type Actor } from '#kernel';
import { ConsentsService } from '#parties';
import { ImportsService } from '#rights';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given } from '../support/given.js';
import { csvOf, registerFiles } from '../support/register-files.js';
import { said } from '../support/walker.js';

const files = registerFiles(3, 'cardless', '370126101224');
const [home] = files.CBF as [Record<string, string>];
const code = home['CBFBM']!;
const own = files.CBF_JTCY.filter((row) => row['CBFBM'] === code);
/** Whom the register names by another paper, or by none. */
const others = [
  { CYZJLX: '2', CYXM: '禾军', CYZJHM: '军字第0012345号', CYXB: '1' },
  { CYZJLX: '3', CYXM: '禾社', CYZJHM: 'N2370126MF12345678', CYXB: '1' },
  { CYZJLX: '4', CYXM: '禾幼', CYZJHM: '370126001234', CYXB: '2' },
  { CYZJLX: '4', CYXM: '禾稚', CYZJHM: '370126001234', CYXB: '1' },
  { CYZJLX: '5', CYXM: '阿依古丽·买买提', CYZJHM: 'E12345678', CYXB: '2' },
  { CYZJLX: '9', CYXM: '禾老', CYZJHM: '', CYXB: '1' },
  { CYZJLX: '1', CYXM: '禾新', CYZJHM: '', CYXB: '2' },
].map((row) => ({ CBFBM: code, YHZGX: '99', CYBZ: '', SFGYR: '1', ...row }));

interface Seen {
  id: string;
  memberCount: number | null;
  members: { personId: string; name: string; paper: string; identity: string; age: number | null; coRight: boolean }[];
}

describe('Members without a resident identity card', () => {
  let given: Given;
  let administrator: ApiClient;
  let clerk: ApiClient;
  let id: string;

  beforeAll(async () => {
    given = await Given.open();
    administrator = await given.hire('register-desk', ['county_administrator', '370126000000']);
    clerk = given.as('101-clerk');
    home['CBFCYSL'] = String(own.length + others.length + 1);
    for (const [name, rows] of [
      ['FBF.csv', files.FBF],
      ['CBF.csv', files.CBF],
      ['CBHT.csv', files.CBHT],
    ] as const)
      expect(await takeIn(name, rows)).toMatchObject({ status: 'done', bad: 0 });
    const [row] = await given.exchange.database.ask<{ id: string }>(
      'SELECT id FROM household WHERE contractor_code = $1',
      [code],
    );
    id = row!.id;
  }, 120_000);
  afterAll(() => given.close());

  async function takeIn(name: string, rows: Record<string, string>[]): Promise<Record<string, unknown>> {
    const imports = given.exchange.app.get(ImportsService);
    const sent = await administrator.send('/register/imports', { file: new File([csvOf(rows)], name) });
    const { id: job } = sent.json<{ id: string }>();
    await imports.settled(job);
    await administrator.post(`/register/imports/${job}/run`, {});
    await imports.settled(job);
    return administrator.get(`/register/imports/${job}`);
  }
  const seen = (): Promise<Seen> => clerk.get<Seen>(`/register/households/${id}`);
  const people = async (): Promise<number> =>
    (await given.exchange.database.ask<{ n: number }>('SELECT count(*)::int AS n FROM person'))[0]!.n;

  it('come in with kind and sealed number, or as known with an open identity; twice is once', async () => {
    expect(await takeIn('JTCY.csv', [...own, ...others])).toMatchObject({ added: own.length + others.length, bad: 0 });
    const before = await people();
    expect(await takeIn('JTCY.csv', [...own, ...others])).toMatchObject({ added: 0, changed: 0, bad: 0 });
    expect(await people()).toBe(before);
    const { members } = await seen();
    const of = (name: string) => members.find((each) => each.name === name);
    expect(of('禾军')).toMatchObject({ paper: '军官证', identity: expect.stringMatching(/^\*{9}5号$/), age: null });
    expect(of('阿依古丽·买买提')).toMatchObject({ paper: '护照', identity: '*******78' });
    // A booklet has one number for the whole household, and two children are two.
    expect([of('禾幼')?.identity, of('禾稚')?.identity]).toEqual(['**********34', '**********34']);
    expect(of('禾老')).toMatchObject({ paper: '其他证件', identity: '' });
    expect(of('禾新')).toMatchObject({ paper: '居民身份证', identity: '' });
    const kept = await given.exchange.database.ask<{ sealed: string }>(
      `SELECT encode(identity_sealed, 'escape') AS sealed FROM person WHERE name = '禾军'`,
    );
    expect(kept[0]!.sealed).not.toContain('0012345');
  });

  it('are not all where the household’s own record counts more: a finding, in page and list', async () => {
    const household = await seen();
    expect([household.memberCount, household.members.length]).toEqual([own.length + 8, own.length + 7]);
    const page = said((await given.page(`/register/households/${id}`, clerk)).body);
    expect(page).toContain(`这一户登记 ${own.length + 8} 口人，登记簿上有 ${own.length + 7} 人，对不上`);
    expect(page).toContain('证件没有核实，不能表示同意');
    for (const status of ['open', 'uncounted']) {
      const { rows } = await clerk.get<{ rows: { id: string }[] }>(`/register?status=${status}&office=370126101224`);
      expect(rows.map((row) => row.id)).toEqual([id]);
    }
    const odd = await takeIn('CBF.csv', [{ ...home, CBFCYSL: '五口' }]);
    expect(odd).toMatchObject({ bad: 1, rows: [{ field: 'CBFCYSL', reason: '承包方成员数量“五口”不是人数' }] });
  });

  it('cannot consent while nobody knows who they are', async () => {
    const { members } = await seen();
    const open = members.find((each) => each.name === '禾老')!;
    const actor: Actor = { ...clockActor, kind: 'staff', posts: [{ post: 'town_clerk', officeCode: '370126101000' }] };
    const consent = given.exchange.act(actor, (act) =>
      given.exchange.app.get(ConsentsService).give(act, {
        ...{ aboutKind: 'transfer', aboutId: id, householdId: id, personIds: [open.personId], statement: '同意' },
        ...{ method: 'scan', readAloud: true, evidenceFileId: id },
      }),
    );
    await expect(consent).rejects.toMatchObject({
      type: 'identity-open',
      members: { detail: expect.stringContaining('禾老的证件还没有核实') },
    });
  });

  it('get their number by a later file, and are the same people', async () => {
    const before = await people();
    const late = { ...others.at(-1)!, CYZJLX: '5', CYZJHM: 'G7654321' };
    expect(await takeIn('JTCY.csv', [late])).toMatchObject({ added: 0, bad: 0 });
    expect(await people()).toBe(before);
    const { members } = await seen();
    expect(members.find((each) => each.name === '禾新')).toMatchObject({ paper: '护照', identity: '******21' });
  });
});
