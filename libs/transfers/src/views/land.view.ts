import { type Actor, maskName } from '#kernel';
import { sides } from '#inspections';
import { type Of, value, view } from '#platform';
import { grantorShares } from '../deal.view.js';
import { contractorMoved } from '../ground.rules.js';
import type { TransferFacts } from '../transfer.facts.js';
import { parcelParts, shareParts } from './transfer-page.words.js';
import { maskHousehold, ownHouseholds } from '../household-sight.js';

const boundsView = view('TransferParcelBounds', {
  east: value.text(sides.east),
  south: value.text(sides.south),
  west: value.text(sides.west),
  north: value.text(sides.north),
});

/** A parcel of a case, whole or so many mu from one side. */
export const transferParcelView = view('TransferParcel', {
  number: value.count(parcelParts.number),
  code: value.text(parcelParts.code),
  name: value.text(parcelParts.name),
  contractor: value.text(parcelParts.contractor),
  whole: value.flag(parcelParts.whole),
  side: value.maybe(value.code(sides, parcelParts.side)),
  areaMu: value.mu(parcelParts.areaMu),
  registeredMu: value.mu(parcelParts.registeredMu),
  surveyedMu: value.maybe(value.mu(parcelParts.surveyedMu)),
  /** Today's contract, and the one that the town accepted; to whoever may know the household. */
  contractCode: value.maybe(value.text(parcelParts.contractCode)),
  acceptedContract: value.maybe(value.text(parcelParts.acceptedContract)),
  /** The register names another contractor than the one who lets it. */
  moved: value.flag(parcelParts.moved),
  bounds: boundsView,
});

/** Whose affairs a reader sees whole. A neighbour in the same case, and the other side, know a household by its family name. */
function seesWhole(facts: TransferFacts, reader: Actor): (grantorId: string) => boolean {
  const own = ownHouseholds(facts, reader);
  return (grantorId) => reader.kind === 'staff' || own.has(grantorId);
}

export function parcelsOf(facts: TransferFacts, reader: Actor): Of<typeof transferParcelView>[] {
  const whole = seesWhole(facts, reader);
  const measured = new Map(facts.surveyed.parcels.map((each) => [each.parcelCode, each.measuredMu]));
  return facts.parcels.map((parcel) => ({
    ...{ number: parcel.seq, code: parcel.code, name: parcel.name, whole: parcel.whole, areaMu: parcel.areaMu },
    contractor: whole(parcel.grantorId) ? parcel.grantorName : maskName(parcel.grantorName),
    side: parcel.side as keyof typeof sides | null,
    registeredMu: parcel.contractMu,
    surveyedMu: measured.get(parcel.code) ?? null,
    contractCode: whole(parcel.grantorId) ? parcel.contractCode || null : null,
    acceptedContract: whole(parcel.grantorId) ? parcel.acceptedContract : null,
    moved: contractorMoved(parcel, facts.record.kind),
    bounds: parcel.boundaries,
  }));
}

/** One transferor's land and rent. */
export const shareView = view('TransferShare', {
  householdId: value.maybe(value.id()),
  name: value.text(shareParts.name),
  contracts: value.many(value.text(), shareParts.contracts),
  parcels: value.count(shareParts.parcels),
  areaMu: value.mu(shareParts.areaMu),
  yearlyFen: value.fen(shareParts.yearlyFen),
});

/** The case household by household; the other side's by their family names only. */
export function sharesOf(facts: TransferFacts, reader: Actor): Of<typeof shareView>[] {
  if (facts.record.kind !== 'contracted') return [];
  const sees = seesWhole(facts, reader);
  return grantorShares(facts).map(({ grantorId, name, contracts, parcels, areaMu, yearlyFen }) => {
    const whole = sees(grantorId);
    return {
      householdId: whole ? grantorId : null,
      name: whole ? name : maskHousehold(name),
      contracts: whole ? contracts : [],
      ...{ parcels, areaMu, yearlyFen },
    };
  });
}
