import type { CaseFacts } from '#cases';
import type { Day } from '#kernel';
import { letter } from '#papers';
import type { Barring } from './barring.entity.js';

/** What every letter about a bar says of it; `phone` is the county's. */
const about = ({ partyName, lotNumber, place, reason, rule, months }: Barring, phone: string) => ({
  ...{ party: partyName, lotNumber, place, reasons: [{ text: reason, rule }], months, phone },
});

/** 拟作出禁入决定告知书：what shall be decided, and until when he is heard (参照行政处罚法第四十四条). */
export const barringProposal = letter(
  'barring_proposal',
  { title: '拟作出禁入决定告知书', word: '农禁告' },
  (record: Barring, answerBy: Day, phone: string) => ({
    ...about(record, phone),
    ...{ until: record.proposedUntil, answerBy },
  }),
);

/** 禁入决定书：with the days, and how to appeal. */
export const barringDecision = letter(
  'barring_decision',
  { title: '禁入决定书', word: '农禁决' },
  (record: Barring, appealDays: number, phone: string) => ({
    ...about(record, phone),
    ...{ told: record.number, answer: record.answer, findings: record.findings, from: record.fromDay },
    ...{ until: record.untilDay, appealDays },
  }),
);

/** 解除禁入决定书：before its last day. */
export const barringLift = letter(
  'barring_lift',
  { title: '解除禁入决定书', word: '农禁解' },
  (record: Barring, liftedOn: Day, phone: string) => ({
    ...{ party: record.partyName, decided: record.decisionNumber, until: record.untilDay, liftedOn, phone },
    reason: record.endedReason,
  }),
);

/** 禁入复核决定书：the answer to an appeal. */
export const barringAppealAnswer = letter(
  'barring_appeal_answer',
  { title: '禁入复核决定书', word: '农禁复决' },
  ({ record: file }: CaseFacts, { decided, phone }: { decided: string; phone: string }) => ({
    ...{ party: file.name, number: file.number, decided, phone, facts: file.facts, findings: file.findings },
    ...{ lifted: file.outcome === 'bar_lifted', reasons: [{ text: file.reasons, rule: file.rule }] },
  }),
);
