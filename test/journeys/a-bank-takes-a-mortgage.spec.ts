import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { scanOf } from '../support/made-up-files.js';
import { Walker, said } from '../support/walker.js';

interface Row {
  contract: string;
  parcel: string;
  household: string;
}

describe('A bank takes a mortgage', () => {
  let exchange: TestExchange;
  let given: Given;
  let finance: ApiClient;
  let desk: Walker;
  let story: TransferStory;
  let row: Row;
  let first = '';
  let right = '';

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    finance = given.as('101-finance');
    desk = await Walker.signIn(exchange, '101-finance');
    story = await given.story({ parcels: (await given.land('2.00')).slice(0, 1) });
    const [found] = await exchange.database.ask<Row & Record<string, unknown>>(
      `SELECT c.id AS contract, p.id AS parcel, c.contractor_id AS household FROM parcel p JOIN contract c ON c.id = p.contract_id WHERE p.code = $1`,
      [story.wish.parcels[0]?.code],
    );
    row = found!;
  });
  afterAll(() => exchange.close());

  const deed = (more: Record<string, string> = {}): Record<string, string> => ({
    contractId: row.contract,
    mortgagee: '商河演练农商行',
    claim: 'maximum_amount',
    amount: '200000.00',
    startsOn: '2026-09-01',
    endsOn: '2029-08-31',
    contractNumber: '农抵2026-18',
    registeredNumber: '鲁（2026）商河县不动产证明第0000018号',
    registeredOn: '2026-09-03',
    ...more,
  });
  const note = async (more: Record<string, string> = {}) =>
    finance.post('/encumbrances', { ...deed(more), file: await scan('mortgage deed') });

  it.each([
    ['more than no sum', { amount: '0' }, '不能是 0'],
    ['a number of registration without its day', { registeredOn: '' }, '要么都写，要么都不写'],
    ['a registration of tomorrow', { registeredOn: '2026-09-24' }, '不能晚于今天'],
    ['an end before its beginning', { endsOn: '2026-08-31' }, '要在开始以后'],
    ['an end beyond the contract', { endsOn: '2060-01-01' }, '超过了权利的最后一天'],
  ])('is refused with %s', async (_what, more, words) => {
    expect((await refusal(note(more))).text).toContain(words);
  });

  it('is refused without the deed, to other posts and to the desk of another town', async () => {
    expect((await refusal(finance.post('/encumbrances', deed()))).text).toContain('传抵押合同或者登记证明');
    const clerk = given.as('101-clerk');
    expect((await refusal(clerk.post('/encumbrances', { ...deed(), file: await scan('deed') }))).status).toBe(403);
    const other = given.as('102-finance');
    expect((await refusal(other.post('/encumbrances', { ...deed(), file: await scan('deed') }))).status).toBe(404);
  });

  it('stands on the parcel’s page, in the list and on a page of its own, with its history', async () => {
    const parcel = await desk.open(`/register/parcels/${row.parcel}`);
    expect(said(parcel.body)).toContain('没有抵押记录');
    expect(parcel.body).toContain(`/encumbrances/new?contract=${row.contract}`);
    expect(said((await desk.open(`/encumbrances/new?contract=${row.contract}`)).body)).toContain(
      '权利到 2059年9月30日',
    );
    first = (await note()).split('/').at(-1) ?? '';
    const page = said((await desk.open(`/encumbrances/${first}`)).body);
    expect(page).toContain('商河演练农商行');
    expect(page).toContain('最高额抵押 200,000.00 元');
    expect(page).toContain('记下抵押');
    expect(said((await desk.open(`/register/parcels/${row.parcel}`)).body)).toContain('商河演练农商行');
    expect(said((await desk.open('/encumbrances?status=live')).body)).toContain('商河演练农商行');
    expect(said((await desk.open('/encumbrances?status=over')).body)).toContain('没有这样的抵押');
    const other = await Walker.signIn(exchange, '102-finance');
    expect((await other.open(`/encumbrances/${first}`)).status).toBe(404);
  });

  it('is found by the bank, by the household, by its place and by the year in which it ends', async () => {
    const seen = (query: string) =>
      finance.get<{ rows: Record<string, unknown>[] }>(`/encumbrances?${encodeURI(query)}`);
    const [mortgage] = (await seen('')).rows;
    expect(mortgage).toMatchObject({ mortgagee: '商河演练农商行', principalFen: 20_000_000, claim: 'maximum_amount' });
    const { mortgagor, termEnd } = mortgage as { mortgagor: string; termEnd: string };
    const [town, year] = ['370126101', termEnd.slice(0, 4)];
    for (const query of [
      'q=农商行',
      `q=${mortgagor}`,
      'mortgagee=商河演练农商行',
      `office=${town}`,
      `ends=${year}`,
      'sort=largest',
    ])
      expect([query, (await seen(query)).rows.length]).toEqual([query, 1]);
    for (const query of ['q=没有的字', 'mortgagee=另一家演练银行', 'office=370126102', 'ends=2031&status=released'])
      expect([query, (await seen(query)).rows]).toEqual([query, []]);
    expect((await given.as('102-finance').get<{ rows: object[] }>('/encumbrances')).rows).toEqual([]);
    const renamed = `${mortgagor}改`;
    const rename = 'UPDATE party SET display_name = $2 WHERE display_name = $1';
    await exchange.database.transaction((tx) => tx.query(rename, [mortgagor, renamed]));
    expect((await seen(`q=${renamed}`)).rows).toHaveLength(1);
    await exchange.database.transaction((tx) => tx.query(rename, [renamed, mortgagor]));
  });

  it('holds a transfer of the land until the mortgagee agrees in writing to this very case', async () => {
    await given.go(story, 'county_review');
    await given.pass(1);
    await story.review();
    const blocked = await refusal(story.approve());
    expect(blocked).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(blocked.text).toContain('抵押给商河演练农商行，缺抵押权人书面同意');
    const clerk = given.as('101-clerk');
    const path = `/transfers/${story.id}/mortgagee-consents`;
    const consent = { encumbranceId: first, givenOn: '2026-09-23' };
    expect((await refusal(clerk.post(path, consent))).text).toContain('同意书');
    const strange = { ...consent, encumbranceId: story.id };
    expect((await refusal(clerk.post(path, { ...strange, file: await scan('consent') }))).type).toBe(
      'transfer-not-mortgaged',
    );
    const town = await Walker.signIn(exchange, '101-clerk');
    expect(said((await town.open(path)).body)).toContain('商河演练农商行');
    await clerk.post(path, { ...consent, file: await scan('consent') });
    expect((await refusal(clerk.post(path, { ...consent, file: await scan('again') }))).status).toBe(409);
    const shown = said((await town.open(`/transfers/${story.id}`)).body);
    expect(shown).toContain('已书面同意这件流转');
    expect(shown).toContain('抵押权人商河演练农商行书面同意');
    await story.approve();
  });

  it('lies on a management right only once that is recorded, with the contractor’s written consent', async () => {
    await given.go(story, 'deposit', 'signing');
    const [reserved] = await exchange.database.ask<{ id: string }>(
      'SELECT id FROM management_right WHERE subject_id = $1',
      [story.id],
    );
    right = reserved?.id ?? '';
    const onRight = {
      contractId: '',
      rightId: right,
      mortgagee: '演练农担',
      contractNumber: '担2026-7',
      endsOn: '2031-10-31',
    };
    const both = async (more: object = {}) => {
      const fields = Object.fromEntries(
        Object.entries(deed({ ...onRight, ...more })).filter(([, value]) => value !== ''),
      );
      const scans = { file: scanOf('deed of the right'), consent: scanOf('contractor agrees') };
      return finance.send('/encumbrances', { ...fields, ...scans });
    };
    expect((await both()).body).toContain('还没有办结，或者已经终止');
    await story.pay();
    await story.record();
    await story.certify();
    const without = Object.fromEntries(Object.entries(deed(onRight)).filter(([, value]) => value !== ''));
    const refused = await refusal(finance.post('/encumbrances', { ...without, file: await scan('deed') }));
    expect(refused.text).toContain('承包方的书面同意');
    expect((await both({ endsOn: '2033-01-01' })).body).toContain('超过了权利的最后一天');
    expect((await both()).statusCode).toBe(201);
    expect((await both({ mortgagee: '另一家演练银行' })).body).toContain('后一位抵押权人知道顺位');
    expect((await both({ mortgagee: '另一家演练银行', rankKnown: 'yes' })).statusCode).toBe(201);
  });

  it('keeps the right from being ended while a mortgagee has not agreed, and its certificate until all are paid off', async () => {
    const blocked = await refusal(story.terminate());
    expect(blocked.text).toContain('抵押给演练农担');
    const mortgages = await exchange.database.ask<{ id: string; name: string }>(
      'SELECT id, mortgagee_name AS name FROM encumbrance WHERE right_id = $1 ORDER BY recorded_at',
      [right],
    );
    const clerk = given.as('101-clerk');
    const consent = { encumbranceId: mortgages[0]?.id ?? '', givenOn: exchange.today };
    await clerk.post(`/transfers/${story.id}/mortgagee-consents`, { ...consent, file: await scan('consent') });
    expect((await refusal(story.terminate())).text).toContain('抵押给另一家演练银行');
    const end = `/encumbrances/${mortgages[1]?.id}/end`;
    expect((await refusal(finance.post(end, { how: 'released', overOn: exchange.today }))).text).toContain(
      '还清、解除证明',
    );
    await finance.post(end, { how: 'released', overOn: exchange.today, file: await scan('paid off') });
    const again = finance.post(end, { how: 'released', overOn: exchange.today, file: await scan('paid off') });
    expect(await refusal(again)).toMatchObject({ status: 409, type: 'encumbrance-over' });
    // 证书注销要等抵押解除：with consent alone the right may end, its certificate not.
    expect((await refusal(story.terminate())).text).toContain('先办解除抵押');
    const paid = { how: 'released', overOn: exchange.today };
    await finance.post(`/encumbrances/${mortgages[0]?.id}/end`, { ...paid, file: await scan('paid too') });
    await story.terminate();
    expect((await story.view()).stateName).toBe('terminated');
    const page = said((await desk.open(`/encumbrances/${mortgages[1]?.id}`)).body);
    expect(page).toContain('已解除');
    expect(page).toContain('解除抵押');
    expect(said((await desk.open('/encumbrances?status=over')).body)).toContain('另一家演练银行');
  });
});
