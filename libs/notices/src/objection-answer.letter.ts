import type { CaseFile } from '#cases';
import { type Day, dayOf } from '#kernel';
import { letter } from '#papers';
import type { EvidenceFile } from '#platform';
import type { Notice } from './notice.entity.js';
import { coordinationDesk } from './objection.words.js';

/** What lies with an objection when it is answered. */
interface Lying {
  notice: Notice | null;
  evidence: readonly EvidenceFile[];
  dueOn: Day | null;
  /** The county's. */
  phone: string;
}

/** 异议受理通知书: it was accepted, and by when it is decided. */
export const objectionReceipt = letter(
  'objection_receipt',
  { title: '异议受理通知书', word: '农异受', by: 'town' },
  (file: CaseFile, { notice, evidence, dueOn, phone }: Lying) => ({
    noticeNumber: file.subjectNumber,
    caseNumber: notice?.caseNumber ?? file.number,
    objector: file.name,
    kind: file.topic,
    submittedOn: dayOf(file.receivedAt),
    facts: file.facts,
    evidence: evidence.map((each) => each.name),
    handler: file.handlerName ?? '',
    dueOn,
    desk: { name: `${notice?.town ?? ''}${coordinationDesk}`, address: notice?.town ?? '', phone },
  }),
);

/** 异议处理决定书: by the codes of what was decided and of what it does to the case. */
export const objectionDecision = letter(
  'objection_decision',
  { title: '异议处理决定书', word: '农异决', by: 'town' },
  (file: CaseFile, lying: Lying) => ({
    ...objectionReceipt.view(file, lying),
    investigation: file.findings ?? '',
    decision: file.outcome ?? '',
    reasons: [{ text: file.reasons ?? '', rule: file.rule ?? '' }],
    effect: file.effect ?? '',
  }),
);
