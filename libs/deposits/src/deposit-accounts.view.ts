import { type HistoryLine, type Of, formOf, value, view } from '#platform';
import { type PayAccount, accountUses, movementParts as labels } from '#ledger';
import type { Deposit } from './deposit.entity.js';
import { RevealInput } from './deposit.input.js';
import { depositParts } from './deposit.words.js';

/** The action under which a look at a whole account number stands in the history. */
export const lookedAt = 'reveal-account';

const account = {
  use: value.code(accountUses, labels.account.use),
  amountFen: value.fen(labels.fen),
  holder: value.text(labels.account.holder),
  bank: value.text(labels.bank),
} as const;

const accountView = view(
  'DepositAccount',
  {
    id: value.id(),
    ...account,
    accountTail: value.text(labels.accountTail),
    looked: value.count(labels.account.looked),
  },
  labels.account.title,
);

const lookView = view(
  'AccountLook',
  {
    by: value.text(labels.look.by),
    post: value.text(labels.look.post),
    at: value.moment(labels.look.at),
    accountTail: value.text(labels.accountTail),
    reason: value.text(labels.look.reason),
  },
  labels.look.title,
);

/** The accounts of a deposit by their last four digits, and who has seen more of them. */
export const accountsView = view(
  'DepositAccounts',
  {
    id: value.id(),
    caseNumber: value.text(depositParts.caseNumber),
    mayLook: value.flag(labels.account.mayLook),
    accounts: value.many(accountView),
    looks: value.many(lookView),
  },
  labels.account.title,
);
export type Accounts = Of<typeof accountsView>;

/** One whole account number, for the person who makes the transfer, this once. */
export const wholeAccountView = view('WholeAccount', {
  depositId: value.id(),
  caseNumber: value.text(depositParts.caseNumber),
  ...account,
  account: value.text(labels.account.number),
  looked: lookView,
});
export type WholeAccount = Of<typeof wholeAccountView>;

export function accountsOf(
  { id, caseNumber }: Pick<Deposit, 'id' | 'caseNumber'>,
  rows: readonly PayAccount[],
  looks: readonly HistoryLine[],
  mayLook: boolean,
): Accounts {
  return {
    ...{ id, caseNumber, mayLook },
    accounts: rows.map(({ id: row, use, amountFen, holder, bank, tail }) => ({
      ...{ id: row, use, amountFen, holder, bank, accountTail: tail },
      looked: looks.filter((line) => line.detail['account'] === row).length,
    })),
    looks: looks.map((line) => ({
      by: line.actorName,
      post: line.actorPost,
      at: line.moment,
      accountTail: String(line.detail['tail'] ?? ''),
      reason: line.remark ?? '',
    })),
  };
}

/** The form of each look, for who may look. */
export const accountsPage = ({ mayLook, accounts }: Accounts) => ({
  forms: mayLook
    ? Object.fromEntries(accounts.map(({ id }) => [id, formOf(RevealInput).map((field) => ({ ...field, id }))]))
    : null,
});
