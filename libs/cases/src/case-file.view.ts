import { type Of, stateWords, value, view } from '#platform';
import type { CaseFile } from './case-file.entity.js';
import {
  type ServedWay,
  caseChannels,
  caseEffects,
  caseKinds,
  caseOutcomes,
  caseRelations,
  caseTopics,
  letterLabels as labels,
  servedWays,
} from './case-file.words.js';
import { caseWorkflow } from './case-file.workflow.js';

/** What everybody may know of a letter: that it came, what it is about, how it ended. Never who wrote it. */
export const publicLetterParts = {
  number: value.text(labels.number),
  kind: value.code(caseKinds, labels.kind),
  topic: value.code(caseTopics, labels.topic),
  receivedAt: value.moment(labels.receivedAt),
  state: value.code(stateWords(caseWorkflow), labels.state),
  outcome: value.maybe(value.code(caseOutcomes, labels.outcome)),
};

export const publicLetterView = view('PublicLetter', publicLetterParts, labels.title);
export type PublicLetter = Of<typeof publicLetterView>;

const decisionView = view('LetterDecision', {
  outcome: value.code(caseOutcomes, labels.outcome),
  effect: value.maybe(value.code(caseEffects, labels.effect)),
  findings: value.maybe(value.text(labels.findings)),
  reasons: value.text(labels.reasons),
  rule: value.text(labels.rule),
  by: value.text(labels.by),
  at: value.maybe(value.moment(labels.at)),
});

const serviceView = view('LetterService', {
  way: value.code(servedWays, labels.way),
  at: value.moment(labels.at),
});

/** What the desk sees besides; the contact stays sealed until somebody asks for it by an act of its own. */
export const letterParts = {
  id: value.id(),
  revision: value.count(),
  ...publicLetterParts,
  subject: value.text(labels.subject),
  subjectId: value.id(),
  subjectNumber: value.text(labels.subjectNumber),
  relation: value.code(caseRelations, labels.relation),
  name: value.maybe(value.text(labels.name)),
  reachable: value.flag(labels.reachable),
  facts: value.text(labels.facts),
  request: value.text(labels.request),
  channel: value.code(caseChannels, labels.channel),
  receivedBy: value.text(labels.receivedBy),
  handler: value.maybe(value.text(labels.handler)),
  decision: value.maybe(decisionView),
  served: value.maybe(serviceView),
  dueAt: value.maybe(value.moment(labels.dueAt)),
};

export const publicLetterOf = ({ number, kind, topic, receivedAt, state, outcome }: CaseFile): PublicLetter => ({
  ...{ number, kind, topic, receivedAt, outcome },
  state: state as PublicLetter['state'],
});

export function letterOf(file: CaseFile) {
  const { id, revision, subject, subjectId, subjectNumber, relation, facts, request, channel, receivedBy, dueAt } =
    file;
  return {
    ...publicLetterOf(file),
    ...{ id, revision, subject, subjectId, subjectNumber, relation, facts, request, channel, receivedBy, dueAt },
    name: file.name || null,
    reachable: file.contactSealed !== null,
    handler: file.handlerName,
    decision: decisionOf(file),
    served: file.servedAt && { way: file.servedHow as ServedWay, at: file.servedAt },
  };
}

function decisionOf(file: CaseFile): Of<typeof decisionView> | null {
  const { outcome, effect, findings, reasons, rule, decidedBy, decidedAt: at } = file;
  if (outcome === null) return null;
  return { outcome, effect, findings, reasons: reasons ?? '', rule: rule ?? '', by: decidedBy ?? '', at };
}
