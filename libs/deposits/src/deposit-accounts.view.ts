import { formatMoment } from '#kernel';
import { type HistoryLine, formOf } from '#platform';
import type { Deposit } from './deposit.entity.js';
import { LookInput } from './deposit.input.js';

/** The action under which a look at a whole account number stands in the history. */
export const lookedAt = 'look-account';

/** One account of a deposit. `sealed` never leaves the server. */
export interface AccountRow {
  id: string;
  table: 'deposit_payment' | 'deposit_outflow';
  purpose: string;
  holder: string;
  bank: string;
  tail: string;
  sealed: string;
}

/** The accounts of a deposit by their last four digits, and who has seen more of them. */
export function accountsView(
  record: Pick<Deposit, 'id' | 'caseNumber'>,
  rows: readonly AccountRow[],
  looks: readonly HistoryLine[],
  mayLook: boolean,
): object {
  const at = `/deposits/${record.id}`;
  return {
    title: `收付款账户 ${record.caseNumber}`,
    trail: { steps: [{ href: at, label: record.caseNumber }], here: '收付款账户', code: false },
    back: at,
    mayLook,
    accounts: rows.map((row) => ({
      id: row.id,
      purpose: row.purpose,
      holder: row.holder,
      bank: row.bank,
      masked: `＊＊＊＊ ${row.tail}`,
      look: mayLook ? `${at}/accounts/${row.id}/looks` : '',
      fields: formOf(LookInput).map((field) => ({ ...field, id: row.id })),
      looked: looks.filter((line) => line.detail['account'] === row.id).length,
    })),
    looks: looks.map((line) => ({
      who: `${line.actorName}（${line.actorPost}）`,
      when: formatMoment(line.moment),
      what: `尾号 ${String(line.detail['tail'] ?? '')}`,
      reason: line.remark ?? '',
    })),
  };
}
