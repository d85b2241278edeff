import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

const town = '370126101000';

/** What a deposit is paid into is on record before anybody is asked to pay, and what it answers for is agreed in writing. */
describe('A demand for a risk deposit', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const papersOf = (story: TransferStory, kind: string) =>
    exchange.database.ask<{ view: { account: { number: string; name: string }; amountFen: string } }>(
      'SELECT view FROM paper WHERE subject_id = $1 AND kind = $2',
      [story.id, kind],
    );
  const account = (more: Record<string, string> = {}) => ({
    officeCode: town,
    holder: '殷巷镇农村产权交易所风险保障金专户',
    bank: '演练农村商业银行殷巷支行',
    number: '6222 0000 0000 1234',
    validFrom: exchange.today,
    basis: '开户批复〔2026〕8 号',
    ...more,
  });

  it('is not made while the town has no account: the step says who must record it, and goes on once it is recorded', async () => {
    const owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    await owner.query(
      'ALTER TABLE escrow_account DISABLE TRIGGER ALL; DELETE FROM escrow_account; ALTER TABLE escrow_account ENABLE TRIGGER ALL;',
    );
    await owner.end();
    const story = await given.transfer({ state: 'filing', parcels: await given.land('12.00') });
    const [agreed] = await papersOf(story, 'deposit_agreement');
    expect(agreed?.view.account).toBeNull();
    const refused = await refusal(story.file());
    expect(refused).toMatchObject({ status: 409, type: 'step-blocked' });
    expect(refused.text).toContain('专户还没有登记');

    const admin = given.as('administrator');
    await admin.post('/escrow-accounts', account());
    await story.file();
    const [demand] = await papersOf(story, 'deposit_demand');
    expect(demand?.view.account).toEqual({ name: account().holder, number: '6222000000001234', bank: account().bank });
    await story.pay();
    expect((await story.view()).stateName).toBe('recording');
  });

  it('comes with an agreement of three parties, printed with the contract; who need not pay gets neither', async () => {
    const due = await given.transfer({ state: 'signing', parcels: await given.land('12.00') });
    const [agreement] = await papersOf(due, 'deposit_agreement');
    expect(agreement?.view).toMatchObject({
      account: { number: '6222000000001234' },
      rentDays: expect.any(Number),
    });
    const waived = await given.transfer({ state: 'deposit' });
    expect(await papersOf(waived, 'deposit_agreement')).toEqual([]);
    expect(await papersOf(waived, 'deposit_demand')).toEqual([]);
    expect((await waived.view()).stateName).toBe('recording');
  });

  it('names the account of its day: a new one follows, and the old one stays on record', async () => {
    const admin = given.as('administrator');
    const to = (more: Record<string, string>) => refusal(admin.post('/escrow-accounts', account(more)));
    expect((await to({ validFrom: '2026-09-01' })).text).toContain('“从哪天起用”不能早于今天');
    expect((await to({ number: '12ab' })).text).toContain('8 到 40 位数字');
    expect((await to({ officeCode: '999999101000' })).text).toContain('请选一个镇街');
    const next = { validFrom: '2028-10-01', number: '6222000000009999', basis: '换户批复〔2026〕20 号' };
    await admin.post('/escrow-accounts', account(next));
    expect(await to(next)).toMatchObject({ status: 409, type: 'escrow-account-known' });
    const finance = given.as('101-finance');
    const { rows, missing } = await finance.get<{
      rows: { number: string; status: string }[];
      missing: { code: string }[];
    }>(`/escrow-accounts?office=${town.slice(0, 9)}`);
    expect(rows.map(({ number, status }) => [number, status])).toEqual([
      ['6222000000009999', 'coming'],
      ['6222000000001234', 'now'],
    ]);
    expect([missing.length, missing.some(({ code }) => code === town)]).toEqual([11, false]);
    const found = await finance.get<{ rows: object[] }>('/escrow-accounts?q=00009999');
    expect(found.rows).toHaveLength(1);
    await expect(
      exchange.database.write('UPDATE escrow_account SET number = $1', ['6222000000000000']),
    ).rejects.toThrow(/not edited/);
  });

  it('is kept by the administrator alone, on a page', async () => {
    const finance = given.as('101-finance');
    expect((await refusal(finance.post('/escrow-accounts', account()))).status).toBe(403);
    expect((await refusal(given.as('101-clerk').get('/escrow-accounts'))).status).toBe(403);
    const walker = await Walker.signIn(exchange, 'administrator');
    const page = await walker.open('/escrow-accounts');
    expect(page.status).toBe(200);
    expect(said(page.body)).toContain('还有 11 个镇街没有专户');
    const { counts } = await given.as('administrator').get<{ counts: object[] }>('/desk');
    expect(counts).toContainEqual({ kind: 'escrow_account', waiting: 11, late: 0, today: 0 });
    expect((await walker.open('/desk')).body).toContain('还没有登记');
  });
});
