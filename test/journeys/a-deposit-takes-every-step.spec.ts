import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerChecks } from '#ledger';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

interface Seen {
  amountFen: number;
  heldFen: number;
  state: string;
  disbursements: { id: string }[];
}
const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);

/** Money of a real case, paid, claimed, sent back by the bank and released, in states that other stories do not come to. */
describe('A deposit takes every step', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;
  let deposit: string;
  let made = 0;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-07-06T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());
  beforeEach(async () => {
    story = await given.transfer({ state: 'deposit', parcels: await given.land('12.00') });
    deposit = `/deposits/${(await story.view()).depositId}`;
  });

  const see = (): Promise<Seen> => given.as('101-finance').get<Seen>(deposit);
  const finance = (noun: string, fields: object = {}): Promise<string> =>
    given.as('101-finance').post(`${deposit}/${noun}`, fields);
  const slip = async (): Promise<object> => {
    made += 1;
    return { slipNumber: `ZZ2026${made}0001`, paidOn: exchange.today, scan: await scan(`slip ${made}`) };
  };
  const pay = async (amountFen: number): Promise<string> => {
    const payer = { payerName: story.wish.transferee.name, payerBank: '演练农商行', payerAccount: '999900001111' };
    return finance('receipts', { ...(await slip()), ...payer, amount: yuan(amountFen) });
  };
  const payAll = async (): Promise<number> => {
    const { amountFen, heldFen } = await see();
    await pay(amountFen - heldFen);
    return amountFen;
  };
  /** What was asked last is approved by another, or refused. */
  const answered = async (noun: 'approval' | 'refusal'): Promise<string> => {
    const id = (await see()).disbursements.at(-1)?.id ?? '';
    await given
      .as('director')
      .post(`${deposit}/disbursements/${id}/${noun}`, noun === 'refusal' ? { reason: '先对账' } : {});
    return id;
  };
  const paidOut = async (): Promise<string> => {
    const id = await answered('approval');
    await finance(`disbursements/${id}/payment`, await slip());
    return id;
  };
  const claimed = async (amountFen: number): Promise<string> => {
    const payee = { payeeName: '李家桥村 8 户代表', payeeBank: '演练银行', payeeAccount: '999900003333' };
    await finance('claims', { amount: yuan(amountFen), reason: '欠租', ...payee });
    return paidOut();
  };
  const sentBack = (id: string): Promise<string> =>
    finance(`disbursements/${id}/bank-return`, { returnedOn: exchange.today, reason: '户名和账号不符' });
  /** The contract is rescinded: the case behind the deposit is over. */
  const over = async (): Promise<void> => {
    const trade = given.as('101-trade');
    await trade.post(`/transfers/${story.id}/files`, { kind: 'rescission', file: await scan('rescission') });
    await trade.post(`/transfers/${story.id}/rescission`, { reason: '双方协商解除', rule: '民法典第562条' });
  };
  const stands = async (state: string): Promise<void> => {
    expect((await see()).state).toBe(state);
    expect(await exchange.app.get(LedgerChecks).check(exchange.clock.now())).toEqual([]);
  };

  it('paid in small parts goes back as far as it was paid', async () => {
    await pay(10_000);
    await pay(10_000);
    await stands('partial');
    await over();
    await stands('releasing');
  });

  it('whose claim is refused goes back once the case is over, in parts, however often the bank sends it back', async () => {
    await payAll();
    const payee = { payeeName: '李家桥村 8 户代表', payeeBank: '演练银行', payeeAccount: '999900003333' };
    await finance('claims', { amount: '90.00', reason: '欠租', ...payee });
    await over();
    await stands('claimed');
    await answered('refusal');
    await stands('held');
    await finance('releases', { amount: '100.00', reason: '合同解除' });
    await answered('refusal');
    await finance('releases', { amount: '100.00', reason: '合同解除' });
    const part = await paidOut();
    await finance('retention');
    await stands('held');
    await sentBack(part);
    await stands('releasing');
    await finance('releases', { amount: '50.00', reason: '合同解除' });
    await sentBack(await paidOut());
    await stands('releasing');
    await finance('releases', { reason: '合同解除' });
    const last = await paidOut();
    await stands('released');
    await sentBack(last);
    await stands('releasing');
  });

  it('paid out for a claim is held again when the bank sends it back, at once, kept, or while it is made whole', async () => {
    await payAll();
    await sentBack(await claimed(9_000));
    await stands('held');
    const kept = await claimed(9_000);
    await finance('retention');
    await sentBack(kept);
    await stands('held');
    const awaited = await claimed(9_000);
    await finance('topup');
    await sentBack(awaited);
    await stands('held');
    const half = await claimed(9_000);
    await finance('topup');
    await pay(5_000);
    await stands('partial');
    await sentBack(half);
    await stands('held');
  });

  it('made whole again stays; not made whole, it goes back as it is when the case ends', async () => {
    await payAll();
    await claimed(9_000);
    await finance('topup');
    await payAll();
    await stands('held');
    await claimed(9_000);
    await finance('topup');
    await stands('topup_due');
    await over();
    await stands('releasing');
  });

  it('used up is done, until the bank sends a payment back', async () => {
    const amount = await payAll();
    const all = await claimed(amount);
    await finance('completion');
    await stands('applied');
    await sentBack(all);
    await stands('held');
    await claimed(amount);
    await finance('topup');
    await finance('completion');
    await stands('applied');
  });
});
