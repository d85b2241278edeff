import { formatDay, formatMu, formatTerm, term, termText } from '#kernel';
import type { PublicText } from '#publications';
import { type Audience, type NoticeTerms, shownName, totalMu } from './notice.terms.js';
import { archivedWords } from './notice.words.js';
import { maskBounds } from './parcel-bounds.js';

const partyLabels = { transferor: '转出方', transferee: '受让方' } as const;

/** What a notice says beside the terms. */
export interface NoticeWords {
  town: string;
  village: string;
  /** 本次流转由…初审，…审核通过。 and what else was done before: decision, approval of outside capital. */
  basis: readonly string[];
  /** Where and until when one may object. */
  where: string;
  /** How long it is on notice at least, by the rules that the case keeps. */
  workingDays: number;
}

export function titleOf(terms: NoticeTerms, words: Pick<NoticeWords, 'town' | 'village'>): string {
  const place = `关于${words.town}${words.village}`;
  if (terms.thing) return `${place}${terms.thing.name}成交结果的公示`;
  return `${place} ${formatMu(totalMu(terms))} 亩土地经营权流转的公示`;
}

export function transferorText(terms: NoticeTerms, audience: Audience): string {
  const [first, ...others] = terms.transferors;
  if (!first) return '';
  return others.length === 0
    ? shownName(first, audience)
    : `${shownName(first, audience)} 等 ${terms.transferors.length} 户`;
}

/** Of land: 公示期内提异议，主张优先权. */
const landWords = (workingDays: number): string[] => [
  `现按商河县农村产权流转交易公布的流程书面公示，听取意见（书面公示的效力，见最高人民法院关于审理涉及农村土地承包纠纷案件适用法律问题的解释第十一条）。公示期不少于 ${workingDays} 个工作日，自三处公示都有凭证的次日起算。`,
  '对本次流转有异议的，请在公示期内提出，并尽量附上凭证。',
  // 公示后不在合理期限内主张优先权的，不再保护（承包纠纷解释第十一条第一项）。
  '本集体经济组织成员在同等价款、期限等条件下优先（农村土地承包法第三十八条第五项）；愿意受让的，请在公示期内书面提出，过期没有提出的，不能再主张（最高人民法院承包纠纷解释第十一条第一项）。',
];
/** Of other rights: the result alone, for as many days as the county set. */
const resultWords = (workingDays: number): string[] => [
  `现将成交结果公示，听取意见。公示期 ${workingDays} 个工作日，自三处公示都有凭证的次日起算。`,
  '对成交结果有异议的，请在公示期内提出，并尽量附上凭证。公示期满没有异议的，双方签订合同。',
];

/** What is passed: so much land, or the thing with what is known of it. */
function thingFacts({ thing, parcels, ...terms }: NoticeTerms): { label: string; value: string }[] {
  if (thing) return [{ label: '标的', value: thing.name }, ...thing.own];
  return [{ label: '面积', value: `${formatMu(totalMu({ parcels, ...terms }))} 亩，${parcels.length} 块` }];
}

function spanText({ termStart, termEnd }: NoticeTerms): string {
  if (termEnd === null) return `${formatDay(termStart)}移交`;
  const span = term(termStart, termEnd);
  return `${formatTerm(span)}，共 ${termText(span)}`;
}

/** The text of a notice for an audience: the same words, other masks. */
export function noticeText(terms: NoticeTerms, words: NoticeWords, audience: Audience): PublicText {
  const material = (label: string, value: string) => ({ label, value, material: true });
  return {
    title: titleOf(terms, words),
    facts: [
      material(partyLabels.transferor, transferorText(terms, audience)),
      material(partyLabels.transferee, shownName(terms.transferee, audience)),
      ...thingFacts(terms).map(({ label, value }) => material(label, value)),
      material('方式', terms.mode),
      material('期限', spanText(terms)),
      material('价款', terms.price),
      material('年价款', terms.yearly),
      material('付款', terms.payment),
      material('用途', terms.use),
    ].filter((fact) => fact.value !== ''),
    paragraphs: [...words.basis, ...(terms.thing ? resultWords : landWords)(words.workingDays), words.where],
    parcels: terms.parcels.map((parcel, index) => ({
      number: index + 1,
      contractor: shownName(parcel.contractor, audience),
      name: parcel.name,
      code: parcel.code,
      bounds: audience === 'public' ? maskBounds(parcel.bounds) : parcel.bounds,
      area: parcel.areaMu,
      ...(parcel.registeredMu ? { registered: parcel.registeredMu } : {}),
      surveyed: parcel.surveyedMu ?? '',
    })),
  };
}

/** The text of an archived notice: what was transferred stays, who did goes (个人信息保护法第十九条). */
export function withoutNames(text: PublicText): PublicText {
  const named: readonly string[] = Object.values(partyLabels);
  return {
    ...text,
    facts: text.facts.map((fact) => (named.includes(fact.label) ? { ...fact, value: archivedWords } : fact)),
    parcels: text.parcels.map((parcel) => ({ ...parcel, contractor: '', bounds: '' })),
  };
}
