import { type Actor, dueDayOf, reaches } from '#kernel';
import { publicCaseOf, publicCaseParts } from '#cases';
import type { Paper } from '#papers';
import {
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  fileOf,
  fileView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import type { BarringFacts } from './barring.rules.js';
import { barringParts as parts } from './barring.words.js';
import { barringWorkflow } from './barring.workflow.js';

const paperLink = view('BarringPaper', {
  id: value.id(),
  title: value.text(parts.paper),
  number: value.text(parts.paperNumber),
});
const appealLink = view('BarringAppeal', { id: value.id(), ...publicCaseParts });

/** A bar, to the county's desks and to whom it bars. */
export const barringView = view(
  'Barring',
  {
    id: value.id(),
    revision: value.count(),
    number: value.maybe(value.text(parts.number)),
    state: value.code(stateWords(barringWorkflow), parts.state),
    party: value.text(parts.party),
    interestId: value.id(parts.interest),
    lotNumber: value.text(parts.lot),
    place: value.text(parts.place),
    reason: value.text(parts.reason),
    rule: value.text(parts.rule),
    months: value.maybe(value.count(parts.months)),
    proposedUntil: value.maybe(value.day(parts.proposedUntil)),
    answerBy: value.maybe(value.day(parts.answerBy)),
    answer: value.maybe(value.text(parts.answer)),
    answeredAt: value.maybe(value.moment(parts.answeredAt)),
    decisionNumber: value.maybe(value.text(parts.decisionNumber)),
    findings: value.maybe(value.text(parts.findings)),
    fromDay: value.maybe(value.day(parts.fromDay)),
    untilDay: value.maybe(value.day(parts.untilDay)),
    endedReason: value.maybe(value.text(parts.endedReason)),
    files: value.many(fileView, parts.files),
    papers: value.many(paperLink, parts.papers),
    appeals: value.many(appealLink, parts.appeals),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type BarringView = Of<typeof barringView>;

/** What a bar is shown from. */
export interface BarringSeen {
  facts: BarringFacts;
  papers: readonly (Paper & { title: string })[];
  files: readonly EvidenceFile[];
  history: readonly HistoryLine[];
  acts: readonly FormAct[];
}

export function barringOf({ facts, papers, files, history, acts }: BarringSeen, me: Actor): BarringView {
  const { record, appeals } = facts;
  const { id, revision, number, state, interestId, lotNumber, place, reason, rule, months, proposedUntil } = record;
  const { answer, answeredAt, decisionNumber, findings, fromDay, untilDay, endedReason } = record;
  return {
    ...{ id, revision, number, state, interestId, lotNumber, place, reason, rule, months, proposedUntil },
    ...{ answer, answeredAt, decisionNumber, findings, fromDay, untilDay, endedReason, party: record.partyName },
    answerBy: state === 'proposed' && record.dueAt ? dueDayOf(record.dueAt) : null,
    files: files.map(fileOf),
    papers: papers.map((paper) => ({ id: paper.id, title: paper.title, number: paper.number })),
    appeals: appeals.map((file) => ({ id: file.id, ...publicCaseOf(file) })),
    acts: acts.map(offerOf),
    history: reaches(me, record.officeCode) ? history.map(historyLineOf) : [],
  };
}
