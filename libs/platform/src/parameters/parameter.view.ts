import {
  type CapitalThreshold,
  type Day,
  type Fen,
  type ParameterDefinition,
  type ParameterKey,
  type ParameterMark,
  type Parameters,
  formatDay,
  formatMoment,
  formatYuan,
  parameterTable,
  plainYuan,
} from '#kernel';
import { optionsOf } from '../fields/field-made.js';
import type { FormField } from '../form-fields.js';

/** A value the county set, as the administrator sees it. */
export interface ParameterSetting {
  key: string;
  value: unknown;
  validFrom: Day;
  basis: string;
  setBy: string;
  setAt: Date;
}

const marks: Readonly<Record<ParameterMark, { label: string; tone: string; text: string }>> = {
  law: { label: '法律规定', tone: 'go', text: '法律、法规写明的数' },
  P: { label: '县里公布', tone: 'go', text: '县里公布的流程写明的数' },
  M: { label: '待核对', tone: 'act', text: '凭记忆写的，启用前要核对原文' },
  D: { label: '平台设定', tone: 'info', text: '没有规定，平台先这样设，县里可以改' },
};

const authorities = { town: '镇', county: '县', city: '市', province: '省' } as const;

/** A value as people read it. */
export function valueText(definition: ParameterDefinition, value: unknown): string {
  switch (definition.kind) {
    case 'fen':
      return `${formatYuan(value as Fen)} 元`;
    case 'flag':
      return value ? '是' : '否';
    case 'choice':
      return definition.options?.[String(value)] ?? String(value);
    case 'list':
      return (value as string[]).map((each) => definition.options?.[each] ?? each).join('、') || '没有';
    case 'thresholds':
      return thresholdsText(value as readonly CapitalThreshold[]);
    default:
      return [String(value), definition.unit].filter(Boolean).join(' ');
  }
}

function thresholdsText(rows: readonly CapitalThreshold[]): string {
  const line = (row: CapitalThreshold): string =>
    `${row.fromMu}${row.toMu === null ? ' 亩以上' : ` 至 ${row.toMu} 亩`}：${authorities[row.authority]}级`;
  return rows.map(line).join('；') || '还没有填';
}

/** What a form starts with for a value. */
function typedValue(definition: ParameterDefinition, value: unknown): unknown {
  if (definition.kind === 'fen') return plainYuan(value as Fen);
  if (definition.kind === 'flag') return value ? 'yes' : 'no';
  return definition.kind === 'thresholds'
    ? JSON.stringify(value, null, 1)
    : definition.kind === 'list'
      ? value
      : String(value);
}

/** Every number, with where it comes from and since when it holds. */
export function parametersView(now: Parameters, settings: readonly ParameterSetting[], today: Day): object {
  const rows = Object.entries(parameterTable as Readonly<Record<string, ParameterDefinition>>).map(
    ([key, definition]) => {
      const own = settings.filter((each) => each.key === key);
      const inForce = own
        .filter((each) => each.validFrom <= today)
        .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
        .at(-1);
      const coming = own.find((each) => each.validFrom > today);
      return {
        key,
        href: `/parameters/${key}`,
        label: definition.label,
        value: now[key as ParameterKey] as unknown,
        valueText: valueText(definition, now[key as ParameterKey]),
        unit: definition.unit,
        source: definition.source,
        mark: { label: marks[definition.mark].label, tone: marks[definition.mark].tone },
        since: inForce ? `${formatDay(inForce.validFrom)}起` : '出厂值',
        coming: coming ? `${formatDay(coming.validFrom)}起改成 ${valueText(definition, coming.value)}` : '',
      };
    },
  );
  return {
    title: '规则里的数',
    warnings: unfilled(now),
    rows,
    legend: Object.values(marks).map(({ label, tone, text }) => ({ label, tone, text })),
  };
}

/** What the county has to fill before cases can pass, told until it is done. */
function unfilled({ capitalThresholds }: Parameters): { text: string; href: string }[] {
  if (capitalThresholds.length > 0) return [];
  const text =
    '社会资本分级审批表还没有填：受让方是工商企业、本集体以外的人的，一件也通不过县级审核（流转办法第29条）。';
  return [{ text, href: '/parameters/capitalThresholds' }];
}

/** One number with its history and the form that sets it anew. */
export function parameterView(
  key: ParameterKey,
  now: Parameters,
  settings: readonly ParameterSetting[],
  today: Day,
  mayChange: boolean,
): object {
  const definition = (parameterTable as Readonly<Record<string, ParameterDefinition>>)[key] as ParameterDefinition;
  return {
    title: definition.label,
    key,
    trail: { steps: [{ href: '/parameters', label: '规则里的数' }], here: definition.label, code: false },
    kind: definition.kind,
    value: now[key] as unknown,
    valueText: valueText(definition, now[key]),
    source: definition.source,
    limit: definition.limit ?? '',
    mark: marks[definition.mark],
    mayChange,
    history: settings
      .filter((each) => each.key === key)
      .toReversed()
      .map((each) => ({
        text: valueText(definition, each.value),
        from: formatDay(each.validFrom),
        coming: each.validFrom > today,
        basis: each.basis,
        by: each.setBy,
        at: formatMoment(each.setAt),
      })),
  };
}

/** The form that sets a number anew: what it may be, its own kind says. */
export function formOfParameter(
  key: ParameterKey,
  value: unknown,
  today: Day,
): { values: Readonly<Record<string, unknown>>; fields: (drawn: readonly FormField[]) => readonly FormField[] } {
  const definition = parameterTable[key] as ParameterDefinition;
  return {
    values: { value: typedValue(definition, value), validFrom: today },
    fields: (drawn) => [fieldOf(definition), ...drawn],
  };
}

const yesOrNo = { yes: '是', no: '否' } as const;

function fieldOf(definition: ParameterDefinition): FormField {
  const field = { id: 'value', name: 'value', label: '新的数', hint: definition.limit ?? '', unit: definition.unit };
  const options = optionsOf(definition.kind === 'flag' ? yesOrNo : (definition.options ?? {}));
  switch (definition.kind) {
    case 'fen':
      return { ...field, kind: 'money', unit: '元' };
    case 'mu':
      return { ...field, kind: 'mu' };
    case 'flag':
    case 'choice':
      return { ...field, kind: 'choice', options };
    case 'list':
      return { ...field, kind: 'picks', options };
    case 'thresholds':
      return {
        ...field,
        kind: 'area',
        rows: '12',
        hint: 'JSON：fromMu、toMu、authority（town、county、city、province）、basis，首尾相接',
      };
    case 'text':
      return { ...field, kind: 'area', rows: '3' };
    case 'days':
    case 'count':
      return { ...field, kind: 'digits' };
    default:
      return { ...field, kind: 'text' };
  }
}
