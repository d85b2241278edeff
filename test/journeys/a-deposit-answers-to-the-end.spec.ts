import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DepositsService, depositWorkflow } from '#deposits';
import { type Actor, clockActor } from '#kernel';
import { LedgerChecks } from '#ledger';
import { Sweeper } from '#platform';
import type { TestExchange } from '../support/exchange.js';
import { ledgerDesk } from '../support/ledger-desk.js';
import { scanOf } from '../support/made-up-files.js';
import { type Clerk } from '../support/people.js';

/** What a deposit answers for, until when, and what may stand for it. */
describe('A risk deposit', () => {
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
  });

  const post = (who: Clerk, path: string, fields: Record<string, string | File> = {}) =>
    who.client.send(`/deposits/${id}${path}`, fields);
  interface Seen {
    state: string;
    heldFen: number;
    disbursements: { id: string; state: { label: string } }[];
    acts: { action: string; enabled: boolean }[];
  }
  const see = async (): Promise<Seen> => (await desk.staff.finance.client.ask(`/deposits/${id}`)).json<Seen>();
  const sound = async (): Promise<void> =>
    expect(await exchange.app.get(LedgerChecks).check(exchange.clock.now())).toEqual([]);

  it('does not go back while the transfer runs, and the page says what it waits for', async () => {
    const { finance } = desk.staff;
    await desk.pay(id, 3_240_000);
    expect((await post(finance, '/releases', { reason: '受让方要求' })).json()).toMatchObject({
      status: 409,
      type: '/problems/step-blocked',
      blockers: [{ rule: 'answers-no-more', article: '风险保障金协议第七条' }],
    });
    const { acts, state } = await see();
    expect([state, acts.find((act) => act.action === 'release')?.enabled]).toEqual(['held', false]);
    await desk.over(id);
    expect((await post(finance, '/releases', { reason: '期满' })).json()).toMatchObject({ state: 'releasing' });
    await sound();
  });

  it('does not go back past the gate either: the database knows whether the transfer is over', async () => {
    await desk.pay(id, 3_240_000);
    const past = exchange.database.write(
      `INSERT INTO disbursement (id, subject, subject_id, kind, amount_fen, reason, receipt_id, payee_name, payee_bank, payee_account_sealed,
         payee_account_tail, requested_by, requested_by_name, requested_at)
       SELECT gen_random_uuid(), subject, subject_id, 'release', 1, 'x', id, payer_name, payer_bank, payer_account_sealed, payer_account_tail, $2, 'x', $3
       FROM receipt WHERE subject_id = $1`,
      [id, desk.staff.finance.actor.accountId, desk.now()],
    );
    await expect(past).rejects.toThrow('a deposit answers until its case is over');
  });

  it('that is claimed when the transfer ends goes back when the claim is done', async () => {
    const { finance, director } = desk.staff;
    await desk.pay(id, 3_240_000);
    const payee = { payeeName: '李家桥村 8 户代表', payeeBank: '演练银行', payeeAccount: '999900003333' };
    await post(finance, '/claims', { amount: '9000', reason: '欠租', ...payee });
    await desk.over(id);
    const [claim] = (await see()).disbursements;
    await post(director, `/disbursements/${claim?.id}/approval`);
    await post(finance, `/disbursements/${claim?.id}/payment`, {
      slipNumber: 'DY77770001',
      paidOn: exchange.today,
      scan: scanOf('x'),
    });
    expect((await post(finance, '/topup')).json()).toMatchObject({ blockers: [{ rule: 'still-answers' }] });
    await post(finance, '/retention');
    expect((await post(finance, '/releases', { reason: '期满，余款' })).json()).toMatchObject({
      state: 'releasing',
      disbursements: [{}, { amountFen: 2_340_000 }],
    });
    await sound();
  });

  it('tells a program what an act asks, who may do it and what is in its way', async () => {
    const { finance, director } = desk.staff;
    const ask = async (who: Clerk, path: string) => (await who.client.ask(`/deposits/${id}${path}`)).json<object>();
    expect(await ask(finance, '/receipts')).toMatchObject({
      ...{ action: 'pay', href: `/deposits/${id}/receipts`, posts: ['town_finance'], blockers: [] },
      input: { $ref: '/api/openapi.json#/components/schemas/ReceiptInput' },
      values: { payerName: desk.payer },
    });
    await desk.pay(id, 3_240_000);
    expect(await ask(finance, '/receipts')).toMatchObject({ status: 409, type: '/problems/step-not-open' });
    expect(await ask(finance, '/releases')).toMatchObject({ blockers: [{ rule: 'answers-no-more' }] });
    await desk.over(id);
    await post(finance, '/releases', { reason: '期满' });
    const [asked] = (await see()).disbursements;
    expect(await ask(finance, `/disbursements/${asked?.id}/approval`)).toMatchObject({
      blockers: [{ rule: 'different-approver' }],
    });
    expect(await ask(director, `/disbursements/${asked?.id}/approval`)).toMatchObject({ blockers: [], input: null });
    for (const other of ['none', '00000000-0000-4000-8000-000000000000'])
      expect(await ask(director, `/disbursements/${other}/approval`)).toMatchObject({
        ...{ status: 404, type: '/problems/disbursement-not-found' },
      });
  });

  it('is held again when the bank sends a payment back, and leaves anew by two people', async () => {
    const { finance, director } = desk.staff;
    await desk.pay(id, 3_240_000);
    await desk.over(id);
    await post(finance, '/releases', { reason: '期满' });
    const [first] = (await see()).disbursements;
    const back = { returnedOn: exchange.today, reason: '户名和账号不符' };
    expect((await post(finance, `/disbursements/${first?.id}/bank-return`, back)).json()).toMatchObject({
      status: 409,
    });
    await post(director, `/disbursements/${first?.id}/approval`);
    const slip = { slipNumber: 'TH77770001', paidOn: exchange.today, scan: scanOf('y') };
    await post(finance, `/disbursements/${first?.id}/payment`, slip);
    expect((await see()).state).toBe('released');
    const future = { ...back, returnedOn: '2027-01-01' };
    expect((await post(finance, `/disbursements/${first?.id}/bank-return`, future)).json()).toMatchObject({
      status: 422,
    });
    expect((await post(finance, `/disbursements/${first?.id}/bank-return`, back)).json()).toMatchObject({
      state: 'releasing',
      heldFen: 3_240_000,
      disbursements: [{ state: 'returned' }],
    });
    expect((await post(finance, `/disbursements/${first?.id}/bank-return`, back)).json()).toMatchObject({
      status: 409,
    });
    await sound();
    await post(finance, '/releases', { reason: '户名更正后重付' });
    const again = (await see()).disbursements.at(-1)?.id;
    expect((await post(finance, `/disbursements/${again}/approval`)).json()).toMatchObject({
      type: '/problems/step-blocked',
    });
    await post(director, `/disbursements/${again}/approval`);
    await post(finance, `/disbursements/${again}/payment`, { ...slip, slipNumber: 'TH77770002', scan: scanOf('z') });
    expect((await see()).state).toBe('released');
    await sound();
    const booked = await exchange.database.ask<{ kind: string }>(
      'SELECT kind FROM ledger_transaction WHERE subject_id = $1 ORDER BY booked_at, kind',
      [id],
    );
    expect(booked.map(({ kind }) => kind).toSorted()).toEqual(
      ['approve_release', 'approve_release', 'pay_in', 'pay_out', 'pay_out', 'returned'].toSorted(),
    );
  });

  it('follows its transfer in the clock’s name alone: no post and no applicant waives or cancels it', async () => {
    const applicant: Actor = {
      ...desk.staff.finance.actor,
      kind: 'party',
      posts: [],
      partyId: desk.staff.finance.actor.accountId,
    };
    const { finance, director } = desk.staff;
    const take = (action: 'waive' | 'cancel', actor: Actor): Promise<void> =>
      exchange.act(actor, async (act) => {
        const record = await act.tx.query(
          'SELECT id, state, state_since AS "stateSince", due_at AS "dueAt", office_code AS "officeCode", revision, rules_day AS "rulesDay" FROM deposit WHERE id = $1',
          [id],
        );
        const facts = {
          record: record[0],
          paidFen: 0,
          heldFen: 0,
          openDisbursements: 0,
          partDue: null,
          disbursement: null,
        };
        await act.take(depositWorkflow, facts, action);
      });
    for (const actor of [applicant, finance.actor, director.actor])
      for (const action of ['waive', 'cancel'] as const)
        await expect(take(action, actor)).rejects.toMatchObject({ type: 'not-your-step' });
    await take('cancel', clockActor);
    expect((await see()).state).toBe('cancelled');
  });

  it('may be a guarantee or an insurance, whole and valid, until its last day', async () => {
    const { finance } = desk.staff;
    const paper = {
      kind: 'guarantee',
      issuer: '演练农商行',
      number: 'BH-2026-0001',
      amount: '32400',
      validFrom: '2026-09-20',
      validTo: '2026-12-31',
      scan: scanOf('guarantee'),
    };
    const refused = async (more: object) => (await post(finance, '/guarantees', { ...paper, ...more })).json();
    expect(await refused({ amount: '32399.99' })).toMatchObject({ errors: [{ pointer: '#/amount' }] });
    expect(await refused({ validTo: '2026-09-23' })).toMatchObject({ errors: [{ pointer: '#/validTo' }] });
    expect(await refused({ kind: 'promise' })).toMatchObject({ errors: [{ pointer: '#/kind' }] });
    const { scan: _, ...bare } = paper;
    expect((await post(finance, '/guarantees', bare)).json()).toMatchObject({ errors: [{ pointer: '#/scan' }] });
    expect((await post(finance, '/guarantees', paper)).json()).toMatchObject({
      state: 'guaranteed',
      heldFen: 0,
      guarantees: [{ kind: 'guarantee', number: 'BH-2026-0001' }],
    });
    const story = desk.storyOf(id);
    await finance.client.post(`/transfers/${story.id}/deposit-confirmation`);
    await desk.given.go(story, 'certified', 'certifying');
    const status = () => exchange.app.get(DepositsService).facts(exchange.database.reader, 'transfer', story.id);
    expect(await status()).toMatchObject({ settled: true, guaranteed: true });
    exchange.setDay('2026-12-31' as never, '23:00');
    await exchange.app.get(Sweeper).sweep();
    expect((await see()).state).toBe('guaranteed');
    exchange.passDays(1, '09:00');
    await exchange.app.get(Sweeper).sweep();
    expect([(await see()).state, (await status()).settled]).toEqual(['requested', false]);
    const next = { ...paper, number: 'BH-2027-0001', validTo: '2027-12-31', scan: scanOf('next') };
    expect((await post(finance, '/guarantees', next)).json()).toMatchObject({ state: 'guaranteed' });
    const late = { ...desk.slip(100), scan: scanOf('late') };
    expect((await post(finance, '/receipts', late)).json()).toMatchObject({ type: '/problems/step-not-open' });
    await desk.over(id);
    expect((await see()).state).toBe('released');
    await sound();
  });
});
