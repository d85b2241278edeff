import { type Of, pageValue, rowValue, value, view } from '#platform';
import { ledgerList } from './ledger.list.js';
import { accountNames, checkWords, promises, trialWords } from './ledger.words.js';

/** A promise that the ledger breaks, and the first of those who break it: never a name or an account. */
const findingView = view(
  'LedgerFinding',
  {
    promise: value.code(promises, checkWords.finding.promise),
    who: value.many(value.text(), checkWords.finding.who),
    more: value.count(checkWords.finding.more),
  },
  checkWords.finding.title,
);
export type Finding = Of<typeof findingView>;

/** The latest check, as the ledger and the desks of the director and the supervisor show it. */
export const ledgerCheckView = view(
  'LedgerCheck',
  {
    checkedAt: value.moment(checkWords.checkedAt),
    findings: value.many(findingView, checkWords.findings),
  },
  checkWords.title,
);
export type LedgerCheckup = Of<typeof ledgerCheckView>;

/** One town's line of the trial balance: what it has, and whose it is. */
const trialView = view(
  'TrialBalance',
  {
    officeCode: value.text(),
    place: value.text(trialWords.place),
    bankFen: value.fen(accountNames.bank),
    heldFen: value.fen(accountNames.held),
    payableFen: value.fen(accountNames.payable),
    escrowFen: value.fen(accountNames.escrow),
    differenceFen: value.fen(trialWords.difference),
  },
  trialWords.title,
);
export type TrialLine = Of<typeof trialView>;

/** The ledger: its bookings, what each town has, and how the last check went. */
export const ledgerView = pageValue(ledgerList, rowValue(ledgerList, { place: value.text(trialWords.place) }), {
  trial: value.many(trialView, trialWords.title),
  balanced: value.flag(trialWords.balanced),
  checked: value.maybe(ledgerCheckView),
});
export type Ledger = Of<typeof ledgerView>;
