import type { CaseFacts } from '#cases';
import { type Day, dayOf } from '#kernel';
import { letter } from '#papers';
import type { Notice } from './notice.entity.js';
import { coordinationDesk } from './notice.words.js';

/** What lies with an objection when it is answered. */
export interface ObjectionLetter {
  notice: Notice | null;
  dueOn: Day | null;
  /** The county's. */
  phone: string;
}

/** 异议受理通知书: it was accepted, and by when it is decided. */
export const objectionReceipt = letter(
  'objection_receipt',
  { title: '异议受理通知书', word: '农异受', by: 'town', edition: 2 },
  ({ record: file, files }: CaseFacts, { notice, dueOn, phone }: ObjectionLetter) => ({
    noticeNumber: file.subjectNumber,
    caseNumber: notice?.caseNumber ?? file.number,
    objector: file.name,
    kind: file.topic,
    submittedOn: dayOf(file.receivedAt),
    facts: file.facts,
    evidence: files.map((each) => each.name),
    handler: file.handlerName ?? '',
    dueOn,
    desk: { name: `${notice?.town ?? ''}${coordinationDesk}`, address: notice?.town ?? '', phone },
  }),
);

/** 异议处理决定书: by the codes of what was decided and of what it does to the case. */
export const objectionDecision = letter(
  'objection_decision',
  { title: '异议处理决定书', word: '农异决', by: 'town' },
  (facts: CaseFacts, letterFacts: ObjectionLetter) => ({
    ...objectionReceipt.view(facts, letterFacts),
    investigation: facts.record.findings ?? '',
    decision: facts.record.outcome ?? '',
    reasons: [{ text: facts.record.reasons ?? '', rule: facts.record.rule ?? '' }],
    effect: facts.record.effect ?? '',
  }),
);
