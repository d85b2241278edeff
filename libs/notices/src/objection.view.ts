import {
  type Deadline,
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  deadlineOf,
  deadlineView,
  fileOf,
  fileView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  value,
  view,
} from '#platform';
import { type CaseFile, caseKinds, letterOf, letterParts } from '#cases';
import type { Paper } from '#papers';
import { objectionLabels as labels } from './objection.words.js';

const issuedView = view('IssuedLetter', { id: value.id(), number: value.text(labels.paperNumber), href: value.href() });

/** A letter about a notice, to the desk that answers it. */
export const objectionView = view(
  'Objection',
  {
    ...letterParts,
    deadline: value.maybe(deadlineView),
    evidence: value.many(fileView, labels.evidence),
    papers: value.many(issuedView, labels.papers),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  labels.title,
);
export type Objection = Of<typeof objectionView>;

/** What an objection is shown from. */
export interface ObjectionSeen {
  file: CaseFile;
  running: Deadline | null;
  evidence: readonly EvidenceFile[];
  papers: readonly Paper[];
  acts: readonly FormAct[];
  history: readonly HistoryLine[];
}

export const objectionOf = ({ file, running, evidence, papers, acts, history }: ObjectionSeen): Objection => ({
  ...letterOf(file),
  deadline: running && deadlineOf(running),
  evidence: evidence.map(fileOf),
  papers: papers.map(({ id, number }) => ({ id, number, href: `/papers/${id}` })),
  acts: acts.map(offerOf),
  history: history.map(historyLineOf),
});

/** By what the sender of a letter follows it; its id only to a clerk who wrote it down. */
export const letterReceiptView = view(
  'LetterReceipt',
  {
    id: value.maybe(value.id()),
    noticeId: value.id(),
    kind: value.code(caseKinds, labels.kind),
    number: value.text(labels.number),
    code: value.text(labels.code),
    dueAt: value.maybe(value.moment(labels.dueAt)),
  },
  labels.receipt,
);
export type LetterReceipt = Of<typeof letterReceiptView>;

/** The contact that was sealed, to whoever opened it. */
export const letterContactView = view(
  'LetterContact',
  { phone: value.text(labels.phone), masked: value.text(labels.masked), address: value.text(labels.address) },
  labels.contact,
);
