import { randomUUID } from 'node:crypto';
import { DepositPayments, DepositsService } from '#deposits';
import { type Actor, type Day, fen, mu } from '#kernel';
import { Files, type Received, type Tx } from '#platform';
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
  const open = async (): Promise<string> => {
    return (
      await act((tx) =>
        exchange.app.get(DepositsService).request(tx, askedDeposit(exchange.today), staff.director.actor, now()),
      )
    ).id;
  };
  const slip = (amount: number, slipNumber = number()) => ({
    slipNumber,
    amountFen: fen(amount),
    payerName: payer,
    payerBank: '演练银行',
    payerAccount: '999900001111',
    paidOn: exchange.today,
  });
  const pay = (id: string, amount: number, slipNumber?: string) =>
    act((tx) =>
      exchange.app.get(DepositPayments).payIn(tx, id, slip(amount, slipNumber), scan, staff.finance.actor, now()),
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
  return { staff, scan, act, now, number, open, slip, pay, over, balances };
}

/** The transfer behind a deposit is over, as its own act would say: it may go back. */
export async function transferOver(exchange: TestExchange, depositId: string, actor: Actor): Promise<void> {
  const { app, clock, database } = exchange;
  const sql = 'SELECT transfer_id AS transfer FROM deposit WHERE id = $1';
  const [row] = await database.ask<{ transfer: string }>(sql, [depositId]);
  const deposits = app.get(DepositsService);
  await database.transaction((tx) => deposits.callOff(tx, row?.transfer ?? '', '期满，土地已交还', actor, clock.now()));
}
