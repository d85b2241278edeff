import { randomUUID } from 'node:crypto';
import { type Day, type Fen, dayOf } from '#kernel';
import type { Act, Tx } from '#platform';
import type { Deposit } from './deposit.entity.js';
import type { LedgerAccountKind, LedgerTransaction } from './ledger.entities.js';

/** One booking: so much to the debit of one account and to the credit of another. */
export interface Booking {
  kind: LedgerTransaction['kind'];
  deposit: Pick<Deposit, 'id' | 'officeCode' | 'officeCodeBorn'>;
  slipNumber?: string;
  debit: LedgerAccountKind;
  credit: LedgerAccountKind;
  amountFen: Fen;
  bookedOn?: Day;
}

/**
 * Books money in two places. A debit counts up, a credit down: the bank's balance is what the town has, the others are what
 * it owes, below nothing, and all balances together are always nothing (I1). The database checks the sum when it commits.
 * Answers the booking's id.
 */
export async function book({ tx, actor, now }: Act, booking: Booking): Promise<string> {
  const id = randomUUID();
  const debit = await accountOf(tx, booking.deposit, booking.debit, now);
  const credit = await accountOf(tx, booking.deposit, booking.credit, now);
  await tx.query(
    `INSERT INTO ledger_transaction (id, kind, deposit_id, slip_number, entries, booked_on, booked_at, booked_by)
     VALUES ($1, $2, $3, $4, 2, $5, $6, $7)`,
    [
      id,
      booking.kind,
      booking.deposit.id,
      booking.slipNumber ?? null,
      booking.bookedOn ?? dayOf(now),
      now,
      actor.accountId,
    ],
  );
  // Accounts are always taken in the order of their ids: two bookings never wait for each other.
  const entries = [
    [debit, booking.amountFen],
    [credit, -booking.amountFen],
  ].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  await tx.query(
    `INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) VALUES ($1, $2, $3), ($1, $4, $5)`,
    [id, ...entries.flat()],
  );
  return id;
}

/**
 * The account of a deposit. A bank account is known by the office it was opened for: towns that merge keep both accounts,
 * and money leaves the one it came into.
 */
async function accountOf(tx: Tx, deposit: Booking['deposit'], kind: LedgerAccountKind, now: Date): Promise<string> {
  const owner = kind === 'bank' ? null : deposit.id;
  const side = kind === 'bank' ? 'asset' : 'liability';
  const find = async (): Promise<string | undefined> => {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM ledger_account WHERE kind = $1 AND deposit_id IS NOT DISTINCT FROM $2 AND ($2::uuid IS NOT NULL OR office_code_born = $3)`,
      [kind, owner, deposit.officeCodeBorn],
    );
    return rows[0]?.id;
  };
  const known = await find();
  if (known !== undefined) return known;
  await tx.query(
    `INSERT INTO ledger_account (id, kind, side, office_code, office_code_born, deposit_id, may_go_negative, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, false, $7) ON CONFLICT DO NOTHING`,
    [randomUUID(), kind, side, deposit.officeCode, deposit.officeCodeBorn, owner, now],
  );
  const made = await find();
  if (made === undefined) throw new Error('A ledger account was not opened.');
  return made;
}
