import {
  type Fen,
  type Mu,
  addDays,
  addFen,
  addYears,
  daysBetween,
  fen,
  perMuYear,
  share,
  sumDisplayed,
  termMonths,
  termOfYears,
  termYears,
} from '#kernel';
import type { LandView, ParcelRow, Sketch } from '#papers';
import { value, view } from '#platform';
import { plannedUses } from '#rights';
import type { TransferFacts } from './transfer.facts.js';
import { partText } from './deal.letter.js';
import { inKind } from './rent.rules.js';
import { priceParts } from './transfer.words.js';
import { landClasses } from './land.words.js';
import type { ParcelFact } from './transfers.queries.js';

/** A price far from the town's, as it was confirmed. */
export const priceConfirmedView = view('PriceConfirmed', {
  medianFen: value.fen(priceParts.medianFen),
  deals: value.count(priceParts.deals),
  percent: value.count(priceParts.percent),
});

/** The deal as papers name it. */
export function dealView(facts: TransferFacts) {
  const { record, term } = facts;
  return {
    caseNumber: record.number ?? '',
    transferor: record.transferorName,
    transferee: record.transfereeName,
    mode: record.mode,
    term: { from: term.start, to: term.end },
    use: useText(facts),
    priceFen: record.priceFen,
    rentInKind: inKind(record.rent),
    payment: record.payment,
  };
}

/** What one year costs: price per mu and year times the area, exact to the fen. */
export const annualRent = (facts: Pick<TransferFacts, 'record'>): Fen =>
  perMuYear(facts.record.priceFen, facts.record.areaMu);

/** What the whole term costs; null where the term is not of whole years. */
export function wholeRent(facts: TransferFacts): Fen | null {
  const years = termYears(facts.term);
  const whole = years > 0 && termOfYears(facts.term.start, years).end === facts.term.end;
  return whole ? fen(annualRent(facts) * years) : null;
}

/** 五年以上的可以向不动产登记机构申请登记；未经登记，不得对抗善意第三人（承包法第四十一条、民法典第三百四十一条）。 */
export const registrable = ({ term, parameters: { registrableYears } }: TransferFacts): number | null =>
  termMonths(term) >= registrableYears * 12 ? registrableYears : null;

/** What the whole term comes to: whole years, and the days beyond them as parts of a year of 365 days. */
export function termRent(facts: Pick<TransferFacts, 'record' | 'term'>): { totalFen: Fen; restDays: number } {
  const { start, end } = facts.term;
  const years = termYears(facts.term);
  const restDays = daysBetween(addYears(start, years), addDays(end, 1));
  const yearly = annualRent(facts);
  return { totalFen: addFen(fen(yearly * years), share(yearly, restDays, 365)), restDays };
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
