import { randomUUID } from 'node:crypto';
import { DepositOutflows, DepositPages, DepositPayments, DepositsService } from '#deposits';
import { type Actor, type Day, fen, formatYuan, mu } from '#kernel';
import { type Act, Acts, Files, type Received, type Tx } from '#platform';
import type { TestExchange } from './exchange.js';
import { scanOf } from './made-up-files.js';
import { type Clerk, hire } from './people.js';

const town = '370126101000';
const payer = '禾野种植专业合作社';

/** What a transfer of 120 mu tells when it asks for its deposit. */
export function askedDeposit(today: Day) {
  return {
    transferId: randomUUID(),
    caseNumber: '370126101A26090017',
    officeCode: town,
    rulesDay: today,
    payerPartyId: randomUUID(),
    payerName: payer,
    transfereeKind: 'cooperative' as const,
    annualRentFen: fen(10_800_000),
    areaMu: mu('120'),
    term: { start: '2026-11-01' as Day, end: '2032-10-31' as Day },
  };
}

type Work = (act: Act, facts: Awaited<ReturnType<DepositPages['locked']>>) => Promise<void>;

/** A finance desk with its people and a scan in hand: asks for deposits and books slips. */
export async function ledgerDesk(exchange: TestExchange) {
  const staff: Record<'finance' | 'director', Clerk> = await hire(exchange, {
    finance: ['town_finance', town],
    director: ['county_director', '370126000000'],
  });
  const content = Buffer.from(await scanOf('slip').arrayBuffer());
  const scan: Received = await exchange.app.get(Files).receive({ fileName: 'slip.pdf', content }, 20);
  let made = 0;
  const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => exchange.database.transaction(work);
  const now = () => exchange.clock.now();
  const number = (): string => `GH${(made += 1).toString().padStart(8, '0')}`;
  const yuanOf = (amount: number): string => formatYuan(fen(amount));
  const open = async (more: object = {}): Promise<string> => {
    const asked = { ...askedDeposit(exchange.today), ...more };
    const request = (made: Act) => exchange.app.get(DepositsService).request(made, asked);
    return (await exchange.app.get(Acts).begin(staff.director.actor, request)).id;
  };
  const slip = (amount: number, slipNumber = number()) => ({
    slipNumber,
    amount: yuanOf(amount),
    payerName: payer,
    payerBank: '演练银行',
    payerAccount: '999900001111',
    paidOn: exchange.today,
  });
  /** Does one of the acts of the finance desk on a deposit, or on an outflow of it. */
  const does = (who: Actor, id: string, outflow: string | undefined, work: Work): Promise<void> =>
    exchange.app.get(Acts).begin(who, async (made) => {
      const facts = await exchange.app.get(DepositPages).locked(made, id, outflow === undefined ? {} : { outflow });
      await work(made, facts);
    });
  const outflows = () => exchange.app.get(DepositOutflows);
  const pay = (id: string, amount: number, slipNumber?: string, teller = staff.finance.actor): Promise<void> =>
    does(teller, id, undefined, (made, facts) =>
      exchange.app.get(DepositPayments).pay(made, facts, { ...slip(amount, slipNumber), scan }),
    );
  const askBack = (id: string, amount: number): Promise<void> =>
    does(staff.finance.actor, id, undefined, (made, facts) =>
      outflows().release(made, facts, { amount: yuanOf(amount), reason: '测试退还' }),
    );
  const approve = (id: string, outflow: string): Promise<void> =>
    does(staff.director.actor, id, outflow, (made, facts) => outflows().approve(made, facts));
  const refuse = (id: string, outflow: string): Promise<void> =>
    does(staff.director.actor, id, outflow, (made, facts) => outflows().refuse(made, facts, { reason: '测试不批' }));
  const payOut = (id: string, outflow: string, slipNumber = number()): Promise<void> =>
    does(staff.finance.actor, id, outflow, (made, facts) =>
      outflows().payOut(made, facts, { slipNumber, paidOn: exchange.today, scan }),
    );
  const over = (id: string): Promise<void> => transferOver(exchange, id, staff.director.actor);
  const balances = async (id: string) =>
    (
      await exchange.database.ask<{ held: number; owed: number; bank: number }>(
        `SELECT coalesce(-sum(balance_fen) FILTER (WHERE kind = 'held'), 0)::bigint AS held, coalesce(-sum(balance_fen) FILTER (WHERE kind = 'payable'), 0)::bigint AS owed,
         (SELECT coalesce(sum(amount_fen), 0)::bigint FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id JOIN ledger_transaction t ON t.id = e.transaction_id
          WHERE a.kind = 'bank' AND t.deposit_id = $1) AS bank
       FROM ledger_account WHERE deposit_id = $1`,
        [id],
      )
    )[0];
  return { staff, act, now, number, open, slip, pay, askBack, approve, refuse, payOut, over, balances };
}

/** The transfer behind a deposit is over, as its own act would say: it may go back. */
export async function transferOver({ app, database }: TestExchange, depositId: string, actor: Actor): Promise<void> {
  const sql = 'SELECT transfer_id AS transfer FROM deposit WHERE id = $1';
  const [row] = await database.ask<{ transfer: string }>(sql, [depositId]);
  const callOff = (act: Act) => app.get(DepositsService).callOff(act, row?.transfer ?? '', '期满，土地已交还');
  await app.get(Acts).begin(actor, callOff);
}
