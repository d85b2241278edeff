import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, parameterTable } from '#kernel';
import { ParameterStore } from '#platform';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { type Clerk, hire } from '../support/people.js';

const county = '370126000000';

describe('The numbers of the county', () => {
  let given: Given;
  let exchange: TestExchange;
  let staff: Record<'admin' | 'director' | 'clerk', Clerk>;

  beforeAll(async () => {
    given = await Given.open();
    ({ exchange } = given);
    staff = await hire(exchange, {
      admin: ['county_administrator', county],
      director: ['county_director', county],
      clerk: ['town_clerk', '370126101000'],
    });
  });
  afterAll(() => exchange.close());

  const see = (path: string, who = staff.admin) =>
    exchange.app.inject({ url: `/api/parameters${path}`, headers: who.headers });
  const set = (key: string, value: unknown, more: object = {}, who = staff.admin) =>
    exchange.app.inject({
      method: 'POST',
      url: `/api/parameters/${key}/values`,
      headers: who.headers,
      payload: { value, validFrom: exchange.today, basis: '县农业农村局会议纪要〔2026〕3 号', ...more },
    });
  /** What a case of 108,000 yuan a year is asked for, once it is filed. */
  const deposit = async (story: TransferStory): Promise<number> => {
    await story.file();
    const { depositId } = await story.view();
    return (await given.as('101-finance').get<{ amountFen: number }>(`/deposits/${depositId}`)).amountFen;
  };
  const signed = async (): Promise<TransferStory> =>
    given.transfer({ state: 'filing', parcels: await given.land('12.00'), priceYuan: '9000' });

  it('are all on one page, each with its source and how sure we are of it', async () => {
    const { rows } = (await see('')).json<{
      rows: { label: string; source: string; mark: string }[];
    }>();
    expect(rows).toHaveLength(Object.keys(parameterTable).length);
    expect(rows.every((row) => row.source !== '' && row.mark !== '')).toBe(true);
    const page = await exchange.app.inject({
      url: '/parameters',
      headers: { accept: 'text/html', ...staff.director.headers },
    });
    expect([page.statusCode, page.body.includes('公示期')]).toEqual([200, true]);
  });

  it('leave out the rule of age where the county has set none, and its pages say so', async () => {
    const page = async (url: string) =>
      (await exchange.app.inject({ url, headers: { accept: 'text/html', ...staff.admin.headers } })).body;
    expect(parameterTable.ageMax.value).toBeNull();
    expect(await page('/guide')).toContain('超过 70 周岁，要有担保人');
    expect((await set('ageMax', null)).statusCode).toBe(201);
    expect(await page('/parameters/ageMax')).toContain('没有定，这条规则不用');
    expect(await page('/guide')).toContain('县里没有定最高年龄');
    expect((await set('ageMax', '17')).statusCode).toBe(422);
    expect((await set('ageMax', '70')).statusCode).toBe(201);
  });

  it.each(Object.keys(parameterTable))('%s has a page of its own with a form that fits its kind', async (key) => {
    const page = await exchange.app.inject({
      url: `/parameters/${key}`,
      headers: { accept: 'text/html', ...staff.admin.headers },
    });
    expect([page.statusCode, /name="value"/.test(page.body)]).toEqual([200, true]);
  });

  it('change from a day on; a case keeps the rules of the day it began', async () => {
    const early = await signed();
    const from = addDays(exchange.today, 10);
    expect((await set('riskDepositPercent', '50', { validFrom: from })).statusCode).toBe(201);
    expect((await see('/riskDepositPercent')).json()).toMatchObject({
      value: 30,
      history: [{ value: 50, coming: true, basis: '县农业农村局会议纪要〔2026〕3 号', setBy: '演admin' }],
    });
    exchange.passDays(10);
    expect((await see('/riskDepositPercent')).json()).toMatchObject({ value: 50 });
    expect(await deposit(early)).toBe(3_240_000);
    expect(await deposit(await signed())).toBe(5_400_000);
  });

  it('take what a form types: yuan, a list, yes and no', async () => {
    expect((await set('riskDepositMinimumFen', '2,000.50')).json()).toMatchObject({ value: 200_050 });
    expect((await set('riskDepositWaivedKinds', ['member', 'family_farm'])).json()).toMatchObject({
      value: ['member', 'family_farm'],
    });
    expect((await set('closeOfBusiness', '17:30')).json()).toMatchObject({ value: '17:30' });
  });

  it.each([
    ['noticeWorkingDays', '6', '不能小于7'],
    ['surveyorsAtLeast', 1, '行政许可法'],
    ['capitalApprovalWorkingDays', '21', '不能大于20'],
    ['closeOfBusiness', '25:00', '时:分'],
    ['riskDepositMinimumFen', 'viel', '元'],
    ['riskDepositWaivedKinds', ['friends'], '只能选择'],
  ])('refuse for %s the value %s, and say why: %s', async (key, value, words) => {
    const answer = await set(key, value);
    expect(answer.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/value', detail: expect.stringContaining(words) }],
    });
  });

  it('are never changed for a day that has passed, without a basis, or by anybody else', async () => {
    expect((await set('noticeWorkingDays', 8, { validFrom: addDays(exchange.today, -1) })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/validFrom' }],
    });
    expect((await set('noticeWorkingDays', 8, { basis: '' })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/basis' }],
    });
    expect((await set('noticeWorkingDays', 8, {}, staff.director)).statusCode).toBe(403);
    expect((await see('', staff.clerk)).statusCode).toBe(403);
    expect((await see('/nothing')).statusCode).toBe(404);
    expect(await exchange.app.get(ParameterStore).on(exchange.today)).toMatchObject({ noticeWorkingDays: 7 });
    await expect(exchange.database.write('UPDATE parameter_value SET basis = $1', ['x'])).rejects.toThrow(
      /append-only|permission denied/,
    );
  });
});
