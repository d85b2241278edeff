import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerChecks } from '#ledger';
import { memberOf } from '../support/collective.js';
import type { TestExchange } from '../support/exchange.js';
import { ledgerDesk } from '../support/ledger-desk.js';
import { scanOf } from '../support/made-up-files.js';
import { type Clerk, hire } from '../support/people.js';

const town = '370126101000';

describe('A risk deposit', () => {
  let exchange: TestExchange;
  let desk: Awaited<ReturnType<typeof ledgerDesk>>;
  let staff: Record<'finance' | 'cashier' | 'director' | 'elsewhere' | 'trade', Clerk>;
  let id: string;

  beforeAll(async () => {
    desk = await ledgerDesk(11, async (given) => [{ transferee: await memberOf(given) }, {}]);
    ({ exchange } = desk);
    const others = await hire(exchange, {
      cashier: ['town_finance', town],
      elsewhere: ['town_finance', '370126102000'],
      trade: ['town_trade', town],
    });
    staff = { ...desk.staff, ...others };
  }, 180_000);
  afterAll(() => exchange.close());
  beforeEach(async () => {
    id = await desk.open();
  });

  let slips = 0;
  const slip = (more: Record<string, string | File> = {}): Record<string, string | File> => {
    slips += 1;
    return {
      slipNumber: `GH2026${slips}0001`,
      amount: '32,400.00',
      payerName: desk.payer,
      payerBank: '演练银行',
      payerAccount: '9999 0000 1111 2222',
      paidOn: '2026-09-23',
      scan: scanOf(`slip-${slips}`),
      ...more,
    };
  };
  const post = (who: Clerk, path: string, fields: Record<string, string | File> = {}) =>
    who.client.send(`/deposits/${id}${path}`, fields);
  const see = (who: Clerk = staff.finance) => who.client.ask(`/deposits/${id}`);
  type Going = { disbursements: { id: string }[] };
  const disbursement = async (index = 0) => (await see()).json<Going>().disbursements[index]?.id ?? '';

  it('is thirty per cent of one year, explained line by line, due five working days after the request', async () => {
    // Mid-Autumn and a working Sunday: 24, 28, 29, 30 September, 8 October.
    expect((await see()).json()).toMatchObject({
      amountFen: 3_240_000,
      state: 'requested',
      reckoning: { annualRentFen: 10_800_000, percent: 30, countedFen: 3_240_000, waiver: null },
      deadline: { lastDay: '2026-10-08', start: '2026-09-23' },
    });
  });

  it('is waived for a member of the collective, at once and with the reason', async () => {
    id = await desk.open(desk.special[0]);
    expect((await see()).json()).toMatchObject({
      state: 'waived',
      amountFen: 0,
      transfereeKind: 'member',
      reckoning: { waiver: 'kind' },
    });
  });

  it('comes in by two slips, and the second part does not get more time', async () => {
    expect((await post(staff.finance, '/receipts', slip({ amount: '12400' }))).json()).toMatchObject({
      state: 'partial',
      heldFen: 1_240_000,
    });
    expect((await see()).json()).toMatchObject({ deadline: { lastDay: '2026-10-08' } });
    expect((await post(staff.cashier, '/receipts', slip({ amount: '20000' }))).json()).toMatchObject({
      state: 'held',
      heldFen: 3_240_000,
    });
  });

  it('refuses a slip of another payer, of too much, of tomorrow, without a scan, and one already recorded', async () => {
    expect((await post(staff.finance, '/receipts', slip({ payerName: '张三' }))).json()).toMatchObject({
      status: 422,
      type: '/problems/payer-name-differs',
    });
    expect((await post(staff.finance, '/receipts', slip({ amount: '32400.01' }))).json()).toMatchObject({
      status: 422,
      type: '/problems/deposit-overpaid',
    });
    expect((await post(staff.finance, '/receipts', slip({ paidOn: '2026-09-24' }))).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/paidOn' }],
    });
    const { scan: _, ...bare } = slip();
    expect((await post(staff.finance, '/receipts', bare)).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/scan' }],
    });
    const first = slip({ amount: '100' });
    expect((await post(staff.finance, '/receipts', first)).statusCode).toBe(201);
    expect((await post(staff.finance, '/receipts', { ...first, scan: scanOf('again') })).json()).toMatchObject({
      status: 409,
      type: '/problems/slip-already-recorded',
    });
    expect((await see()).json()).toMatchObject({ heldFen: 10_000, receipts: [{ slipNumber: first['slipNumber'] }] });
  });

  it('is recorded once when two officers press at the same instant', async () => {
    const same = slip();
    const answers = await Promise.all([
      post(staff.finance, '/receipts', same),
      post(staff.cashier, '/receipts', { ...same, scan: scanOf('other') }),
    ]);
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409]);
    expect((await see()).json()).toMatchObject({ heldFen: 3_240_000, paidFen: 3_240_000 });
  });

  it('is nobody’s business in another town or at another desk', async () => {
    expect((await see(staff.elsewhere)).statusCode).toBe(404);
    expect((await post(staff.elsewhere, '/receipts', slip())).statusCode).toBe(404);
    expect((await see(staff.trade)).statusCode).toBe(403);
    expect((await exchange.app.inject({ url: `/api/deposits/${id}` })).statusCode).toBe(401);
  });

  it('leaves only when one asks and another approves, and goes back where it came from', async () => {
    await post(staff.finance, '/receipts', slip());
    await desk.over(id);
    expect((await post(staff.finance, '/releases', { reason: '到期，验收合格' })).json()).toMatchObject({
      state: 'releasing',
    });
    const asked = await disbursement();
    expect((await post(staff.finance, `/disbursements/${asked}/approval`)).json()).toMatchObject({
      status: 409,
      type: '/problems/step-blocked',
      blockers: [{ rule: 'different-approver' }],
    });
    const unpaid = { slipNumber: 'TH20260001', paidOn: '2026-09-23' };
    expect(
      (await post(staff.finance, `/disbursements/${asked}/payment`, { ...unpaid, scan: scanOf('out') })).json(),
    ).toMatchObject({ status: 409, type: '/problems/disbursement-answered' });
    expect((await post(staff.director, `/disbursements/${asked}/approval`)).json()).toMatchObject({
      heldFen: 0,
      disbursements: [{ payee: desk.payer, bank: '演练银行', accountTail: '2222' }],
    });
    expect((await post(staff.cashier, `/disbursements/${asked}/approval`)).json()).toMatchObject({
      status: 409,
      type: '/problems/disbursement-answered',
    });
    expect(
      (await post(staff.finance, `/disbursements/${asked}/payment`, { ...unpaid, scan: scanOf('out') })).json(),
    ).toMatchObject({ state: 'released' });
    expect(await exchange.app.get(LedgerChecks).check(exchange.clock.now())).toEqual([]);
  });

  it('goes back in parts, the last of which is the remainder', async () => {
    const story = desk.special[1]!;
    id = await desk.inParts(story);
    await post(staff.finance, '/receipts', slip({ amount: '30000.00' }));
    await post(staff.finance, '/releases', { reason: '按时开工' });
    await post(staff.cashier, `/disbursements/${await disbursement()}/approval`);
    await post(staff.finance, `/disbursements/${await disbursement()}/payment`, {
      slipNumber: 'TH20260002',
      paidOn: '2026-09-23',
      scan: scanOf('part'),
    });
    expect((await post(staff.finance, '/retention')).json()).toMatchObject({
      state: 'held',
      heldFen: 1_000_000,
      disbursements: [{ amountFen: 2_000_000 }],
    });
    await story.rescind();
    await post(staff.finance, '/releases', { reason: '按时完工' });
    expect((await see()).json()).toMatchObject({ disbursements: [{ amountFen: 2_000_000 }, { amountFen: 1_000_000 }] });
  });

  it('pays what the transferee owes, and then asks him to make it whole', async () => {
    await post(staff.finance, '/receipts', slip());
    const claim = {
      amount: '9000',
      reason: '欠第二年租金',
      payeeName: '李家桥村 8 户代表',
      payeeBank: '演练银行',
      payeeAccount: '999900003333',
    };
    expect((await post(staff.finance, '/claims', { ...claim, amount: '32400.01' })).json()).toMatchObject({
      status: 409,
      type: '/problems/not-enough-held',
    });
    expect((await post(staff.finance, '/claims', claim)).json()).toMatchObject({ state: 'claimed' });
    await post(staff.cashier, `/disbursements/${await disbursement()}/approval`);
    await post(staff.finance, `/disbursements/${await disbursement()}/payment`, {
      slipNumber: 'DY20260001',
      paidOn: '2026-09-23',
      scan: scanOf('claim'),
    });
    expect((await post(staff.finance, '/topup')).json()).toMatchObject({ state: 'topup_due', heldFen: 2_340_000 });
    expect((await post(staff.finance, '/receipts', slip({ amount: '9000' }))).json()).toMatchObject({
      state: 'held',
      heldFen: 3_240_000,
    });
    expect(await exchange.app.get(LedgerChecks).check(exchange.clock.now())).toEqual([]);
  });

  it('has a page and stands in the queue, nearest deadline first', async () => {
    const look = () =>
      exchange.app.inject({ url: `/deposits/${id}`, headers: { accept: 'text/html', ...staff.finance.headers } });
    const page = await look();
    expect([page.statusCode, page.body.includes('登记缴款')]).toEqual([200, true]);
    await post(staff.finance, '/receipts', slip());
    await desk.over(id);
    await post(staff.finance, '/releases', { reason: '到期，验收合格' });
    const whole = await look();
    expect([whole.statusCode, whole.body.includes('等另一个人批准'), whole.body.includes('尾号 2222')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(whole.body).not.toContain('99990000');
    const queue = await exchange.app.inject({
      url: '/deposits',
      headers: { accept: 'text/html', ...staff.finance.headers },
    });
    expect([queue.statusCode, queue.body.includes(`/deposits/${id}`)]).toEqual([200, true]);
    expect(page.body).not.toContain('定金');
  });
});
