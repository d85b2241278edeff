import { type Day, type Mu, addMu, canonical, maskName, mu } from '#kernel';
import type { ChangedTerm } from './notice.words.js';

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
  /** What is passed, where that is no parcels of the register. */
  thing?: { name: string; areaMu: Mu; own: readonly { label: string; value: string }[] };
  parcels: TermParcel[];
  transferors: PartyName[];
  transferee: PartyName;
  /** 出租（转包）, 入股 … in words. */
  mode: string;
  termStart: Day;
  /** Null for what passes for good on the first day. */
  termEnd: Day | null;
  /** '900 元/亩/年' and '每年 108,000.00 元', as the contract will say. */
  price: string;
  yearly: string;
  payment: string;
  use: string;
}

/** What differs between two versions; [] for the same terms. */
export function changedTerms(before: NoticeTerms, after: NoticeTerms): ChangedTerm[] {
  const looked: Readonly<Record<ChangedTerm, (terms: NoticeTerms) => unknown>> = {
    parcels: ({ parcels, thing = null }) => [thing, ...parcels.map(({ code, bounds }) => [code, bounds])],
    area: ({ parcels }) => parcels.map(({ code, areaMu }) => [code, mu(areaMu)]),
    parties: (terms) => [terms.transferors, terms.transferee, terms.parcels.map(({ contractor }) => contractor)],
    mode: (terms) => terms.mode,
    term: (terms) => [terms.termStart, terms.termEnd],
    price: (terms) => [terms.price, terms.yearly, terms.payment],
    use: (terms) => terms.use,
  };
  const names = Object.keys(looked) as ChangedTerm[];
  return names.filter((name) => canonical(looked[name](before)) !== canonical(looked[name](after)));
}

export function totalMu(terms: NoticeTerms): Mu {
  if (terms.thing) return terms.thing.areaMu;
  return addMu(...terms.parcels.map((parcel) => mu(parcel.areaMu)));
}

/** Who reads: the village's own board may name heads of households in full, nobody else may (个人信息保护法第三十四条). */
export type Audience = 'public' | 'board';

export function shownName(party: PartyName, audience: Audience): string {
  return party.person && audience === 'public' ? maskName(party.name) : party.name;
}
