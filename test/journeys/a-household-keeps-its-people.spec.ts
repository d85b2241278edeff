import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, identityCheck } from '#kernel';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, refusal, village } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

interface Seen {
  name: string;
  representative: string;
  memberCount: number | null;
  endedOn: string | null;
  members: { personId: string; name: string; paper: string; identity: string; coRight: boolean; relation: string }[];
}

const cardOf = (seventeen: string): string => `${seventeen}${identityCheck(seventeen)}`;

describe('A household keeps its people at the counter', () => {
  let given: Given;
  let clerk: ApiClient;
  let id: string;
  let at: string;

  beforeAll(async () => {
    given = await Given.open();
    clerk = given.as('101-clerk');
    const [row] = await given.exchange.database.ask<{ id: string }>(
      `SELECT h.id FROM household h JOIN member m ON m.household_id = h.id WHERE h.office_code = $1
       GROUP BY h.id HAVING count(*) = 3 ORDER BY h.contractor_code LIMIT 1`,
      [village],
    );
    id = row!.id;
    at = `/register/households/${id}`;
  }, 60_000);
  afterAll(() => given.close());

  const seen = (): Promise<Seen> => clerk.get<Seen>(at);
  const file = () => scan('户口簿和证明');
  const reason = '村集体和派出所出的证明';
  const add = async (more: Record<string, string>, who = clerk) =>
    who.send(`${at}/members`, {
      ...{ name: '禾小苗', identityKind: '9', sex: 'female', relation: '30', coRight: 'true', from: '2026-09-01' },
      ...{ reason, file: await file(), ...more },
    });

  it('adds somebody with another paper or with none, with proof and a line in the history', async () => {
    const before = await seen();
    expect((await add({})).statusCode).toBe(201);
    expect((await add({ name: '禾大苗', identityKind: '5', identityNumber: 'E 7654321' })).statusCode).toBe(201);
    const { members } = await seen();
    expect(members).toHaveLength(before.members.length + 2);
    expect(members.find(({ name }) => name === '禾小苗')).toMatchObject({ identity: '', coRight: true });
    expect(members.find(({ name }) => name === '禾大苗')).toMatchObject({ paper: '护照', identity: '******21' });
    const lines = await given.exchange.database.ask<{ label: string; remark: string; files: number }>(
      `SELECT label, remark, (SELECT count(*)::int FROM evidence_file f WHERE f.subject = 'household' AND f.subject_id = $1) AS files
       FROM step_history WHERE subject = 'household' AND subject_id = $1 ORDER BY id LIMIT 1`,
      [id],
    );
    expect(lines).toEqual([{ label: '添家庭成员：禾小苗', remark: reason, files: 2 }]);
  });

  it('refuses what is wrong, each in words, and whom it is not for', async () => {
    const fault = async (more: Record<string, string>) => {
      const answer = await add(more);
      const { type, errors = [] } = answer.json<{ type: string; errors?: { detail: string }[] }>();
      return [answer.statusCode, type.replace('/problems/', ''), ...errors.map(({ detail }) => detail)].join(' ');
    };
    expect(await fault({})).toMatch(/^409 member-already/);
    expect(await fault({ name: '禾？' })).toMatch(/第 2 个字是“？”/);
    expect(await fault({ name: '禾新', identityKind: '4', identityNumber: '不知道' })).toMatch(/不像一个号码/);
    expect(await fault({ name: '禾新', identityKind: '1', identityNumber: '999999202601010010' })).toMatch(/校验位/);
    const boy = cardOf('99999920260101001');
    expect(await fault({ name: '禾新', identityKind: '1', identityNumber: boy })).toMatch(/第 17 位/);
    expect((await add({}, given.as('102-clerk'))).statusCode).toBe(404);
    expect((await add({}, given.as('101-finance'))).statusCode).toBe(403);
  });

  it('opens the form behind each link of its page, with what is known of that person', async () => {
    const { body } = await given.page(at, clerk);
    const links = [...new Set(body.match(new RegExp(`${at}/[\\w/-]+`, 'g')))];
    const { members } = await seen();
    for (const link of links) expect([link, (await given.page(link, clerk)).statusCode]).toEqual([link, 200]);
    expect(links.filter((link) => link.includes('/members/'))).toHaveLength(members.length * 2);
    const [first] = members;
    const form = await clerk.get<{ values: object }>(`${at}/members/${first!.personId}/correction`);
    expect(form.values).toMatchObject({ name: first!.name, coRight: first!.coRight });
    const stranger = await clerk.ask(`${at}/members/${id}/end`);
    expect([stranger.statusCode, stranger.json()]).toMatchObject([404, { type: '/problems/member-not-found' }]);
  });

  it('puts a name and a paper right, which is the same person', async () => {
    const open = (await seen()).members.find(({ name }) => name === '禾小苗')!;
    const number = cardOf('99999920260901002');
    const corrected = await clerk.send(`${at}/members/${open.personId}/correction`, {
      ...{
        name: '禾筱苗',
        identityKind: '1',
        identityNumber: number,
        relation: '30',
        coRight: 'true',
        reason,
        file: await file(),
      },
    });
    expect(corrected.statusCode).toBe(201);
    const now = (await seen()).members.find(({ personId }) => personId === open.personId)!;
    expect(now).toMatchObject({ name: '禾筱苗', paper: '居民身份证' });
    expect(now.identity).toMatch(/^999999\*{8}/);
    const other = (await seen()).members.find(({ name }) => name === '禾大苗')!;
    const taken = clerk.send(`${at}/members/${other.personId}/correction`, {
      ...{ name: '禾大苗', identityKind: '1', identityNumber: number, relation: '30', reason, file: await file() },
    });
    expect((await taken).json()).toMatchObject({ type: '/problems/identity-of-another' });
  });

  it('lets somebody go on a day, and is called after who speaks for it next', async () => {
    const { members, name } = await seen();
    const head = members.find((each) => `${each.name}户` === name)!;
    const heir = members.find((each) => each !== head)!;
    const end = async (more: Record<string, string>) =>
      clerk.send(`${at}/members/${head.personId}/end`, {
        why: 'died',
        on: '2026-09-20',
        reason,
        file: await file(),
        ...more,
      });
    expect((await end({})).json()).toMatchObject({ errors: [{ pointer: '#/representative' }] });
    expect((await end({ representative: heir.personId })).statusCode).toBe(201);
    const now = await seen();
    expect(now).toMatchObject({ name: `${heir.name}户`, representative: heir.name });
    expect(now.members.map(({ personId }) => personId)).not.toContain(head.personId);
  });

  it('counts its members by its own record, and the page says where that differs', async () => {
    expect((await clerk.send(`${at}/member-count`, { count: '9', reason, file: await file() })).statusCode).toBe(201);
    const page = await Walker.signIn(given.exchange, '101-clerk').then((walker) => walker.open(at));
    expect(said(page.body)).toContain('这一户登记 9 口人');
    expect(said(page.body)).toContain('添家庭成员');
    await add({ name: '禾九', identityKind: '9' });
    expect((await seen()).memberCount).toBe(9);
  });

  it('does not lose its last member without a word: the household itself is ended, and nothing is let after', async () => {
    const on = addDays(given.exchange.clock.today(), -1);
    for (;;) {
      const { members } = await seen();
      const last = members.at(-1)!;
      const [first] = members;
      const answer = await clerk.send(`${at}/members/${last.personId}/end`, {
        ...{ why: 'elsewhere', on, reason, file: await file() },
        ...(members.length > 1 ? { representative: first!.personId } : {}),
      });
      if (members.length === 1) {
        expect(answer.json()).toMatchObject({ type: '/problems/member-last', status: 409 });
        break;
      }
      expect(answer.statusCode).toBe(201);
    }
    const over = { on, reason, file: await file() };
    expect((await clerk.send(`${at}/end`, over)).statusCode).toBe(201);
    expect(await seen()).toMatchObject({ endedOn: on, memberCount: 0 });
    expect((await add({ name: '禾后' })).json()).toMatchObject({ type: '/problems/household-over' });
    expect(await refusal(clerk.post(`${at}/end`, { ...over, file: await file() }))).toMatchObject({
      type: 'household-over',
    });
  });
});
