import { type Actor, formatDay, formatMu, inPhase, mu } from '#kernel';
import { recordsCapital } from './capital.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';
import type { CapitalRow } from '../transfers.queries.js';

/** Whether the authority's answer may be typed off now by this reader: until the county approves. */
export function capitalAct({ record, capital }: TransferFacts, me: Actor): 'capital-open' | 'capital-decide' | null {
  const asked =
    capital.authority !== null &&
    recordsCapital(me) &&
    inPhase(transferWorkflow, record.state, 'writing', 'town', 'review');
  if (!asked || capital.approved) return null;
  return capital.open ? 'capital-decide' : 'capital-open';
}

/** What was applied for and decided, for the case page. */
export function capitalChecks({ record, capital }: TransferFacts): object[] {
  if (!capital.capital) return [];
  const article = '流转办法第29条';
  const lines = capital.rows.map((row) => ({
    title: `${row.authority} ${row.applicationNumber}`,
    result: row === capital.licence ? 'yes' : row.decision === null ? '' : 'no',
    text: decided(row, row === capital.licence),
    way: row.fileId === null ? null : { href: `/files/${row.fileId}`, label: '看批文' },
    article,
  }));
  if (lines.length > 0) return lines;
  const text = capital.tableMissing
    ? '受让方按社会资本管理，分级审批表还没有填，通过不了县级审核。'
    : capital.authority === null
      ? `受让方按社会资本管理，${formatMu(record.areaMu)} 亩没有到分级表要审批的面积。`
      : `受让方按社会资本管理，要由${capital.authority}审批，还没有登记受理。`;
  const result = capital.tableMissing || capital.authority !== null ? '' : 'yes';
  return [{ title: '社会资本审批', result, text, way: null, article }];
}

function decided(row: CapitalRow, covers: boolean): string {
  if (row.decision === null || row.decidedOn === null) return `受理了，${formatDay(row.dueOn)}以前答复。`;
  const on = `${row.decisionNumber}，${formatDay(row.decidedOn)}`;
  if (row.decision === 'refused') return `${on}不批准。`;
  const extent = `批准 ${formatMu(mu(row.validAreaMu ?? '0'))} 亩，到 ${row.validTo ? formatDay(row.validTo) : ''}`;
  return covers ? `${on}${extent}。` : `${on}${extent}；现在的受让方、地块、面积或者期限不在批准的范围里。`;
}
