import { type Actor, mu, reaches, sumDisplayed } from '#kernel';
import type { Household as Kept, MemberView, PartyView } from '#parties';
import { type Of, value, view } from '#platform';
import { chainLinkView } from './contract/contract.view.js';
import type { ChainLink } from './contracts.queries.js';
import { type MortgageLine, mortgageLineView } from './encumbrance.view.js';
import type { LandRow, OccupancyRow } from './land.queries.js';
import type { ContractLine, GrantedLine } from './register.queries.js';
import { recordLabels as labels } from './register.words.js';
import { statuses } from './right.words.js';
import { termOf } from './term-range.js';
import { overlapParts } from './overlap.words.js';
import type { OverlapOfParcelRow } from './overlaps.queries.js';

const boundsView = view('ParcelBounds', {
  east: value.text(labels.side.east),
  south: value.text(labels.side.south),
  west: value.text(labels.side.west),
  north: value.text(labels.side.north),
});

const memberView = view('HouseholdMember', {
  personId: value.id(),
  name: value.text(labels.member.name),
  relation: value.text(labels.member.relation),
  sex: value.text(labels.member.sex),
  age: value.maybe(value.count(labels.member.age)),
  paper: value.text(labels.member.paper),
  /** Empty while nobody has proved who it is. */
  identity: value.text(labels.identity),
  coRight: value.flag(labels.member.coRight),
  note: value.text(labels.member.note),
});

const contractView = view('HouseholdContract', {
  id: value.id(),
  code: value.text(labels.contract.code),
  termFrom: value.day(labels.contract.termFrom),
  termTo: value.day(labels.contract.termTo),
  endsOn: value.day(labels.contract.endsOn),
  extended: value.flag(labels.contract.extended),
  follows: value.maybe(value.text(labels.contract.follows)),
  areaMu: value.mu(labels.contract.areaMu),
  legacy: value.flag(labels.contract.legacy),
});

const ownParcelView = view('HouseholdParcel', {
  id: value.id(),
  code: value.text(labels.parcel.code),
  name: value.text(labels.parcel.name),
  bounds: boundsView,
  contractMu: value.mu(labels.parcel.contractMu),
  measuredMu: value.maybe(value.mu(labels.parcel.measuredMu)),
});

const grantedView = view('GrantedLand', {
  parcelId: value.id(),
  parcel: value.text(labels.parcel.name),
  transferId: value.id(),
  holder: value.text(labels.holder),
  areaMu: value.mu(labels.areaMu),
  whole: value.flag(labels.whole),
  termStart: value.day(labels.termStart),
  termEnd: value.day(labels.termEnd),
  status: value.code(statuses, labels.status),
});

/** One household of the register, to its office and to itself. */
export const householdView = view(
  'Household',
  {
    id: value.id(),
    name: value.text(labels.name),
    place: value.text(labels.place),
    contractorCode: value.text(labels.contractorCode),
    representative: value.text(labels.representative),
    identity: value.text(labels.identity),
    phone: value.text(labels.phone),
    address: value.text(labels.address),
    members: value.many(memberView, labels.members),
    /** By the household's own record; null where no file said it. */
    memberCount: value.maybe(value.count(labels.memberCount)),
    endedOn: value.maybe(value.day(labels.endedOn)),
    contracts: value.many(contractView, labels.contracts),
    areaMu: value.mu(labels.parcel.contractMu),
    measuredMu: value.maybe(value.mu(labels.parcel.measuredMu)),
    parcels: value.many(ownParcelView, labels.parcels),
    granted: value.many(grantedView, labels.granted),
    mortgages: value.many(mortgageLineView, labels.mortgages),
  },
  labels.household,
);
export type Household = Of<typeof householdView>;

const heldView = view('ParcelRight', {
  rightId: value.id(),
  holder: value.text(labels.holder),
  areaMu: value.mu(labels.areaMu),
  whole: value.flag(labels.whole),
  termStart: value.day(labels.termStart),
  termEnd: value.day(labels.termEnd),
  status: value.code(statuses, labels.status),
  transferId: value.maybe(value.id()),
});

const overlapView = view('ParcelOverlap', {
  parcelId: value.maybe(value.id()),
  code: value.text(labels.parcel.code),
  name: value.text(labels.parcel.name),
  areaM2: value.text(overlapParts.areaM2),
  counts: value.flag(overlapParts.counts),
  heldUntil: value.maybe(value.day(overlapParts.heldUntil)),
});

