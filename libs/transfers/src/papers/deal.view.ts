import { type Fen, type Mu, fen, formatYuan, perMuYear, sumDisplayed, termOfYears, termYears } from '#kernel';
import type { DealView, LandView, ParcelRow, Sketch } from '#papers';
import { plannedUses } from '#rights';
import type { ParcelFact, TransferFacts } from '../transfer.facts.js';
import { transferModes } from '../transfer.entity.js';

/** The deal as papers and pages name it. */
export function dealView(facts: TransferFacts): DealView {
  const { record, term } = facts;
  return {
    caseNumber: record.number ?? '',
    transferor: record.transferorName,
    transferee: record.transfereeName,
    mode: transferModes[record.mode],
    term: { from: term.start, to: term.end },
    use: useText(facts),
    price: priceText(record.priceFen),
    payment: record.payment,
  };
}

export const priceText = (fen: Fen): string => `每亩每年 ${formatYuan(fen)} 元`;

/** What one year costs: price per mu and year times the area, exact to the fen. */
export const annualRent = (facts: Pick<TransferFacts, 'record'>): Fen =>
  perMuYear(facts.record.priceFen, facts.record.areaMu);

/** What the whole term costs, in fen as papers take it; empty where the term is not of whole years. */
export function wholeRent(facts: TransferFacts): Fen | null {
  const years = termYears(facts.term);
  const whole = years > 0 && termOfYears(facts.term.start, years).end === facts.term.end;
  return whole ? fen(annualRent(facts) * years) : null;
}

export function useText(facts: Pick<TransferFacts, 'record'>): string {
  const label = (plannedUses as Readonly<Record<string, string>>)[facts.record.purpose] ?? facts.record.purpose;
  return `${label}：${facts.record.crops}`;
}

/** One transferor's share of a case: its land, its contracts and what it gets a year. */
export interface GrantorShare {
  grantorId: string;
  name: string;
  contracts: readonly string[];
  parcels: number;
  areaMu: Mu;
  yearlyFen: Fen;
}

/** The case household by household, in the order of its parcels. */
export function grantorShares(facts: Pick<TransferFacts, 'record' | 'parcels'>): GrantorShare[] {
  return [...new Set(facts.parcels.map((parcel) => parcel.grantorId))].map((grantorId) => {
    const own = facts.parcels.filter((parcel) => parcel.grantorId === grantorId);
    const areaMu = sumDisplayed(own.map((parcel) => parcel.areaMu));
    return {
      grantorId,
      name: own[0]?.grantorName ?? '',
      contracts: [...new Set(own.map((parcel) => parcel.contractCode))].filter((code) => code !== ''),
      parcels: own.length,
      areaMu,
      yearlyFen: perMuYear(facts.record.priceFen, areaMu),
    };
  });
}

/** The parcel table of every paper, as the legal record has it. */
export function landView(facts: TransferFacts, sketch?: Sketch): LandView {
  // 实测面积是调查时量的，不是登记簿上的。
  const measured = new Map(facts.surveyed.parcels.map((each) => [each.parcelCode, each.measuredMu]));
  return {
    location: facts.record.place,
    parcels: facts.parcels.map((parcel) => parcelRow(parcel, facts.record.place, measured.get(parcel.code) ?? null)),
    sketch,
  };
}

const sides: Readonly<Record<string, string>> = { east: '东', west: '西', south: '南', north: '北' };

function parcelRow(parcel: ParcelFact, village: string, measuredMu: Mu | null): ParcelRow {
  return {
    village,
    contractor: parcel.grantorName,
    name: parcel.name,
    code: parcel.code,
    bounds: parcel.boundaries,
    areaMu: parcel.areaMu,
    registeredMu: parcel.contractMu,
    measuredMu: measuredMu ?? undefined,
    grade: parcel.grade ?? undefined,
    landType: landClasses[parcel.landClass] ?? parcel.landClass,
    basicFarmland: parcel.basicFarmland,
    contractCode: parcel.contractCode,
    part: partText(parcel),
  };
}

/** 整块, or how much from which side. */
export function partText(parcel: Pick<ParcelFact, 'whole' | 'side' | 'areaMu'>): string {
  if (parcel.whole || parcel.side === null) return '整块';
  return `${sides[parcel.side] ?? ''}边 ${parcel.areaMu.replace(/0+$/, '').replace(/\.$/, '')} 亩`;
}

/** GB/T 21010 names of the classes that a transfer meets, with the older three-digit codes of NY/T 2539. */
export const landClasses: Readonly<Record<string, string>> = {
  '0101': '水田',
  '0102': '水浇地',
  '0103': '旱地',
  '0201': '果园',
  '0202': '茶园',
  '0204': '其他园地',
  '011': '水田',
  '012': '水浇地',
  '013': '旱地',
  '021': '果园',
  '1104': '坑塘水面',
  '1202': '设施农用地',
};
