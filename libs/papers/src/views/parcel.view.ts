import { totalMu } from '../drawing/words.js';

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
  readonly areaMu: string;
  /** 确权面积, as the contract was registered. */
  readonly registeredMu?: string | undefined;
  readonly measuredMu?: string | undefined;
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

/** Who granted how much of the land, by which contracts. */
interface GrantorView {
  readonly name: string;
  readonly contracts: readonly string[];
  readonly parcels: number;
  readonly areaMu: string;
}

/** What the parcels of a paper come to; an area that none of them has comes to nothing. */
export interface LandSums {
  readonly parcelCount: number;
  readonly totalMu: string;
  readonly registeredTotalMu: string;
  readonly measuredTotalMu: string;
  /** Where the land of several households came together. */
  readonly grantors: readonly GrantorView[];
}

export function landSums(parcels: readonly ParcelRow[]): LandSums {
  const sumOf = (areas: readonly (string | undefined)[]): string =>
    areas.some(Boolean) ? totalMu(areas.map((area) => area || '0')) : '';
  return {
    parcelCount: parcels.length,
    totalMu: totalMu(parcels.map(({ areaMu }) => areaMu)),
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
    return { name, contracts, parcels: own.length, areaMu: totalMu(own.map(({ areaMu }) => areaMu)) };
  });
}
