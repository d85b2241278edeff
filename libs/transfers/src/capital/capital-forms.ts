import { type Actor, formatDay, formatMu, inPhase, mu } from '#kernel';
import { field } from '#platform';
import { recordsCapital } from './capital.service.js';
import type { CollectiveForm } from '../collective/collective-forms.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';
import type { CapitalRow } from '../transfers.queries.js';

/** Whether the authority's answer may be typed off now by this reader: until the county approves. */
export function capitalNoun(
  { record, capital }: TransferFacts,
  me: Actor,
): 'capital-application' | 'capital-decision' | null {
  const unapproved = inPhase(transferWorkflow, record.state, 'writing', 'town', 'review');
  const asked = capital.authority !== null && recordsCapital(me) && unapproved;
  if (!asked || capital.approved) return null;
  return capital.open ? 'capital-decision' : 'capital-application';
}

/** The form behind a noun, or null where this case has none for this reader. */
export function capitalForm(facts: TransferFacts, noun: string, me: Actor): CollectiveForm | null {
  if (capitalNoun(facts, me) !== noun) return null;
  return noun === 'capital-application' ? applicationForm : decisionForm;
}

const applicationForm: CollectiveForm = {
  title: '登记社会资本审批受理',
  text: ['受让方向有权的政府申请，政府受理之日起 20 个工作日内提出意见（流转办法第29条）。这里照受理通知填。'],
  label: '登记受理',
  fields: [field.text('applicationNumber', '受理编号'), field.date('acceptedOn', '哪天受理的')],
  values: {},
};

const decisionForm: CollectiveForm = {
  title: '登记社会资本审批结果',
  text: ['照批文填。批准的，写明批准多少亩、到哪一天；批文的扫描件一定要传。'],
  label: '登记结果',
  fields: [
    field.select('decision', '结果', { approved: '批准', refused: '不批准' }),
    field.text('decisionNumber', '批文号'),
    field.date('decidedOn', '哪天决定的'),
    field.digits('validAreaMu', '批准多少亩（不批准的不填）', '', '亩'),
    field.date('validTo', '批准的期限到哪一天（不批准的不填）'),
    field.file('file', '批文', '照片或 PDF'),
  ],
  values: {},
};

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
