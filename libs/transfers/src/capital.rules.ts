import { type Parameters, compareMu, termContains } from '#kernel';
import { termOf } from '#rights';
import type { Transfer } from './transfer.entity.js';
import type { CapitalFacts, ParcelFact } from './transfer.facts.js';
import type { CapitalRow } from './transfers.queries.js';

const authorities: Readonly<Record<string, string>> = {
  town: '镇政府',
  county: '县政府',
  city: '市政府',
  province: '省级主管部门',
};

/** The authority the county's table names for this transferee and area; null where none is needed. */
export function capitalAuthority(
  record: Pick<Transfer, 'transfereeKind' | 'areaMu'>,
  parameters: Pick<Parameters, 'capitalThresholds' | 'capitalTransfereeKinds'>,
): { authority: string; basis: string } | null {
  // 本集体成员之间的流转不在审批范围内（湖南省实施办法第二条）。
  if (!parameters.capitalTransfereeKinds.includes(record.transfereeKind)) return null;
  const row = parameters.capitalThresholds.find(
    (each) =>
      compareMu(record.areaMu, each.fromMu) >= 0 && (each.toMu === null || compareMu(record.areaMu, each.toMu) < 0),
  );
  return row ? { authority: authorities[row.authority] ?? row.authority, basis: `流转办法第29条；${row.basis}` } : null;
}

/** Whether the licence is needed, open, refused, or granted for this very area and term. */
export function capitalFacts(
  record: Transfer,
  _parcels: readonly ParcelFact[],
  parameters: Parameters,
  rows: readonly CapitalRow[],
): CapitalFacts {
  const needed = capitalAuthority(record, parameters);
  const term = termOf(record.term);
  const approved = rows.some(
    (row) =>
      row.decision === 'approved' &&
      row.validAreaMu !== null &&
      compareMu(record.areaMu, row.validAreaMu) <= 0 &&
      row.validTo !== null &&
      termContains({ start: term.start, end: row.validTo }, term),
  );
  const open = rows.some((row) => row.decision === null);
  return {
    authority: needed?.authority ?? null,
    basis: needed?.basis ?? '',
    approved,
    open,
    refused: !open && !approved && rows.some((row) => row.decision === 'refused'),
  };
}
