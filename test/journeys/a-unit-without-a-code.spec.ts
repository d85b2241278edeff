import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { creditCheck } from '#kernel';
import { ImportsService } from '#rights';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, refusal } from '../support/given.js';
import { csvOf, registerFiles } from '../support/register-files.js';
import { said } from '../support/walker.js';

const office = '370126101224';
const files = registerFiles(3, 'uncoded', office);
const issuer = files.FBF[0]!['FBFBM']!;
const unit = (n: number, name: string, number: string) => ({
  ...{ CBFBM: `${issuer}900${n}`, CBFLX: '3', CBFMC: name, CBFZJLX: '3', CBFZJHM: number, CBFDZ: '演练村一号' },
});
const seventeen = 'N2999999MF0000017';
const right = `${seventeen}${creditCheck(seventeen)}`;
const wrong = `${seventeen}${creditCheck(seventeen) === '0' ? '1' : '0'}`;
const units = [
  unit(1, '演练村经济合作社', ''),
  unit(2, '演练农机站', '12345678-9'),
  unit(3, '演练林场', '370126200000123'),
  unit(4, '演练果园', wrong),
];

interface Seen {
  rows: { id: string; name: string; creditCode: string | null; oldCode: string | null }[];
}

describe('A unit without a unified code, or with one of old', () => {
  let given: Given;
  let administrator: ApiClient;
  let clerk: ApiClient;

  beforeAll(async () => {
    given = await Given.open();
    administrator = await given.hire('register-desk', ['county_administrator', '370126000000']);
    clerk = given.as('101-clerk');
    expect(await takeIn('FBF.csv', files.FBF)).toMatchObject({ status: 'done', bad: 0 });
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
  const open = async (): Promise<Seen['rows']> =>
    (await clerk.get<Seen>(`/register/bodies?status=uncoded&office=${office}`)).rows;
  const pageOf = async (id: string) => said((await given.page(`/register/bodies/${id}`, clerk)).body);
  const put = async (id: string, more: Record<string, string>, who = clerk) =>
    who.send(`/register/bodies/${id}/credit-code`, {
      ...{ creditCode: right, reason: '领了登记证，照证补上', file: await scan('登记证') },
      ...more,
    });

  it('comes in as known, with its kind and why, and is marked; twice is once', async () => {
    expect(await takeIn('CBF.csv', units)).toMatchObject({ added: 4, legacy: 4, bad: 0 });
    expect(await takeIn('CBF.csv', units)).toMatchObject({ added: 0, changed: 0, unchanged: 4, bad: 0 });
    const rows = await open();
    expect(rows.map(({ name, oldCode }) => [name, oldCode])).toEqual(
      expect.arrayContaining([
        ['演练村经济合作社', null],
        ['演练农机站', '123456789'],
        ['演练林场', '370126200000123'],
        ['演练果园', wrong],
      ]),
    );
    const words = ['没有统一社会信用代码', '旧的组织机构代码', '旧的登记、注册号', '校验位不符的代码'];
    for (const [n, word] of words.entries()) {
      const page = await pageOf(rows.find(({ name }) => name === units[n]!.CBFMC)!.id);
      expect(page).toContain(`${word}，没有核实。核实以前，这个单位不能作为当事人办流转`);
    }
    const odd = await takeIn('CBF.csv', [unit(5, '演练渔场', '不知道')]);
    expect(odd).toMatchObject({ bad: 1, rows: [{ field: 'CBFZJHM' }] });
    const other = await takeIn('CBF.csv', [unit(1, '另一个合作社', '')]);
    expect(other).toMatchObject({ bad: 1, rows: [{ reason: '这个承包方代码登记的是“演练村经济合作社”' }] });
  });

  it('gets its code at the counter, with the licence, a reason and a line in the history', async () => {
    const { id } = (await open()).find(({ name }) => name === '演练村经济合作社')!;
    expect((await put(id, { creditCode: wrong })).json()).toMatchObject({ errors: [{ pointer: '#/creditCode' }] });
    const taken = (await given.wish()).transferee.number;
    expect((await put(id, { creditCode: taken })).json()).toMatchObject({
      errors: [{ pointer: '#/creditCode', detail: expect.stringContaining('登记的是“') }],
    });
    expect((await put(id, {}, given.as('102-clerk'))).statusCode).toBe(404);
    expect((await put(id, {}, given.as('101-finance'))).statusCode).toBe(403);
    expect((await given.page(`/register/bodies/${id}/credit-code`, clerk)).statusCode).toBe(200);
    expect((await put(id, { representative: '禾理事' })).statusCode).toBe(201);
    expect(await clerk.get(`/register/bodies/${id}`)).toMatchObject({
      ...{ creditCode: right, codeKind: null, oldCode: null, representative: '禾理事' },
    });
    expect((await put(id, {})).json()).toMatchObject({ errors: [{ detail: '登记的就是这个代码，没有改动' }] });
    const lines = await given.exchange.database.ask(
      `SELECT remark, detail, (SELECT count(*)::int FROM evidence_file f WHERE f.subject = 'body' AND f.subject_id = $1) AS files
       FROM step_history WHERE subject = 'body' AND subject_id = $1`,
      [id],
    );
    expect(lines).toMatchObject([{ remark: '领了登记证，照证补上', detail: { before: null, code: right }, files: 1 }]);
    // A later file without the code takes none away.
    expect(await takeIn('CBF.csv', [units[0]!])).toMatchObject({ unchanged: 1, bad: 0 });
    expect(await clerk.get(`/register/bodies/${id}`)).toMatchObject({ creditCode: right });
  });

  it('gets its code by a later file, and is the same unit', async () => {
    const { id } = (await open()).find(({ name }) => name === '演练林场')!;
    const first = 'N2999999MF0000025';
    const code = `${first}${creditCheck(first)}`;
    expect(await takeIn('CBF.csv', [unit(3, '演练林场', code)])).toMatchObject({ changed: 1, added: 0, bad: 0 });
    expect(await clerk.get(`/register/bodies/${id}`)).toMatchObject({ creditCode: code, oldCode: null });
  });

  it('is no party until then: the case says so, and leads to where it is put right', async () => {
    const story = await given.transfer({ state: 'submitted' });
    const code = (await given.wish()).transferee.number;
    await given.exchange.database.write(
      `UPDATE body SET credit_code = NULL, old_code = '123456789', contractor_code = $2 WHERE credit_code = $1`,
      [code, `${issuer}9009`],
    );
    const { id } = (await open()).find(({ oldCode, name }) => oldCode === '123456789' && name !== '演练农机站')!;
    expect(await refusal(clerk.post(`/transfers/${story.id}/acceptance`, {}))).toMatchObject({ type: 'step-blocked' });
    expect(await clerk.get(`/transfers/${story.id}`)).toMatchObject({
      acts: expect.arrayContaining([
        expect.objectContaining({
          blockers: expect.arrayContaining([
            expect.objectContaining({
              rule: 'bodies-coded',
              way: expect.objectContaining({ href: `/register/bodies/${id}` }),
            }),
          ]),
        }),
      ]),
    });
    expect((await put(id, { creditCode: code })).statusCode).toBe(201);
    await clerk.post(`/transfers/${story.id}/acceptance`, {});
  });
});
