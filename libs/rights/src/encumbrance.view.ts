import { type Actor, holds } from '#kernel';
import {
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  value,
  view,
} from '#platform';
import { encumbrancePosts } from './encumbrance.posts.js';
import { claims, encumbranceStatuses, mortgageFiles, mortgageLabels as labels } from './encumbrance.words.js';
import type { EncumbranceRow } from './encumbrances.queries.js';
import { termOf } from './term-range.js';

const lineParts = {
  id: value.id(),
  mortgagee: value.text(labels.mortgagee),
  mortgagor: value.text(labels.mortgagor),
  claim: value.code(claims, labels.claim),
  principalFen: value.fen(labels.principalFen),
  termStart: value.day(labels.termStart),
  termEnd: value.day(labels.termEnd),
  status: value.code(encumbranceStatuses, labels.status),
  overOn: value.maybe(value.day(labels.overOn)),
  /** The code of the household's contract it lies on; null for a management right. */
  onCode: value.maybe(value.text(labels.onCode)),
  householdId: value.maybe(value.id()),
  transferId: value.maybe(value.id()),
};

/** A mortgage as pages of land and households tell it. */
export const mortgageLineView = view('MortgageLine', lineParts);
export type MortgageLine = Of<typeof mortgageLineView>;

const mortgageFileView = view('MortgageFile', {
  kind: value.code(mortgageFiles, labels.file),
  href: value.href(),
  addedAt: value.moment(labels.addedAt),
  addedBy: value.text(labels.addedBy),
});

/** One mortgage, to the staff whose pages these are. */
export const mortgageView = view('Mortgage', {
  ...lineParts,
  place: value.text(labels.place),
  contractNumber: value.text(labels.contractNumber),
  registeredNumber: value.maybe(value.text(labels.registeredNumber)),
  registeredOn: value.maybe(value.day(labels.registeredOn)),
  files: value.many(mortgageFileView, labels.files),
  acts: value.many(offerView),
  history: value.many(historyView),
});
export type Mortgage = Of<typeof mortgageView>;

/** The contract that was found for a mortgage to lie on. */
export const foundObjectView = view('MortgageObject', { contractId: value.id() });

/** Whether mortgages lead this reader to a page of their own. */
export const opensMortgages = (me: Actor): boolean => me.kind === 'staff' && holds(me, ...encumbrancePosts);

export function mortgageLineOf(row: EncumbranceRow): MortgageLine {
  const { id, mortgageeName: mortgagee, mortgagorName: mortgagor, claim, principalFen, status, overOn } = row;
  const { start: termStart, end: termEnd } = termOf(row.term);
  const { onCode, householdId, transferId } = row;
  return {
    ...{ id, mortgagee, mortgagor, claim, principalFen, termStart, termEnd, status, overOn },
    ...{ onCode, householdId, transferId },
  };
}

export function mortgageOf(
  row: EncumbranceRow,
  material: {
    files: readonly EvidenceFile[];
    history: readonly HistoryLine[];
    place: string;
    acts: readonly FormAct[];
  },
): Mortgage {
  const { contractNumber, registeredNumber, registeredOn } = row;
  return {
    ...mortgageLineOf(row),
    ...{ place: material.place, contractNumber, registeredNumber, registeredOn },
    files: material.files.map(({ id, kind, addedAt, addedBy }) => ({
      ...{ kind: kind as keyof typeof mortgageFiles, href: `/files/${id}`, addedAt, addedBy },
    })),
    acts: material.acts.map(offerOf),
    history: material.history.map(historyLineOf),
  };
}
