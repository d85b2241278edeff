import { type Day, folded, formatMu } from '#kernel';
import { pairsOf } from '#platform';
import { type PublicMap, type Venue, venueKinds } from '#publications';
import { noLastDay } from './notice.entity.js';
import { type NoticeWords, noticeText, titleOf, transferorText } from './notice.letter.js';
import { type NoticeTerms, shownName, totalMu } from './notice.terms.js';
import { type NoticeKind, muWord } from './notice.words.js';

/** What whoever wants a notice hands in: the terms of the deal, and the words around them. */
export interface NoticeDraft {
  /** What it is about: `transfer`, and which. */
  subject: string;
  subjectId: string;
  caseNumber: string;
  kind: NoticeKind;
  /** The issuer: its collective's members may claim priority (承包法第三十八条第五项). */
  issuerCode: string;
  /** Villages whose land it is, the first for the record's own office; each has a board. Twelve-digit codes. */
  villages: readonly { code: string; name: string; board: string }[];
  town: { code: string; name: string; screen: string };
  county: { code: string; name: string; screen: string };
  rulesDay: Day;
  terms: NoticeTerms;
  basis: readonly string[];
  where: string;
  workingDays: number;
  map: PublicMap | null;
}

/** The two renderings of the text, and the columns that lists and searches use. */
export function renderingsOf(draft: NoticeDraft) {
  const words: NoticeWords = {
    town: draft.town.name,
    village: draft.villages.map((village) => village.name).join('、'),
    basis: draft.basis,
    where: draft.where,
    workingDays: draft.workingDays,
  };
  const { terms } = draft;
  const title = titleOf(terms, words);
  const what = terms.thing?.name ?? `${formatMu(totalMu(terms))} ${muWord}`;
  const parties = `${transferorText(terms, 'public')} → ${shownName(terms.transferee, 'public')}，${what}，${terms.price}`;
  const searchText = [
    title,
    parties,
    draft.caseNumber,
    terms.use,
    terms.mode,
    ...terms.parcels.flatMap((parcel) => [parcel.code, parcel.name]),
  ].join('|');
  return {
    publicText: noticeText(terms, words, 'public'),
    boardText: noticeText(terms, words, 'board'),
    columns: {
      kind: draft.kind,
      issuerCode: draft.issuerCode,
      title,
      parties,
      town: words.town,
      village: words.village,
      areaMu: totalMu(terms),
      terms,
      searchText,
      endsOn: noLastDay,
    },
  };
}

/** What words are looked for in, once the number is known. */
export function searchColumns(
  searchText: string,
  number: string | null,
): { searchText: string; searchPairs: string[] } {
  const text = number === null ? searchText : `${searchText}|${number}`;
  return { searchText: folded(text), searchPairs: pairsOf(text) };
}

/** 村公示栏、屏幕（县中心和镇交易所两处）、网站：三处都要有（商河县公布流程）。 */
export function venuesOf(draft: NoticeDraft): Venue[] {
  const mandatory = true;
  return [
    ...draft.villages.map((village) => ({
      kind: 'village_board' as const,
      officeCode: village.code,
      place: village.board,
      mandatory,
    })),
    { kind: 'screen_county', officeCode: draft.county.code, place: draft.county.screen, mandatory },
    { kind: 'screen_town', officeCode: draft.town.code, place: draft.town.screen, mandatory },
    { kind: 'website', officeCode: draft.county.code, place: venueKinds.website, mandatory },
  ];
}
