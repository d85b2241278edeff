import { randomUUID } from 'node:crypto';
import { type Day, type Fen, dayOf, divisionCode, within } from '#kernel';
import type { Act, Tx } from '#platform';
import type { LedgerAccountKind, LedgerTransaction } from './ledger.entities.js';

/** A record of any lib: its table, and its id. */
export interface About {
  subject: string;
  subjectId: string;
}

/** A record whose money the ledger keeps, with what people know it by. */
export interface Holder extends About {
  number: string;
  place: string;
  officeCode: string;
  officeCodeBorn: string;
}

/** One booking: so much to the debit of one account and to the credit of another. */
export interface Booking {
  kind: LedgerTransaction['kind'];
  holder: Holder;
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
  const { kind, holder, slipNumber = null, amountFen, bookedOn = dayOf(now) } = booking;
  const id = randomUUID();
  const debit = await accountOf(tx, keyOf(holder, booking.debit), now);
  const credit = await accountOf(tx, keyOf(holder, booking.credit), now);
  await tx.query(
    `INSERT INTO ledger_transaction (id, kind, subject, subject_id, slip_number, entries, booked_on, booked_at, booked_by)
     VALUES ($1, $2, $3, $4, $5, 2, $6, $7, $8)`,
    [id, kind, holder.subject, holder.subjectId, slipNumber, bookedOn, now, actor.accountId],
  );
  await tx.query(
    `INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) VALUES ($1, $2, $3), ($1, $4, $5)`,
    [id, ...inTurn([debit, amountFen], [credit, -amountFen]).flat()],
  );
  return id;
}

type Entry = readonly [account: string, amountFen: number];

/** Accounts are always taken in the order of their ids: two bookings never wait for each other. */
export const inTurn = (one: Entry, other: Entry): Entry[] => (one[0] < other[0] ? [one, other] : [other, one]);

/** What an account is known by: the bank's by the town it was opened for, every other by whose money it is. */
export type AccountKey = Pick<Holder, 'officeCode' | 'officeCodeBorn'> & { kind: LedgerAccountKind } & (
    { side: 'asset' } | ({ side: 'liability' } & Pick<Holder, 'subject' | 'subjectId' | 'number' | 'place'>)
  );

/**
 * The account of a holder, or of the town whose bank has its money. A town is known by the code it was born with: towns that
 * merge keep both accounts, and money leaves the one it came into.
 */
export function keyOf(holder: Holder, kind: LedgerAccountKind): AccountKey {
  if (kind !== 'bank') return { ...holder, kind, side: 'liability' };
  const town = (code: string): string => within(divisionCode(code), 'town');
  return { kind, side: 'asset', officeCode: town(holder.officeCode), officeCodeBorn: town(holder.officeCodeBorn) };
}

/** The id of an account, which is opened when it is first booked to. */
async function accountOf(tx: Tx, key: AccountKey, now: Date): Promise<string> {
  const { subject, subjectId, number, place } =
    key.side === 'liability' ? key : { subject: null, subjectId: null, number: null, place: null };
  const find = async (): Promise<string | undefined> => {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM ledger_account WHERE kind = $1 AND subject IS NOT DISTINCT FROM $2 AND subject_id IS NOT DISTINCT FROM $3
         AND ($2::text IS NOT NULL OR office_code_born = $4)`,
      [key.kind, subject, subjectId, key.officeCodeBorn],
    );
    return rows[0]?.id;
  };
  const known = await find();
  if (known !== undefined) return known;
  await tx.query(
    `INSERT INTO ledger_account (id, kind, side, office_code, office_code_born, subject, subject_id, number, place, may_go_negative, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10) ON CONFLICT DO NOTHING`,
    [randomUUID(), key.kind, key.side, key.officeCode, key.officeCodeBorn, subject, subjectId, number, place, now],
  );
  const made = await find();
  if (made === undefined) throw new Error('A ledger account was not opened.');
  return made;
}
