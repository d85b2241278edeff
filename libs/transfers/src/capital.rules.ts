import {
  type Mu,
  type Parameters,
  type Rule,
  ZERO_MU,
  addMu,
  blocker,
  compareMu,
  formatMu,
  termContains,
} from '#kernel';
import { termOf } from '#rights';
import type { Transfer } from './transfer.entity.js';
import type { CapitalFacts, TransferFacts } from './transfer.facts.js';
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

/** What the county's table says of an area: who decides, or by which document nobody does; null where no row reaches it. */
export function capitalAuthority(
  area: Mu,
  { capitalThresholds }: Pick<Parameters, 'capitalThresholds'>,
): { authority: string | null; basis: string } | null {
  const row = capitalThresholds.find(
    (each) => compareMu(area, each.fromMu) >= 0 && (each.toMu === null || compareMu(area, each.toMu) < 0),
  );
  if (!row) return null;
  const authority = row.authority === 'none' ? null : (authorities[row.authority] ?? row.authority);
  return { authority, basis: `流转办法第29条；${row.basis}` };
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
  otherMu: Mu,
): CapitalFacts {
  const capital = isCapital(record, belonging, parameters);
  // 化整为零也要批：what he holds and has under way counts with what he asks for.
  const totalMu = addMu(record.areaMu, otherMu);
  const found = capital ? capitalAuthority(totalMu, parameters) : null;
  const authority = found?.authority ?? null;
  const term = termOf(record.term);
  const licence = rows.find(
    (row) =>
      row.decision === 'approved' &&
      (authority === null || reaches(row.authority, authority)) &&
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
    tableMissing: capital && found === null,
    ...{ authority, otherMu, totalMu },
    basis: found?.basis ?? '',
    approved,
    open,
    refused: !open && !approved && rows.some((row) => row.decision === 'refused'),
  };
}

/** 未取得审批不得流转（流转办法第29条）；which area needs which authority is the county's table. */
export const capitalApproved: Rule<TransferFacts> = (facts) => {
  const { authority, approved, open, refused, basis, tableMissing, otherMu, totalMu } = facts.capital;
  const { areaMu } = facts.record;
  const area =
    compareMu(otherMu, ZERO_MU) === 0
      ? `${formatMu(areaMu)} 亩`
      : `本件 ${formatMu(areaMu)} 亩，加上他已经有的和在办的 ${formatMu(otherMu)} 亩，一共 ${formatMu(totalMu)} 亩`;
  // 分级标准没有查得，由县里填；表里没有写到，就不知道该谁批，不能当作不用批。
  if (tableMissing)
    return blocker(
      'capital-table-missing',
      `受让方按社会资本管理，${area}，社会资本分级表还没有填到这个数，不知道该由谁审批。`,
      '流转办法第29条；平台参数：工商资本流转分级审批表',
      { href: '/parameters/capitalThresholds', label: '请系统管理员填表' },
    );
  if (authority === null || approved) return undefined;
  const state = refused ? '审批没有通过' : open ? '审批还在办' : '还没有审批';
  const way = { href: `/transfers/${facts.record.id}#capital`, label: '登记审批' };
  return blocker('capital-approved', `受让方按社会资本管理，${area}要由${authority}审批，${state}。`, basis, way);
};

/** 意向协议书是社会资本申请审批的材料（流转办法第29条）; a renewal rests on the contract it renews. */
export const intentBrought: Rule<TransferFacts> = (facts) =>
  facts.capital.authority === null || facts.intentPapers > 0 || facts.record.renewsId !== null
    ? undefined
    : blocker(
        'intent-brought',
        `受让方按社会资本管理，要由${facts.capital.authority}审批，还没有传双方签字的流转意向协议书。`,
        '流转办法第29条',
        { href: `/transfers/${facts.record.id}/files`, label: '去传' },
      );
