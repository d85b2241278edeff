import { type Mu, ZERO_MU, sumDisplayed } from '#kernel';
import type { Sketch } from './drawing/map-sketch.js';

/** One parcel as every paper shows it. Areas are decimal text in mu, as entered in the legal record. */
export interface ParcelRow {
  readonly village?: string | undefined;
  readonly contractor: string;
  readonly name: string;
  readonly code: string;
  /** 东、南、西、北. */
  readonly bounds?:
    { readonly east: string; readonly south: string; readonly west: string; readonly north: string } | undefined;
  /** What is let: the whole parcel, or the part of it. */
  readonly areaMu: Mu;
  /** 确权面积, as the contract was registered. */
  readonly registeredMu?: Mu | undefined;
  readonly measuredMu?: Mu | undefined;
  readonly grade?: string | undefined;
  readonly landType?: string | undefined;
  readonly basicFarmland?: boolean | undefined;
  readonly contractCode?: string | undefined;
  readonly certificateNumber?: string | undefined;
  /** 整块 or 部分, with the portion's words. */
  readonly part?: string | undefined;
  readonly use?: string | undefined;
  readonly encumbrance?: string | undefined;
  readonly note?: string | undefined;
}

/** Parcels and their sketch; total and count are worked out when the paper is drawn. */
export interface LandView {
  /** Town and village, as an address: 殷巷镇李家桥村. */
  readonly location: string;
  readonly parcels: readonly ParcelRow[];
  readonly sketch?: Sketch | undefined;
}

/** Who granted how much of the land, by which contracts. */
interface GrantorView {
  readonly name: string;
  readonly contracts: readonly string[];
  readonly parcels: number;
  readonly areaMu: Mu;
}

/** What the parcels of a paper come to; an area that none of them has comes to nothing. */
export interface LandSums {
  readonly parcelCount: number;
  readonly totalMu: Mu;
  readonly registeredTotalMu: Mu | null;
  readonly measuredTotalMu: Mu | null;
  /** Where the land of several households came together. */
  readonly grantors: readonly GrantorView[];
}

export function landSums(parcels: readonly ParcelRow[]): LandSums {
  const sumOf = (areas: readonly (Mu | undefined)[]): Mu | null =>
    areas.some(Boolean) ? sumDisplayed(areas.map((area) => area || ZERO_MU)) : null;
  return {
    parcelCount: parcels.length,
    totalMu: sumDisplayed(parcels.map(({ areaMu }) => areaMu)),
    registeredTotalMu: sumOf(parcels.map(({ registeredMu }) => registeredMu)),
    measuredTotalMu: sumOf(parcels.map(({ measuredMu }) => measuredMu)),
    grantors: grantorsOf(parcels),
  };
}

function grantorsOf(parcels: readonly ParcelRow[]): GrantorView[] {
  const names = [...new Set(parcels.map(({ contractor }) => contractor))];
  if (names.length < 2) return [];
  return names.map((name) => {
    const own = parcels.filter(({ contractor }) => contractor === name);
    const contracts = [...new Set(own.flatMap(({ contractCode }) => contractCode || []))];
    return { name, contracts, parcels: own.length, areaMu: sumDisplayed(own.map(({ areaMu }) => areaMu)) };
  });
}
