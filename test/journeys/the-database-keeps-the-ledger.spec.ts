import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { constraintOf } from '#platform';
import type { TestExchange } from '../support/exchange.js';
import { ledgerDesk } from '../support/ledger-desk.js';

describe('The ledger', () => {
  let exchange: TestExchange;
  let desk: Awaited<ReturnType<typeof ledgerDesk>>;

  beforeAll(async () => {
    desk = await ledgerDesk(1);
    ({ exchange } = desk);
  }, 180_000);
  afterAll(() => exchange.close());

  describe('refuses in the database, whoever asks,', () => {
    let id: string;
    beforeAll(async () => {
      id = await desk.open();
      await desk.pay(id, 3_240_000);
      await desk.over(id);
    });
    const account = async (kind: string) =>
      (
        await exchange.database.ask<{ id: string }>(
          `SELECT id FROM ledger_account WHERE kind = $2 AND (subject_id = $1 OR $2 = 'bank') LIMIT 1`,
          [id, kind],
        )
      )[0]?.id ?? '';
    const plant = async (entries: readonly [string, number][], said = entries.length) => {
      const transactionId = randomUUID();
      await desk.act(async (tx) => {
        await tx.query(
          `INSERT INTO ledger_transaction (id, kind, subject, subject_id, entries, booked_on, booked_at) VALUES ($1, 'pay_in', 'deposit', $2, $3, $4, $5)`,
          [transactionId, id, said, exchange.today, desk.now()],
        );
        for (const [kind, amount] of entries)
          await tx.query('INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) VALUES ($1, $2, $3)', [
            transactionId,
            await account(kind),
            amount,
          ]);
      });
      return transactionId;
    };
    const refused = async (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => constraintOf(error) || String((error as Error).message),
      );

    it('a transaction that does not sum to nothing', async () => {
      expect(
        await refused(
          plant([
            ['bank', 100],
            ['held', -99],
          ]),
        ),
      ).toBe('ledger_transaction_balanced');
      expect(await refused(plant([['bank', 100]], 2))).toBe('ledger_transaction_balanced');
      expect(await refused(plant([], 2))).toBe('ledger_transaction_balanced');
    });

    it('an entry of nothing, and two more entries on an old transaction', async () => {
      expect(
        await refused(
          plant([
            ['bank', 0],
            ['held', 0],
          ]),
        ),
      ).toBe('ledger_entry_not_zero');
      const old = await plant([
        ['bank', 100],
        ['held', -100],
      ]);
      const more = desk.act(async (tx) => {
        for (const [kind, amount] of [
          ['bank', 5],
          ['held', -5],
        ] as const)
          await tx.query('INSERT INTO ledger_entry (transaction_id, account_id, amount_fen) VALUES ($1, $2, $3)', [
            old,
            await account(kind),
            amount,
          ]);
      });
      expect(await refused(more)).toBe('ledger_transaction_balanced');
    });

    it('an account below nothing', async () => {
      expect(
        await refused(
          plant([
            ['held', 9_000_000],
            ['bank', -9_000_000],
          ]),
        ),
      ).toBe('ledger_account_not_negative');
    });

    it('an entry, a transaction or a payment that is edited or deleted', async () => {
      for (const table of ['ledger_entry', 'ledger_transaction', 'receipt']) {
        expect(await refused(exchange.database.write(`DELETE FROM ${table}`))).toMatch(/append_only|permission denied/);
      }
      expect(await refused(exchange.database.write('UPDATE ledger_entry SET amount_fen = amount_fen + 1'))).toMatch(
        /append_only|permission denied/,
      );
    });

    it('a balance that is written instead of booked', async () => {
      expect(await refused(exchange.database.write('UPDATE ledger_account SET balance_fen = balance_fen + 1'))).toBe(
        'ledger_account_by_entries',
      );
      const insert = `INSERT INTO ledger_account (id, kind, side, office_code, office_code_born, subject, subject_id, number, place, balance_fen, may_go_negative, opened_at)
        VALUES (gen_random_uuid(), 'payable', 'liability', '370126101000', '370126101000', 'deposit', $1, 'A', '', -5, false, $2)`;
      expect(await refused(exchange.database.write(insert, [id, desk.now()]))).toBe('ledger_account_by_entries');
    });

    it('an approval by who asked, and another sum than was asked', async () => {
      await desk.askBack(id, 1000);
      const own = `UPDATE disbursement SET approved_by = requested_by, approved_by_name = 'x', approved_at = $2 WHERE subject_id = $1`;
      expect(await refused(exchange.database.write(own, [id, desk.now()]))).toBe('disbursement_two_persons');
      expect(
        await refused(exchange.database.write('UPDATE disbursement SET amount_fen = 2000 WHERE subject_id = $1', [id])),
      ).toBe('disbursement_kept');
    });

    it('an disbursement that is deleted, whoever deletes it, and one to another account than paid', async () => {
      const owner = new pg.Client(exchange.databaseUrl);
      await owner.connect();
      const drop = refused(owner.query('DELETE FROM disbursement WHERE subject_id = $1', [id]));
      expect(await drop).toBe('disbursement_kept');
      expect(await refused(owner.query('DELETE FROM deposit_tranche WHERE deposit_id = $1', [id]))).toMatch(
        /append_only/,
      );
      const other = `INSERT INTO disbursement (id, subject, subject_id, kind, amount_fen, reason, receipt_id, payee_name, payee_bank, payee_account_sealed,
          payee_account_tail, requested_by, requested_by_name, requested_at)
        SELECT gen_random_uuid(), subject, subject_id, 'release', 1, 'x', receipt_id, payee_name, payee_bank, payee_account_sealed, '6666', requested_by,
          requested_by_name, requested_at FROM disbursement LIMIT 1`;
      expect(await refused(owner.query(other))).toBe('disbursement_to_payer');
      await owner.end();
    });
  });
});
