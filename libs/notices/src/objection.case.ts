import { answered, caseKind, noted } from '#cases';
import { NoticeCases } from './notice-cases.service.js';
import { objectionDecision, objectionReceipt } from './objection-answer.letter.js';

/** What an objection may be about, as the form of the domain names it. */
export const objectionTopics = {
  title: '权属',
  boundary_area: '地界、面积',
  consent_forged: '没同意、签字是假的',
  earlier_contract: '早有合同',
  encumbrance: '抵押、查封',
  use: '用途',
  price_collusion: '价款、串通',
  procedure: '程序',
  priority: '优先权',
} as const;
export type ObjectionTopic = keyof typeof objectionTopics;

export const objectionRelations = {
  co_right: '本户共有人',
  neighbour: '四邻',
  household: '本村其他农户',
  prior_lessee: '原来的承租人',
  creditor: '债权人、抵押权人',
  claimant: '主张优先权的人',
  public: '其他人',
} as const;
export type ObjectionRelation = keyof typeof objectionRelations;

export const aboutNotice = { things: 'notices', word: '公示' } as const;

/** What every letter about a notice is: an objection, and what is none any more or not yet. */
const letter = {
  about: aboutNotice,
  topics: objectionTopics,
  relations: objectionRelations,
  outcomes: {
    upheld_curable: '成立，补正后重新公示',
    upheld: '成立，终止流转',
    partly: '部分成立',
    rejected: '不成立',
  },
  effects: { none: '继续办理', replace: '补正后重新公示满期', end: '终止' },
  /** Only `partly` leaves a choice. 成立且能补正：补正后重新公示；不能补正：终止。 */
  effectOf: (outcome: string, chosen: string | null): string =>
    ({ rejected: 'none', upheld_curable: 'replace', upheld: 'end' })[outcome] ?? chosen ?? 'replace',
  letters: { accept: objectionReceipt, decide: objectionDecision },
  side: NoticeCases,
} as const;

const answering = {
  within: 'objectionDecisionWorkingDays',
  // 收到异议之日起三个工作日内作出答复，答复前暂停（参照招标投标法实施条例第五十四条）。
  basis: '收到异议后 3 个工作日内作出决定（参照招标投标法实施条例第五十四条）',
  by: 'town_coordination',
  decides: ['county_reviewer'],
  serves: ['village_clerk'],
} as const;

/** 公示期内提的：the case waits for its answer. */
export const objection = caseKind({
  ...letter,
  ...{ kind: 'objection', word: '异议', series: { name: 'case:objection', word: '农异' }, holds: true },
  workflow: answered({ kind: 'objection', label: '异议', ...answering }),
});

/** 公示期过了才提的：looked into and answered, but the period does not open again. */
export const complaint = caseKind({
  ...letter,
  ...{ kind: 'complaint', word: '投诉', series: { name: 'case:complaint', word: '农诉' } },
  workflow: answered({ kind: 'complaint', label: '投诉', ...answering }),
});

/** 匿名的：looked into and put on record; nobody can be answered, and nothing waits. */
export const lead = caseKind({
  ...letter,
  ...{ kind: 'lead', word: '线索', series: { name: 'case:lead', word: '农线' }, anonymous: true },
  workflow: noted('lead', '线索', 'town_coordination', answering.serves),
});
