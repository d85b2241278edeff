import { type Of, stateWords, value, view } from '#platform';
import { depositWorkflow } from '#deposits';
import { type CheckItem, checkItems, checkResults, isCheckItem } from '../checklist.words.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ReviewRow } from '../transfers.queries.js';
import { depositParts } from './transfer-page.words.js';

const items = Object.fromEntries(Object.entries(checkItems).map(([item, { label }]) => [item, label]));

/** A line of the county's checklist, as far as it is filled. */
export const checkView = view('TransferCheck', {
  item: value.code(items as Record<CheckItem, string>),
  result: value.maybe(value.code(checkResults)),
  note: value.text(),
  article: value.text(),
});

/** The last checklist; none before the county looks at the case. */
export function checksOf(facts: TransferFacts, reviews: readonly ReviewRow[]): Of<typeof checkView>[] {
  const current = reviews.findLast((each) => each.level === 'county');
  if (!current && facts.record.state !== 'county_review') return [];
  const filled = new Map((current?.checklist ?? []).map((check) => [check.item, check]));
  return Object.keys(checkItems)
    .filter(isCheckItem)
    .map((item) => {
      const { result = null, note = '' } = filled.get(item) ?? {};
      return { item, result, note, article: checkItems[item].rule };
    });
}

/** What of a case's risk deposit is asked and held; the rest stands on its own page. */
export const transferDepositView = view('TransferDeposit', {
  id: value.id(),
  state: value.code(stateWords(depositWorkflow), depositParts.state),
  waived: value.flag(depositParts.waived),
  guaranteed: value.flag(depositParts.guaranteed),
  amountFen: value.fen(depositParts.amountFen),
  heldFen: value.fen(depositParts.heldFen),
  explanation: value.many(value.text(), depositParts.explanation),
  legalBasis: value.text(depositParts.legalBasis),
});

type TransferDeposit = Of<typeof transferDepositView>;

export function transferDepositOf({ deposit }: TransferFacts): TransferDeposit | null {
  if (!deposit) return null;
  const { id, state, waived, guaranteed, amountFen, heldFen, explanation, legalBasis } = deposit;
  return {
    id,
    state: state as TransferDeposit['state'],
    waived,
    guaranteed,
    amountFen,
    heldFen,
    explanation,
    legalBasis,
  };
}
