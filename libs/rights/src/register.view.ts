import { type Actor, type Day, type Term, formatDay, formatMu, formatTerm, mu, sumDisplayed } from '#kernel';
import type { MemberView, PartyRow, PartyView } from '#parties';
import { mayEncumber } from './encumbrance.posts.js';
import { encumbranceLine } from './encumbrance.view.js';
import type { EncumbranceRow } from './encumbrances.queries.js';
import type { LandRow, OccupancyRow } from './land.queries.js';
import { standings } from './management-right.entity.js';
import { type MapView, type PlotOnMap, mapView, onPlane } from './map.view.js';
import type { ContractLine, GrantedLine } from './register.queries.js';
import { termOf } from './term-range.js';

// GB/T 21010-2017, the classes a register of contracted land has.
// prettier-ignore
const landClasses: Readonly<Record<string, string>> = {
  '0101': '水田', '0102': '水浇地', '0103': '旱地', '0201': '果园', '0202': '茶园', '0204': '其他园地', '0301': '乔木林地', '0305': '灌木林地',
  '0307': '其他林地', '0401': '天然牧草地', '0403': '人工牧草地', '0404': '其他草地', '1101': '河流水面', '1104': '坑塘水面', '1202': '设施农用地', '1203': '田坎',
};

export function landClassName(code: string): string {
  return landClasses[code] ?? code;
}

export function boundsOf(land: Pick<LandRow, 'east' | 'south' | 'west' | 'north'>): string {
  return `东至${land.east || '—'}，南至${land.south || '—'}，西至${land.west || '—'}，北至${land.north || '—'}`;
}

type Neighbour = Pick<LandRow, 'id' | 'code' | 'name' | 'rings'>;

/** Parcels in the words of `parcel-table.hbs`. */
export function parcelTable(land: readonly LandRow[], contractor: string): object {
  return {
    caption: `${land.length} 块地`,
    area: sumDisplayed(land.map((row) => mu(row.contractMu))),
    lets: false,
    surveyed: land.every((row) => row.measuredMu !== null) ? sumDisplayed(land.map((row) => mu(row.measuredMu!))) : '',
    parcels: land.map((row, i) => ({
      number: String(i + 1),
      name: row.name,
      contractor,
      code: row.code,
      bounds: boundsOf(row),
      area: row.contractMu,
      registered: '',
      surveyed: row.measuredMu ?? '',
    })),
  };
}

export function householdView(
  household: { row: PartyRow; view: PartyView },
  members: readonly MemberView[],
  contracts: readonly ContractLine[],
  { land, around }: { land: readonly LandRow[]; around: readonly Neighbour[] },
  place: string,
): object {
  const own = new Set(land.map((row) => row.id));
  const others = around.flatMap((row): PlotOnMap[] =>
    row.rings && !own.has(row.id) ? [{ ring: onPlane(row.rings), kind: '', number: '', href: '', say: '' }] : [],
  );
  const plots: PlotOnMap[] = land.flatMap((row, i) =>
    row.rings
      ? [
          {
            ring: onPlane(row.rings),
            kind: 'on',
            number: String(i + 1),
            href: `/register/parcels/${row.id}`,
            say: `${i + 1} ${row.name} ${row.code}`,
          },
        ]
      : [],
  );
  return {
    title: household.view.name,
    place,
    contractorCode: household.view.contractorCode,
    representative: household.view.representative,
    identity: household.view.code,
    phone: household.view.phone,
    address: household.view.address,
    members,
    contracts: contracts.map((c) => ({
      code: c.code,
      term: formatTerm({ start: c.termFrom, end: c.termTo }),
      ends: formatDay(c.endsOn),
      extended: c.extended,
      area: formatMu(mu(c.areaMu)),
      legacy: c.legacy,
    })),
    table: land.length > 0 ? parcelTable(land, household.view.name) : null,
    parcels: land.map((row) => ({ href: `/register/parcels/${row.id}`, label: `${row.name}（${row.code}）` })),
    map: mapView([...others, ...plots], { pickable: true }),
  };
}

export function parcelView(
  land: LandRow,
  place: string,
  around: readonly Neighbour[],
  occupied: readonly OccupancyRow[],
  today: Day,
): object {
  const held = occupied.some((row) => covers(termOf(row.term), today));
  const plots = around.flatMap((row) => plotAround(row, land.id, held));
  const map: MapView | null = mapView(plots, { pickable: true });
  return {
    title: `${land.name}（${land.code}）`,
    name: land.name,
    code: land.code,
    place,
    contractor: land.contractorName ?? '没有承包到户',
    contractorHref:
      land.contractorId === null || land.contractMode === null ? '' : `/register/households/${land.contractorId}`,
    issuer: land.issuerName,
    contractCode: land.contractCode ?? '',
    contractEnd: land.contractEnd === null ? '' : formatDay(land.contractEnd),
    area: formatMu(mu(land.contractMu)),
    measured: land.measuredMu === null ? '' : formatMu(mu(land.measuredMu)),
    landClass: landClassName(land.landClass),
    grade: land.grade === null ? '没有评定' : `${Number(land.grade)} 等`,
    basicFarmland: land.basicFarmland ? '是' : '不是',
    bounds: boundsOf(land),
    legacy: land.legacyReason ?? '',
    map,
    rights: occupied.map((row) => ({
      holder: row.holderName,
      term: formatTerm(termOf(row.term)),
      area: formatMu(mu(row.areaMu)),
      part: row.whole ? '整块' : '一部分',
      standing: standings[row.standing],
      href: row.subject === 'transfer' ? `/transfers/${row.subjectId}` : '',
    })),
  };
}

/** A parcel among its neighbours: a neighbour leads to its own page. */
function plotAround(row: Neighbour, own: string, held: boolean): PlotOnMap[] {
  if (!row.rings) return [];
  const say = `${row.name} ${row.code}`;
  const ring = onPlane(row.rings);
  return row.id === own
    ? [{ ring, kind: held ? 'held' : 'on', number: '1', href: '', say }]
    : [{ ring, kind: '', number: '', href: `/register/parcels/${row.id}`, say }];
}

const covers = (span: Term, value: Day): boolean => span.start <= value && value <= span.end;

/** What lies on the parcel, and where a mortgage may be entered: on its contract, or on a right in force over it. */
export function encumbrancesView(
  land: LandRow,
  rows: readonly EncumbranceRow[],
  occupied: readonly OccupancyRow[],
  me: Actor,
): { encumbrances: object[]; ways: { href: string; label: string }[] } {
  const active = occupied.filter((row) => row.standing === 'active');
  const ways = [
    ...(land.contractId === null
      ? []
      : [{ href: `/encumbrances/new?contract=${land.contractId}`, label: '登记承包方的抵押' }]),
    ...active.map((row) => ({ href: `/encumbrances/new?right=${row.rightId}`, label: `登记${row.holderName}的抵押` })),
  ];
  return { encumbrances: rows.map((row) => encumbranceLine(row, me)), ways: mayEncumber(me) ? ways : [] };
}

/** A piece of land that the household has let. */
export function grantedView(line: GrantedLine): object {
  return {
    parcel: line.parcelName,
    parcelHref: `/register/parcels/${line.parcelId}`,
    holder: line.holder,
    href: `/transfers/${line.transferId}`,
    area: `${formatMu(mu(line.areaMu))}${line.whole ? '' : '（一部分）'}`,
    term: formatTerm(termOf(line.term)),
    standing: standings[line.standing],
  };
}
