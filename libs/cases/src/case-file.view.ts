import type { CaseFile } from './case-file.entity.js';
import {
  caseChannels,
  caseEffects,
  caseKinds,
  caseOutcomes,
  caseRelations,
  caseTopics,
  servedWays,
  type ServedWay,
} from './case-file.words.js';
import { caseWorkflow } from './case-file.workflow.js';

/** What everybody may know of a letter: that it came, what it is about, how it ended. Never who wrote it. */
export function publicCaseView(file: CaseFile) {
  const state = caseWorkflow.states[file.state as keyof typeof caseWorkflow.states];
  return {
    number: file.number,
    kind: caseKinds[file.kind].label,
    topic: caseTopics[file.topic],
    receivedAt: file.receivedAt,
    state: { name: file.state, label: state.label, tone: state.tone ?? '' },
    outcome: file.outcome === null ? '' : caseOutcomes[file.outcome],
  };
}

/** What the desk sees; the contact stays sealed until somebody asks for it by an act of its own. */
export function caseView(file: CaseFile) {
  return {
    id: file.id,
    ...publicCaseView(file),
    about: { subject: file.subject, id: file.subjectId, number: file.subjectNumber },
    relation: caseRelations[file.relation],
    name: file.name,
    reachable: file.contactSealed !== null,
    facts: file.facts,
    request: file.request,
    channel: caseChannels[file.channel],
    receivedBy: file.receivedBy,
    handler: file.handlerName ?? '',
    decision:
      file.outcome === null
        ? null
        : {
            outcome: file.outcome,
            label: caseOutcomes[file.outcome],
            effect: file.effect,
            effectLabel: file.effect === null ? '' : caseEffects[file.effect],
            findings: file.findings ?? '',
            reasons: file.reasons ?? '',
            rule: file.rule ?? '',
            by: file.decidedBy ?? '',
            at: file.decidedAt,
          },
    served: file.servedAt === null ? null : { how: servedWays[file.servedHow as ServedWay], at: file.servedAt },
    dueAt: file.dueAt,
    revision: file.revision,
  };
}
