import { type Day, type Mu, addMu, canonical, formatMu, formatTerm, maskName, mu, term, termText } from '#kernel';
import type { PublicText } from '#publications';

/** A name as a notice may have to mask it: a person's is masked everywhere but on the village's own board. */
export interface PartyName {
  name: string;
  person: boolean;
}

export interface TermParcel {
  code: string;
  name: string;
  /** Head of the household that has the contract; a body for land that is not contracted out. */
  contractor: PartyName;
  bounds: string;
  areaMu: string;
  /** 确权面积, where only a part may be let; null in terms of before this was kept. */
  registeredMu?: string | null;
  surveyedMu: string | null;
}

/** The terms of a deal. A change of any of them is a new notice; everything else is words. */
export interface NoticeTerms {
  parcels: TermParcel[];
  transferors: PartyName[];
  transferee: PartyName;
  /** 出租（转包）, 入股 … in words. */
  mode: string;
  termStart: Day;
  termEnd: Day;
  /** '900 元/亩/年' and '每年 108,000.00 元', as the contract will say. */
  price: string;
  yearly: string;
  payment: string;
  use: string;
}

/** What a notice says beside the terms. */
export interface NoticeWords {
  town: string;
  village: string;
  /** 本次流转由…初审，…审核通过。 and what else was done before: decision, approval of outside capital. */
  basis: readonly string[];
  /** Where and until when one may object. */
  where: string;
}

/** What differs between two versions, in the words of the notice; [] for the same terms. */
export function changedTerms(before: NoticeTerms, after: NoticeTerms): string[] {
  const looked: readonly [string, (terms: NoticeTerms) => unknown][] = [
    ['地块', (terms) => terms.parcels.map(({ code, bounds }) => [code, bounds])],
    ['面积', (terms) => terms.parcels.map(({ code, areaMu }) => [code, mu(areaMu)])],
    ['当事人', (terms) => [terms.transferors, terms.transferee, terms.parcels.map(({ contractor }) => contractor)]],
    ['方式', (terms) => terms.mode],
    ['期限', (terms) => [terms.termStart, terms.termEnd]],
    ['价款', (terms) => [terms.price, terms.yearly, terms.payment]],
    ['用途', (terms) => terms.use],
  ];
  return looked.filter(([, pick]) => canonical(pick(before)) !== canonical(pick(after))).map(([label]) => label);
}

export function totalMu(terms: NoticeTerms): Mu {
  return addMu(...terms.parcels.map((parcel) => mu(parcel.areaMu)));
}

/** Who reads: the village's own board may name heads of households in full, nobody else may (个人信息保护法第三十四条). */
export type Audience = 'public' | 'board';

export function shownName(party: PartyName, audience: Audience): string {
  return party.person && audience === 'public' ? maskName(party.name) : party.name;
}

export function titleOf(terms: NoticeTerms, words: Pick<NoticeWords, 'town' | 'village'>): string {
  return `关于${words.town}${words.village} ${formatMu(totalMu(terms))} 亩土地经营权流转的公示`;
}

export function transferorText(terms: NoticeTerms, audience: Audience): string {
  const [first, ...others] = terms.transferors;
  if (!first) return '';
  return others.length === 0
    ? shownName(first, audience)
    : `${shownName(first, audience)} 等 ${terms.transferors.length} 户`;
}

/** The text of a notice for an audience: the same words, other masks. */
export function noticeText(terms: NoticeTerms, words: NoticeWords, audience: Audience): PublicText {
  const span = term(terms.termStart, terms.termEnd);
  const material = (label: string, value: string) => ({ label, value, material: true });
  return {
    title: titleOf(terms, words),
    facts: [
      material('转出方', transferorText(terms, audience)),
      material('受让方', shownName(terms.transferee, audience)),
      material('面积', `${formatMu(totalMu(terms))} 亩，${terms.parcels.length} 块`),
      material('方式', terms.mode),
      material('期限', `${formatTerm(span)}，共 ${termText(span)}`),
      material('价款', terms.price),
      material('年价款', terms.yearly),
      material('付款', terms.payment),
      material('用途', terms.use),
    ].filter((fact) => fact.value !== ''),
    paragraphs: [
      ...words.basis,
      '现按商河县农村产权流转交易公布的流程书面公示，听取意见（书面公示的效力，见最高人民法院关于审理涉及农村土地承包纠纷案件适用法律问题的解释第十一条）。公示期不少于 7 个工作日，自三处公示都有凭证的次日起算。',
      '对本次流转有异议的，请在公示期内提出，并尽量附上凭证。',
      // 公示后不在合理期限内主张优先权的，不再保护（承包纠纷解释第十一条第一项）。
      '本集体经济组织成员愿意以同等价款、期限等条件受让的，请在公示期内书面提出；过期没有提出的，不能再主张（农村土地承包法第三十八条第五项）。',
      words.where,
    ],
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

// What a parcel may border on that is nobody's name. Whatever is not known to be such a thing is masked as a name.
const landmark =
  /^(?:[路渠沟河井塘坝堤林]|[大小土马水公]路|[大小]河|[荒空坟林园]地|荒[坡山]|胡同|.*(?:(?:生产|田间|机耕|村界|公)路|(?:田间|机耕|街|省|国|县|乡|村|河)道|道路|[水干支斗毛农排灌沟]渠|[水排河]沟|沟渠|[池水]塘|水库|林[带地]|果园|村庄|集体|机动地|堤坝))$/u;

/** Bounds name neighbours: 北王小明 is published as 北王＊＊, 南生产路 stays. Better a landmark masked than a name shown. */
export function maskBounds(bounds: string): string {
  return bounds.replace(
    /([东南西北]?(?:邻|至|接|临|：)?)([^、，,；;。\s]+)/gu,
    (_all, side: string, what: string) => side + (landmark.test(what) ? what : maskName(what)),
  );
}
