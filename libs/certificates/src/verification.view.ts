import {
  type Day,
  dayOf,
  formatDay,
  formatTerm,
  maskName,
  timeOf,
  addMu,
  formatMu,
  mu,
  term,
  type Term,
} from '#kernel';
import { type CertificateView, type Paper, type Sketch, paperKinds } from '#papers';
import type { Encumbrance, MapView } from '#rights';
import { caseMap } from '#transfers';
import { type CertificateChange, changeKinds } from './certificate-change.entity.js';
import type { VerdictWords } from './certificate.verdict.js';
import type { CheckedRow } from './certificates.queries.js';
import { asItStands, changeItems, isChangeItem } from './change-items.js';

interface Fact {
  label: string;
  value: string;
  href: '';
}

/** The fields of `verify/show`, and of the JSON. */
export interface Answer {
  state: VerdictWords['state'] | 'unknown';
  stamp: string;
  heading: string;
  text: string;
  facts: Fact[];
  advice: string;
  tone: string;
  timeline: { title: string; state: ''; when: string; text: string }[];
  map: MapView | null;
  parcels: { number: number; name: string; code: string; contractor: string; area: string; part: string }[];
  /** The certificate of the renewal. A number that replaced this one is named, never linked: whoever found a lost sheet learns no new code. */
  next: { href: string; label: string } | null;
}

export interface CheckedCertificate {
  paper: Paper;
  view: CertificateView;
  row: CheckedRow;
  changes: readonly CertificateChange[];
  encumbrances: readonly Encumbrance[];
  words: VerdictWords;
}

const seen = (now: Date, number: string): string =>
  `${formatDay(dayOf(now))} ${timeOf(now)} 查的${number === '' ? '' : `，编号 ${number}`}`;
const factsOf = (lines: readonly (readonly [string, string])[]): Fact[] =>
  lines.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value, href: '' }));

/** The fields that the paper shows, as they stand today: names of people masked, organisations whole (个人信息保护法第34条). */
export function certificateAnswer(checked: CheckedCertificate, now: Date): Answer {
  const { paper, row, changes, encumbrances, words } = checked;
  const stands = asItStands(checked.view, changes);
  const body = row.holderKind === 'body';
  const hidden = (name: string): string => (body ? name : maskHousehold(name));
  const span: Term = term(stands.term.from as Day, stands.term.to as Day);
  const area = formatMu(addMu(...stands.parcels.map((parcel) => mu(parcel.areaMu))));
  const mortgages = encumbrances.filter((each) => each.standing === 'registered');
  return {
    ...words,
    text: seen(now, paper.number),
    facts: factsOf([
      ['权利人', hidden(stands.holder)],
      ['统一社会信用代码', body ? stands.holderId : ''],
      ['代表人', stands.representative ? maskName(stands.representative) : ''],
      ['取得方式', stands.mode],
      ['流转合同编号', stands.contractNumber],
      ['转出方', row.transferKind === 'contracted' ? maskHousehold(stands.transferor) : stands.transferor],
      ['发包方', stands.issuer],
      ['承包合同代码', stands.contracts ?? ''],
      ['坐落', stands.location],
      ['面积、块数', `${area} 亩，${stands.parcels.length} 块`],
      ['期限', formatTerm(span)],
      ['用途', stands.use],
      ['价款', stands.price],
      ['不动产登记', stands.realEstate],
      [
        '抵押',
        mortgages.length === 0
          ? '没有'
          : mortgages
              .map((each) => `${each.mortgageeName}${each.registeredOn ? `，${each.registeredOn} 登记` : ''}`)
              .join('；'),
      ],
      ['发证', `${formatDay(stands.issuedOn as Day)}，${paper.frame.authority}`],
    ]),
    next: row.renewal && { href: `/verify/${row.renewal.code}`, label: `续期的新证 ${row.renewal.number}` },
    timeline: timeline(checked),
    map: sketchMap(stands.sketch),
    parcels: stands.parcels.map((parcel, index) => ({
      number: index + 1,
      name: parcel.name,
      code: parcel.code,
      contractor: row.transferKind === 'contracted' ? maskHousehold(parcel.contractor) : parcel.contractor,
      area: formatMu(mu(parcel.areaMu)),
      part: parcel.part ?? '整块',
    })),
  };
}

function timeline({ row, changes, view }: CheckedCertificate): Answer['timeline'] {
  const line = (title: string, when: string | null): Answer['timeline'] =>
    when === null ? [] : [{ title, state: '', when, text: '' }];
  const shown = changes.filter((change) => !['propose', 'dismiss', 'ask_anew', 'refuse_anew'].includes(change.kind));
  return [
    ...line('签合同', row.signedOn),
    ...line('向发包方备案', row.filedOn),
    ...line('登记权利', row.recordedAt && dayOf(row.recordedAt)),
    ...line('发证', view.issuedOn),
    ...shown.flatMap((change) =>
      line(isChangeItem(change.item) ? `变更${changeItems[change.item].label}` : changeKinds[change.kind], change.day),
    ),
  ];
}

/** Any other paper of the exchange: its title, number, day, and whether it stands. */
export function paperAnswer(paper: Paper, now: Date): Answer {
  const { title } = paperKinds[paper.kind];
  const over = paper.voidedAt !== null;
  return {
    state: over ? 'cancelled' : 'valid',
    tone: over ? 'wait' : 'go',
    stamp: over ? '已作废' : '有效',
    heading: over ? `这份《${title}》是真的，但已经作废` : `这份《${title}》是真的`,
    text: seen(now, paper.number),
    facts: factsOf([
      ['文书', title],
      ['编号', paper.number],
      ['出具日期', formatDay(paper.madeOn)],
      ['出具机关', paper.frame.authority],
      ['作废日期', paper.voidedAt === null ? '' : formatDay(dayOf(paper.voidedAt))],
    ]),
    advice: over
      ? '作废的文书不能再用。有疑问打电话问县中心。'
      : '请和手里的纸核对名称、编号和日期。有一项不一样，打电话问县中心。',
    timeline: [],
    map: null,
    parcels: [],
    next: null,
  };
}

export function unknownAnswer(now: Date): Answer {
  return {
    state: 'unknown',
    tone: 'stop',
    stamp: '查不到',
    heading: '没有这个查验码',
    text: seen(now, ''),
    facts: [],
    advice: '先看是不是抄错了一个字。纸上就是这样印的，可能是假的：不要付钱，打电话问县中心。',
    timeline: [],
    map: null,
    parcels: [],
    next: null,
  };
}

export function alteredAnswer(paper: Paper, now: Date): Answer {
  return {
    ...unknownAnswer(now),
    stamp: '停用',
    heading: '这份文书的记录和出具时不一致，已经停用',
    text: seen(now, paper.number),
    advice: '不要付钱。请把纸拿到县中心核对。',
  };
}

/** 王麦生户 等 8 户 → 王＊＊户 等 8 户. */
export function maskHousehold(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const masked = first.endsWith('户') && first.length > 2 ? `${maskName(first.slice(0, -1))}户` : maskName(first);
  return [masked, ...rest].join(' ');
}

function sketchMap(sketch: Sketch | undefined): MapView | null {
  if (sketch?.unit !== 'metre') return null;
  return caseMap(
    sketch.plots.map(({ ring, number }) => ({ ring, number })),
    '证书上地块的示意图',
  );
}
