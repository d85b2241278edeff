import { type Of, value, view } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import type { CapitalRow } from '../transfers.queries.js';
import { capitalParts } from './transfer-page.words.js';

const approvalView = view('CapitalApproval', {
  authority: value.text(capitalParts.authority),
  applicationNumber: value.text(capitalParts.applicationNumber),
  dueOn: value.day(capitalParts.dueOn),
  decision: value.maybe(value.code(capitalParts.decisions, capitalParts.decision)),
  decisionNumber: value.maybe(value.text(capitalParts.decisionNumber)),
  decidedOn: value.maybe(value.day(capitalParts.decidedOn)),
  validAreaMu: value.maybe(value.mu(capitalParts.validAreaMu)),
  validTo: value.maybe(value.day(capitalParts.validTo)),
  covers: value.flag(capitalParts.covers),
  href: value.maybe(value.href()),
});

/** The licence that a transferee who counts as outside capital needs, and what was applied for and decided (流转办法第29条). */
export const transferCapitalView = view('TransferCapital', {
  authority: value.maybe(value.text(capitalParts.authority)),
  tableMissing: value.flag(capitalParts.tableMissing),
  otherMu: value.mu(capitalParts.otherMu),
  totalMu: value.mu(capitalParts.totalMu),
  basis: value.text(capitalParts.basis),
  rows: value.many(approvalView, capitalParts.rows),
});

export function transferCapitalOf({ capital }: TransferFacts): Of<typeof transferCapitalView> | null {
  if (!capital.capital) return null;
  const { authority, tableMissing, otherMu, totalMu, basis, rows, licence } = capital;
  return {
    ...{ authority, tableMissing, otherMu, totalMu, basis },
    rows: rows.map((row) => approvalOf(row, row === licence)),
  };
}

function approvalOf(row: CapitalRow, covers: boolean): Of<typeof approvalView> {
  const { authority, applicationNumber, dueOn, decision, decisionNumber, decidedOn, validAreaMu, validTo } = row;
  return {
    ...{ authority, applicationNumber, dueOn, decision, decisionNumber, decidedOn, validAreaMu, validTo, covers },
    href: row.fileId === null ? null : `/files/${row.fileId}`,
  };
}
