import { type Parameters, compareMu, termContains } from '#kernel';
import { termOf } from '#rights';
import type { Transfer } from './transfer.entity.js';
import type { CapitalFacts } from './transfer.facts.js';
import type { CapitalRow, ParcelFact } from './transfers.queries.js';

/** From the lowest to the highest. */
const authorities: Readonly<Record<string, string>> = {
  town: '镇政府',
  county: '县政府',
  city: '市政府',
  province: '省级主管部门',
};

/** Who takes the land, as the register knows him: a body or people, and whether of the collective that owns it. */
export interface Belonging {
  body: boolean;
  member: boolean;
}

/**
 * 工商企业等社会资本：法人、非法人组织，以及本集体以外的任何自然人，不论自称种粮大户还是别的（灵台县细则第二条；楚雄州、
 * 马关县、东川区办事指南）。Which bodies count is the county's list, family farms among them (云南：家庭农场法人); people are
 * asked of the register alone. 本集体成员之间的流转不在审批范围内（湖南省实施办法第二条）。
 */
export function isCapital(
  { transfereeKind }: Pick<Transfer, 'transfereeKind'>,
  { body, member }: Belonging,
  { capitalTransfereeKinds }: Pick<Parameters, 'capitalTransfereeKinds'>,
): boolean {
  return body ? (capitalTransfereeKinds as readonly string[]).includes(transfereeKind) : !member;
}

/** The authority the county's table names for an area; null where none is needed. */
export function capitalAuthority(
  record: Pick<Transfer, 'areaMu'>,
  parameters: Pick<Parameters, 'capitalThresholds'>,
): { authority: string; basis: string } | null {
  const row = parameters.capitalThresholds.find(
    (each) =>
      compareMu(record.areaMu, each.fromMu) >= 0 && (each.toMu === null || compareMu(record.areaMu, each.toMu) < 0),
  );
  return row ? { authority: authorities[row.authority] ?? row.authority, basis: `流转办法第29条；${row.basis}` } : null;
}

/** A higher authority may decide what a lower one may, not the other way round. */
function reaches(given: string, needed: string): boolean {
  const order = Object.values(authorities);
  return order.indexOf(given) >= order.indexOf(needed);
}

/** Whether the licence is needed, open, refused, or granted to this transferee for this very land and term. */
export function capitalFacts(
  record: Transfer,
  parcels: readonly Pick<ParcelFact, 'code'>[],
  parameters: Parameters,
  rows: readonly CapitalRow[],
  belonging: Belonging,
): CapitalFacts {
  const capital = isCapital(record, belonging, parameters);
  const needed = capital ? capitalAuthority(record, parameters) : null;
  const term = termOf(record.term);
  const licence = rows.find(
    (row) =>
      row.decision === 'approved' &&
      (needed === null || reaches(row.authority, needed.authority)) &&
      row.transfereeId === record.transfereeId &&
      parcels.every((parcel) => row.parcelCodes.includes(parcel.code)) &&
      row.validAreaMu !== null &&
      compareMu(record.areaMu, row.validAreaMu) <= 0 &&
      row.validTo !== null &&
      termContains({ start: term.start, end: row.validTo }, term),
  );
  const approved = licence !== undefined;
  const open = rows.some((row) => row.decision === null);
  return {
    capital,
    rows,
    licence: licence ?? null,
    tableMissing: capital && parameters.capitalThresholds.length === 0,
    authority: needed?.authority ?? null,
    basis: needed?.basis ?? '',
    approved,
    open,
    refused: !open && !approved && rows.some((row) => row.decision === 'refused'),
  };
}