/** One parcel of the register, to its office and to whoever has it under contract. */
export const parcelView = view('RegisteredParcel', {
  id: value.id(),
  code: value.text(labels.parcel.code),
  name: value.text(labels.parcel.name),
  place: value.text(labels.place),
  contractor: value.maybe(value.text(labels.parcel.contractor)),
  householdId: value.maybe(value.id()),
  bodyId: value.maybe(value.id()),
  issuer: value.text(labels.parcel.issuer),
  contractCode: value.maybe(value.text(labels.parcel.contractCode)),
  contractEnd: value.maybe(value.day(labels.parcel.contractEnd)),
  contractMu: value.mu(labels.parcel.contractMu),
  measuredMu: value.maybe(value.mu(labels.parcel.measuredMu)),
  landClass: value.text(labels.parcel.landClass),
  grade: value.maybe(value.count(labels.parcel.grade)),
  basicFarmland: value.flag(labels.parcel.basicFarmland),
  bounds: boundsView,
  legacyReason: value.maybe(value.text(labels.parcel.legacyReason)),
  chain: value.many(chainLinkView, labels.chain),
  rights: value.many(heldView, labels.held),
  overlaps: value.many(overlapView, overlapParts.list),
  mortgages: value.many(mortgageLineView, labels.mortgages),
});
export type RegisteredParcel = Of<typeof parcelView>;

const boundsOf = ({ east, south, west, north }: LandRow): Of<typeof boundsView> => ({ east, south, west, north });

/** What the page of a household is read from. */
export interface HouseholdRead {
  household: PartyView;
  record: Pick<Kept, 'memberCount' | 'endedOn'>;
  place: string;
  members: readonly MemberView[];
  contracts: readonly ContractLine[];
  land: readonly LandRow[];
  granted: readonly GrantedLine[];
  mortgages: readonly MortgageLine[];
}

export function householdOf({ household, record, place, land, mortgages, ...read }: HouseholdRead): Household {
  const { id, name, contractorCode, representative, code: identity, phone, address } = household;
  const measured = land.flatMap(({ measuredMu }) => (measuredMu === null ? [] : [mu(measuredMu)]));
  return {
    ...{ id, name, place, contractorCode, representative, identity, phone, address, mortgages },
    ...{ memberCount: record.memberCount, endedOn: record.endedOn },
    members: read.members.map(({ personId, name: of, relation, sex, age, paper, identity: number, coRight, note }) => ({
      ...{ personId, name: of, relation, sex, age, paper, identity: number, coRight, note },
    })),
    contracts: read.contracts.map(
      ({ id: contractId, code, termFrom, termTo, endsOn, extended, follows, areaMu, legacy }) => ({
        ...{ id: contractId, code, termFrom, termTo, endsOn, extended, follows, areaMu, legacy },
      }),
    ),
    areaMu: sumDisplayed(land.map(({ contractMu }) => mu(contractMu))),
    measuredMu: measured.length === land.length ? sumDisplayed(measured) : null,
    parcels: land.map(({ id: parcelId, code, name: of, contractMu, measuredMu, ...row }) => ({
      ...{ id: parcelId, code, name: of, contractMu, measuredMu },
      bounds: boundsOf(row as LandRow),
    })),
    granted: read.granted.map(grantedOf),
  };
}

function grantedOf({ parcelId, parcelName, transferId, holder, areaMu, whole, term, status }: GrantedLine) {
  const { start: termStart, end: termEnd } = termOf(term);
  return { parcelId, parcel: parcelName, transferId, holder, areaMu, whole, termStart, termEnd, status };
}

export function parcelOf(
  land: LandRow,
  place: string,
  chain: readonly ChainLink[],
  occupied: readonly OccupancyRow[],
  mortgages: readonly MortgageLine[],
  overlaps: readonly OverlapOfParcelRow[],
  me: Actor,
): RegisteredParcel {
  const { id, code, name, contractCode, contractEnd, contractMu, measuredMu, landClass, basicFarmland } = land;
  return {
    ...{ id, code, name, place, contractCode, contractEnd, contractMu, measuredMu, landClass, basicFarmland },
    contractor: land.contractorName,
    householdId: land.contractorKind === 'household' ? land.contractorId : null,
    bodyId: land.contractorKind === 'body' ? land.contractorId : null,
    issuer: land.issuerName,
    grade: land.grade === null ? null : Number(land.grade),
    bounds: boundsOf(land),
    legacyReason: land.legacyReason,
    chain: chain.map(({ contractorId: _id, ...each }) => each),
    rights: occupied.map(heldOf),
    mortgages,
    overlaps: overlaps.map((row) => overlapOf(row, me)),
  };
}

/** Whoever may open the other parcel is led to it; to others it is a code, as on a boundary mark. */
function overlapOf({ id, officeCode, ...row }: OverlapOfParcelRow, me: Actor): Of<typeof overlapView> {
  const { code, name, areaM2, counts, heldUntil } = row;
  return { parcelId: reaches(me, officeCode) ? id : null, code, name, areaM2, counts, heldUntil };
}

function heldOf({ rightId, holderName: holder, areaMu, whole, term, status, subject, subjectId }: OccupancyRow) {
  const { start: termStart, end: termEnd } = termOf(term);
  const transferId = subject === 'transfer' ? subjectId : null;
  return { rightId, holder, areaMu, whole, termStart, termEnd, status, transferId };
}
