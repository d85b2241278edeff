import { type Actor, formatDay, formatMu, formatTerm, formatYuan, holds, maskName, termText } from '#kernel';
import { encumbrancePosts } from '#rights';
import { furtherTerms } from '../applications/agreed.js';
import { saidOfParts } from '../facts/case-parts.js';
import { checkItems, isCheckItem } from '../desks/checklist.js';
import { isTheirs } from './consent-sections.view.js';
import { partText } from '../papers/deal.letter.js';
import { annualRent, dealView, grantorShares, useText } from '../papers/deal.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { ReturnRow, ReviewRow } from '../transfers.queries.js';
import { transferWorkflow } from '../transfer.workflow.js';

export function dealFacts(facts: TransferFacts, staff: boolean): { label: string; value: string; href: string }[] {
  const { record, term } = facts;
  const deal = dealView(facts);
  const ends = facts.parcels.flatMap((parcel) => (parcel.contractEndsOn ? [parcel.contractEndsOn] : [])).toSorted();
  const lines: [string, string][] = [
    ['转出方', staff ? deal.transferor : maskTransferor(record.transferorName)],
    ['受让方', record.transfereeName],
    ['面积', `${formatMu(record.areaMu)} 亩，${record.parcelCount} 块`],
    ['期限', `${formatTerm(term)}（${termText(term)}）`],
    ['最早到期的承包合同', ends[0] ? `到${formatDay(ends[0])}` : '没有承包到户'],
    ['价款', `${formatYuan(record.priceFen)} 元/亩/年，每年 ${formatYuan(annualRent(facts))} 元`],
    ['付款', record.payment],
    ['用途', useText(facts)],
    ['经营能力', record.ability],
    ...[...furtherTerms(record), ...saidOfParts(facts)].map(({ label, value }): [string, string] => [label, value]),
  ];
  if (record.contractNumber) lines.push(['合同编号', record.contractNumber]);
  if (record.filingNumber) lines.push(['备案编号', record.filingNumber]);
  if (record.endedReason) lines.push(['结束原因', record.endedReason]);
  if (record.landReturnedOn) lines.push(['土地交还', formatDay(record.landReturnedOn)]);
  return [...lines.map(([label, value]) => ({ label, value, href: '' })), ...relatives(facts)];
}

/** The case that this one renews, and the one that renews it. */
function relatives({ renews, renewal }: TransferFacts): { label: string; value: string; href: string }[] {
  const state = renewal && transferWorkflow.states[renewal.state].label;
  return [
    ...(renews
      ? [
          {
            label: '续期自',
            value: `${renews.number}，到 ${formatDay(renews.endsOn)}`,
            href: `/transfers/${renews.id}`,
          },
        ]
      : []),
    ...(renewal
      ? [
          {
            label: '续期',
            value: `${renewal.number ?? '草稿'}，到 ${formatDay(renewal.endsOn)}，${state}`,
            href: `/transfers/${renewal.id}`,
          },
        ]
      : []),
  ];
}

export function maskTransferor(name: string): string {
  const [first, ...rest] = name.split(' ');
  return [maskName(first ?? ''), ...rest].join(' ');
}

/** Each transferor's land and rent, where there are several; the other side's households by their family names only. */
export function shareTable(facts: TransferFacts, reader: Actor): object[] {
  const shares = grantorShares(facts);
  if (shares.length < 2) return [];
  const own = new Set(facts.consents.filter((each) => isTheirs(each, reader)).map((each) => each.householdId));
  return shares.map((share) => {
    const whole = reader.kind === 'staff' || own.has(share.grantorId);
    return {
      name: whole ? share.name : `${maskName(share.name.replace(/户$/, ''))}户`,
      href: whole && facts.record.kind === 'contracted' ? `/register/households/${share.grantorId}` : '',
      contracts: whole ? share.contracts.join('、') : '',
      parcels: share.parcels,
      area: formatMu(share.areaMu),
      yearly: formatYuan(share.yearlyFen),
    };
  });
}

