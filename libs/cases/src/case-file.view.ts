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
import type { Paper } from '#papers';
import type { CaseFile } from './case-file.entity.js';
import { type CaseFacts, caseKinds, caseWords } from './case-kind.js';
import { type ServedWay, caseChannels, caseLabels as labels, servedWays } from './case-file.words.js';

const everyState = (): string[] => [...new Set(caseKinds().flatMap(({ workflow }) => Object.keys(workflow.states)))];

/** What everybody may know of a case: that it came, what it is about, how it ended. Never who sent it. */
export const publicCaseParts = {
  number: value.text(labels.number),
  kind: value.code(caseWords.kinds, labels.kind),
  topic: value.code(caseWords.topics, labels.topic),
  receivedAt: value.moment(labels.receivedAt),
  state: value.among('CaseState', everyState, labels.state),
  outcome: value.maybe(value.code(caseWords.outcomes, labels.outcome)),
};
export const publicCaseView = view('PublicCase', publicCaseParts, labels.title);

export const publicCaseOf = (file: CaseFile): Of<typeof publicCaseView> => {
  const { number, kind, topic, receivedAt, state, outcome } = file;
  return { number, kind, topic, receivedAt, state, outcome };
};

const decisionView = view('CaseDecided', {
  outcome: value.code(caseWords.outcomes, labels.outcome),
  ground: value.maybe(value.code(caseWords.grounds, labels.ground)),
  effect: value.maybe(value.code(caseWords.effects, labels.effect)),
  findings: value.maybe(value.text(labels.findings)),
  reasons: value.text(labels.reasons),
  rule: value.text(labels.rule),
  by: value.text(labels.by),
  at: value.maybe(value.moment(labels.at)),
});

const serviceView = view('CaseService', { way: value.code(servedWays, labels.way), at: value.moment(labels.at) });
const issuedView = view('CaseLetter', { id: value.id(), number: value.text(labels.paperNumber), href: value.href() });
const evidenceView = view('CaseEvidence', { kind: value.text(labels.fileKind), file: fileView });

/** A case, to the desk that answers it and to the party whose it is; the contact stays sealed until an act of its own asks for it. */
export const caseView = view(
  'CaseFile',
  {
    ...{ id: value.id(), revision: value.count() },
    ...publicCaseParts,
    subject: value.text(labels.subject),
    subjectId: value.id(),
    subjectNumber: value.text(labels.subjectNumber),
    relation: value.maybe(value.code(caseWords.relations, labels.relation)),
    name: value.maybe(value.text(labels.name)),
    phoneMasked: value.text(labels.phoneMasked),
    reachable: value.flag(labels.reachable),
    facts: value.text(labels.facts),
    request: value.text(labels.request),
    channel: value.code(caseChannels, labels.channel),
    receivedBy: value.text(labels.receivedBy),
    handler: value.maybe(value.text(labels.handler)),
    decision: value.maybe(decisionView),
    served: value.maybe(serviceView),
    dueAt: value.maybe(value.moment(labels.dueAt)),
    deadline: value.maybe(deadlineView),
    evidence: value.many(evidenceView, labels.evidence),
    papers: value.many(issuedView, labels.papers),
    own: value.oneOf(() => caseKinds().flatMap(({ own }) => own ?? []), labels.own),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  labels.title,
);
export type Case = Of<typeof caseView>;

/** What a case is shown from. */
export interface CaseSeen {
  facts: CaseFacts;
  running: Deadline | null;
  papers: readonly Paper[];
  acts: readonly FormAct[];
  history: readonly HistoryLine[];
}

export function caseOf({ facts: { record, kind, files, own }, running, papers, acts, history }: CaseSeen): Case {
  const { id, revision, subject, subjectId, subjectNumber, phoneMasked } = record;
  const { facts, request, channel, receivedBy, dueAt, handlerName: handler, servedAt: at } = record;
  return {
    ...{ id, revision, ...publicCaseOf(record), subject, subjectId, subjectNumber, phoneMasked },
    ...{ facts, request, channel, receivedBy, dueAt, handler },
    name: record.name || null,
    relation: record.relation || null,
    reachable: record.contactSealed !== null,
    decision: decisionOf(record),
    served: at && { way: record.servedHow as ServedWay, at },
    deadline: running && deadlineOf(running),
    evidence: files.map((file: EvidenceFile) => ({ kind: file.kind, file: fileOf(file) })),
    papers: papers.map((paper) => ({ id: paper.id, number: paper.number, href: `/papers/${paper.id}` })),
    own: kind.own ? own : null,
    acts: acts.map(offerOf),
    history: history.map(historyLineOf),
  };
}

function decisionOf(file: CaseFile): Case['decision'] {
  const { outcome, ground, effect, findings, reasons, rule, decidedBy, decidedAt: at } = file;
  if (outcome === null) return null;
  return { outcome, ground, effect, findings, reasons: reasons ?? '', rule: rule ?? '', by: decidedBy ?? '', at };
}

/** By what the sender of a case follows it; its id only to a clerk who wrote it down. */
export const receiptView = view(
  'CaseReceipt',
  {
    id: value.maybe(value.id()),
    about: value.href(),
    kind: value.code(caseWords.kinds, labels.kind),
    number: value.text(labels.number),
    code: value.text(labels.code),
    dueAt: value.maybe(value.moment(labels.dueAt)),
  },
  labels.receipt,
);
export type CaseReceipt = Of<typeof receiptView>;

/** The contact that was sealed, to whoever opened it. */
export const contactView = view(
  'CaseContact',
  { phone: value.text(labels.phone), masked: value.text(labels.masked), address: value.text(labels.address) },
  labels.contact,
);
