import { type Parameters, parameterTable } from '#kernel';
import { type Of, value, view } from '#platform';
import { guideLabels as labels, topics } from './guide.words.js';

const counts = [
  'townReviewWorkingDays',
  'correctionWorkingDays',
  'surveyorsAtLeast',
  'surveyWorkingDays',
  'countyReviewWorkingDays',
  'noticeWorkingDays',
  'priorityAnswerWorkingDays',
  'signingWorkingDays',
  'filingWorkingDays',
  'depositWorkingDays',
  'certificateWorkingDays',
  'registrableYears',
  'riskDepositPercent',
  'riskDepositWaivedUpToMonths',
  'longTermWarnYears',
  'ageMin',
  'renewalOpensDays',
  'renewalRequestDays',
  'landReturnDays',
  'expiryReminderDays',
  'assistedSessionMinutes',
] as const;
type Count = (typeof counts)[number];
const counted = Object.fromEntries(counts.map((name) => [name, value.count(parameterTable[name].label)]));

/** The numbers of the guide, as they are in force today. */
const limitsView = view(
  'GuideLimits',
  {
    ...(counted as Record<Count, ReturnType<typeof value.count>>),
    ageMax: value.maybe(value.count(parameterTable.ageMax.label)),
    riskDepositMinimumFen: value.fen(parameterTable.riskDepositMinimumFen.label),
    riskDepositWaivedUpToMu: value.mu(parameterTable.riskDepositWaivedUpToMu.label),
  },
  labels.limits,
);
export type Limits = Of<typeof limitsView>;

const officeView = view('GuideOffice', {
  name: value.text(labels.office.name),
  address: value.text(labels.office.address),
  hours: value.text(labels.office.hours),
  phone: value.text(labels.office.phone),
});

/** What to bring, how long it takes, what it costs and where to go: the page says it, a program gets the numbers. */
export const guideView = view(
  'Guide',
  { limits: limitsView, offices: value.many(officeView, labels.offices) },
  labels.title,
);
export type Guide = Of<typeof guideView>;

export const topicView = view('GuideTopic', { topic: value.code(topics, labels.topic), limits: limitsView });
export type Topic = Of<typeof topicView>;

export const limitsOf = (parameters: Parameters): Limits => ({
  ...(Object.fromEntries(counts.map((name) => [name, parameters[name]])) as Record<Count, number>),
  ageMax: parameters.ageMax,
  riskDepositMinimumFen: parameters.riskDepositMinimumFen,
  riskDepositWaivedUpToMu: parameters.riskDepositWaivedUpToMu,
});
