import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { TestExchange } from '../support/exchange.js';
import { ledgerDesk } from '../support/ledger-desk.js';
import { scanOf } from '../support/made-up-files.js';
import { Walker, faultsOf, said } from '../support/walker.js';

const asked = { status: 403, type: '/problems/confirm-factor' };
const whole = '999900001111';

describe('Money asks again who is there', () => {
  let exchange: TestExchange;
  let desk: Awaited<ReturnType<typeof ledgerDesk>>;
  let id: string;

  beforeAll(async () => {
    desk = await ledgerDesk(8);
    ({ exchange } = desk);
  }, 180_000);
  afterAll(() => exchange.close());
  beforeEach(async () => {
    id = await desk.open();
    await desk.pay(id, 3_240_000);
  });

  type Who = keyof typeof desk.staff;
  /** Time passes, and nobody is signed out for doing nothing. */
  const minutesPass = async (minutes: number): Promise<void> => {
    exchange.passMinutes(minutes);
    for (const { headers } of Object.values(desk.staff)) await exchange.app.inject({ url: '/api/account', headers });
  };
  const send = (who: Who, url: string, payload: object = {}, headers: Record<string, string> = {}) =>
    desk.staff[who].client.send(url, payload, headers);
  const confirm = (who: Who, proof = '000000') => send(who, '/account/confirmation', { proof });
  const see = async (who: Who = 'finance') =>
    (await desk.staff[who].client.ask(`/deposits/${id}`)).json<{
      heldFen: number;
      disbursements: { id: string }[];
      history: { action: string; label: string }[];
    }>();
  const accounts = async (who: Who) =>
    (await desk.staff[who].client.ask(`/deposits/${id}/accounts`)).json<{
      mayLook: boolean;
      accounts: { id: string; accountTail: string }[];
      looks: { reason: string }[];
    }>();

  it('before each step by which it leaves, from a program too, and nothing has happened until it is answered', async () => {
    await desk.over(id);
    await minutesPass(11);
    const reason = { reason: '到期，验收合格' };
    expect((await send('finance', `/deposits/${id}/releases`, reason)).json()).toMatchObject(asked);
    expect((await see()).disbursements).toEqual([]);
    expect((await confirm('finance', '999999')).statusCode).toBe(422);
    expect((await send('finance', `/deposits/${id}/releases`, reason)).json()).toMatchObject(asked);
    await confirm('finance');
    expect((await send('finance', `/deposits/${id}/releases`, reason)).statusCode).toBe(201);
    const [disbursement] = (await see()).disbursements;
    const at = `/deposits/${id}/disbursements/${disbursement?.id}`;
    expect((await send('director', `${at}/approval`)).json()).toMatchObject(asked);
    await confirm('director');
    expect((await send('director', `${at}/approval`)).statusCode).toBe(201);
    await minutesPass(11);
    const paid = { slipNumber: 'GH99990001', paidOn: '2026-09-23', scan: scanOf('out') };
    expect((await send('finance', `${at}/payment`, paid)).json()).toMatchObject(asked);
    expect((await see()).history.at(-1)?.label).toBe('批准退款');
    await confirm('finance');
    expect((await send('finance', `${at}/payment`, paid)).statusCode).toBe(201);
  });

  it('before a claim and before a parameter; for as long as the county says', async () => {
    const claim = {
      amount: '100.00',
      reason: '欠租',
      payeeName: '禾户',
      payeeBank: '演练银行',
      payeeAccount: '9999000077778888',
    };
    await minutesPass(11);
    expect((await send('finance', `/deposits/${id}/claims`, claim)).json()).toMatchObject(asked);
    const admin = await Walker.signIn(exchange, 'administrator');
    const input = { value: '3', validFrom: '2026-09-23', basis: '县中心内控制度〔2026〕1 号' };
    await minutesPass(11);
    await admin.open('/parameters/freshFactorMinutes');
    expect((await admin.send('/parameters/freshFactorMinutes/values', input)).url).toContain('/account/confirmation');
    await admin.send('/account/confirmation', { proof: '000000', next: '/parameters/freshFactorMinutes' });
    await admin.send('/parameters/freshFactorMinutes/values', input);
    await confirm('finance');
    await minutesPass(4);
    expect((await send('finance', `/deposits/${id}/claims`, claim)).json()).toMatchObject(asked);
    await confirm('finance');
    expect((await send('finance', `/deposits/${id}/claims`, claim)).statusCode).toBe(201);
  });

  it('on a page, where what was typed stands there again afterwards, and a wrong code loses nothing', async () => {
    const officer = await Walker.signIn(exchange, '101-finance');
    await minutesPass(11);
    await officer.open(`/deposits/${id}`);
    const claim = {
      amount: '123.45',
      reason: '弃耕，三户的租没付',
      payeeName: '禾户',
      payeeBank: '演练银行',
      payeeAccount: '9999000066665555',
    };
    const question = await officer.send(`/deposits/${id}/claims`, claim);
    expect(question.url).toBe(`/account/confirmation?next=${encodeURIComponent(`/deposits/${id}`)}`);
    expect(question.body).not.toContain('9999000066665555');
    const next = `/deposits/${id}`;
    const wrong = await officer.send('/account/confirmation', { proof: '123123', next });
    expect(faultsOf(wrong.body)[0]).toContain('不对');
    const back = await officer.send('/account/confirmation', { proof: '000000', next });
    expect(back.url).toBe(next);
    expect(said(back.body)).toContain('刚才填的还在');
    for (const value of Object.values(claim)) expect(back.body).toContain(value);
    expect((await officer.send(`/deposits/${id}/claims`, claim)).body).toContain('尾号 5555');
    const left = await exchange.database.ask<{ content: string }>('SELECT content::text AS content FROM page_memory');
    expect(JSON.stringify(left)).not.toContain('9999000066665555');
  });

  it('before a whole account is shown: to the finance desk alone, for a reason, each look in the history', async () => {
    const [account] = (await accounts('finance')).accounts;
    const look = `/deposits/${id}/accounts/${account?.id}/looks`;
    expect(account?.accountTail).toBe('1111');
    expect(JSON.stringify(await accounts('director'))).not.toContain(whole);
    expect((await accounts('director')).mayLook).toBe(false);
    await confirm('director');
    expect((await send('director', look, { reason: '我想看看' })).json()).toMatchObject({
      type: '/problems/not-your-post',
    });
    await minutesPass(11);
    expect((await send('finance', look, { reason: '到银行办退款' })).json()).toMatchObject(asked);
    await confirm('finance');
    expect((await send('finance', look, {})).json()).toMatchObject({ status: 422, errors: [{ pointer: '#/reason' }] });
    const key = { 'idempotency-key': 'one-look' };
    const told = await send('finance', look, { reason: '到银行办退款' }, key);
    expect(told.json()).toMatchObject({ account: whole });
    expect(told.headers['cache-control']).toBe('no-store');
    expect((await accounts('director')).looks).toMatchObject([{ reason: '到银行办退款' }]);
    expect((await see('director')).history.at(-1)).toMatchObject({ action: 'reveal-account' });
    const kept = await exchange.database.ask<{ all: string }>(
      'SELECT (SELECT json_agg(k)::text FROM idempotency_key k) || (SELECT json_agg(h)::text FROM step_history h) AS all',
    );
    expect(kept[0]?.all).not.toContain(whole);
  });

  it('shows accounts to no other town, and no account of another deposit', async () => {
    const other = await Walker.signIn(exchange, '102-finance');
    expect((await other.open(`/deposits/${id}/accounts`)).status).toBe(404);
    const [account] = (await accounts('finance')).accounts;
    const second = await desk.open();
    await confirm('finance');
    const wrong = await send('finance', `/deposits/${second}/accounts/${account?.id}/looks`, {
      reason: '到银行办退款',
    });
    expect(wrong.json()).toMatchObject({ status: 404, type: '/problems/deposit-account-not-found' });
  });

  it('keeps payee, bank and account as they were asked for, whoever tries to change them', async () => {
    await confirm('finance');
    await desk.over(id);
    expect((await send('finance', `/deposits/${id}/releases`, { reason: '到期，验收合格' })).statusCode).toBe(201);
    for (const change of ["payee_bank = '别的银行'", "payee_account_tail = '0000'", "payee_name = '别人'"])
      await expect(
        exchange.database.write(`UPDATE disbursement SET ${change} WHERE subject_id = $1`, [id]),
      ).rejects.toThrow('keeps what was asked');
  });
});