export function parcelTable(facts: TransferFacts, reader: Actor): object {
  // A neighbour in the same case, and the other side, know a household by its family name.
  const own = new Set(facts.consents.filter((each) => isTheirs(each, reader)).map((each) => each.householdId));
  const whole = (grantorId: string): boolean => reader.kind === 'staff' || own.has(grantorId);
  const measured = new Map(facts.surveyed.parcels.map((each) => [each.parcelCode, each.measuredMu]));
  return {
    caption: `${facts.parcels.length} 块，合计 ${formatMu(facts.record.areaMu)} 亩`,
    parcels: facts.parcels.map((parcel) => ({
      number: parcel.seq,
      name: parcel.whole ? parcel.name : `${parcel.name}（${partText(parcel)}）`,
      contractor: whole(parcel.grantorId) ? parcel.grantorName : maskName(parcel.grantorName),
      code: parcel.code,
      bounds: `东${parcel.boundaries.east}、南${parcel.boundaries.south}、西${parcel.boundaries.west}、北${parcel.boundaries.north}`,
      area: parcel.areaMu,
      registered: parcel.contractMu,
      surveyed: measured.get(parcel.code) ?? '',
    })),
    lets: true,
    area: facts.record.areaMu,
    surveyed: facts.surveyed.measuredMu ?? '',
  };
}

/** Live mortgages on the land or on the case's own right, and whether each mortgagee agreed to this case. */
export function mortgageChecks(facts: TransferFacts, reader: Actor): object[] {
  const opens = reader.kind === 'staff' && holds(reader, ...encumbrancePosts);
  return facts.land.mortgages.map(({ id, mortgageeName, consented }) => ({
    title: reader.kind === 'staff' || facts.belongsTo(reader) ? mortgageeName : '抵押权人',
    result: consented ? 'yes' : '',
    text: consented ? '已书面同意这件流转。' : '地抵押着，还没有抵押权人的书面同意。',
    way: opens ? { href: `/encumbrances/${id}`, label: '看这笔抵押' } : null,
    article: '民法典第406条',
  }));
}

/** 一次性告知：what the last return asks for, while the case waits for it; null at any other time. */
export function askedFor(
  state: string | null,
  returns: readonly Pick<ReturnRow, 'level' | 'defects'>[],
  staff = false,
): object | null {
  const last = returns.at(-1);
  // 县里退给镇里的，先由镇里看；要申请人补的，镇里再退。
  const town = state === 'county_returned' && staff;
  if (!last || (state !== 'correction' && !town)) return null;
  return {
    title: town
      ? `县里退回，要补 ${last.defects.length} 项，一次说全了`
      : `镇里请您补 ${last.defects.length} 项，一次说全了`,
    items: last.defects.map(({ item, fault, text, rule }) => ({
      title: item,
      text: [fault, text].filter(Boolean).join('。'),
      article: rule,
    })),
  };
}

export function checkLines(facts: TransferFacts, reviews: readonly ReviewRow[]): CheckLine[] {
  const current = reviews.findLast((each) => each.level === 'county');
  if (!current && facts.record.state !== 'county_review') return [];
  const filled = new Map((current?.checklist ?? []).map((check) => [check.item, check]));
  return Object.entries(checkItems).map(([item, { label, hint, rule }]) => {
    const check = isCheckItem(item) ? filled.get(item) : undefined;
    const result = check?.result === 'none' ? 'yes' : (check?.result ?? '');
    const note = check?.result === 'none' ? `不适用。${check.note}` : (check?.note ?? '');
    return { title: label, result, text: note === '' ? hint : note, way: null, article: rule };
  });
}

/** A line of the county's checklist: `result` is empty until it is looked at. */
export interface CheckLine {
  title: string;
  result: string;
  text: string;
  way: null;
  article: string;
}

export function noticeText(facts: TransferFacts): string {
  const [first] = facts.notice?.blockers ?? [];
  return first ? `${first.text}。` : '公示期满，没有异议，没有未答复的优先主张。';
}

export function moneyLines(facts: TransferFacts): object[] {
  const { deposit } = facts;
  if (!deposit) return [];
  if (deposit.waived)
    return [{ label: '风险保障金', value: `免缴：${deposit.explanation.join('')}`, href: `/deposits/${deposit.id}` }];
  return [
    { label: '应交', value: `${formatYuan(deposit.amountFen)} 元`, href: `/deposits/${deposit.id}` },
    { label: '已交', value: deposit.secured ? '以保函、保险代替' : `${formatYuan(deposit.heldFen)} 元`, href: '' },
    { label: '依据', value: deposit.legalBasis, href: '' },
  ];
}
