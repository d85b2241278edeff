import { isTime } from './day.js';
import type { Fen } from './fen.js';
import { compareMu, isMu, type Mu } from './mu.js';

/** From which area on who must approve a transfer to outside capital. `toMu` is the first area of the next row. */
export interface CapitalThreshold {
  readonly fromMu: Mu;
  readonly toMu: Mu | null;
  readonly authority: 'town' | 'county' | 'city' | 'province';
  readonly basis: string;
}

interface KindValues {
  readonly days: number;
  readonly count: number;
  readonly fen: Fen;
  readonly mu: Mu;
  readonly choice: string;
  readonly list: readonly string[];
  readonly time: string;
  readonly flag: boolean;
  readonly text: string;
  readonly thresholds: readonly CapitalThreshold[];
}
export type ParameterKind = keyof KindValues;

/** How sure we are of a number: law, from memory and to be confirmed, our own choice, or the county's published practice. */
export type ParameterMark = 'law' | 'M' | 'D' | 'P';

/** One line of the parameter table: what an administrator sees before he changes a number. */
export interface ParameterDefinition<V = unknown> {
  readonly label: string;
  readonly kind: ParameterKind;
  readonly unit: string;
  readonly value: V;
  /** What a training county uses instead, where the real one must decide for itself. */
  readonly training?: V;
  readonly source: string;
  readonly mark: ParameterMark;
  /** Choices and their words, for `choice` and `list`. */
  readonly options?: Readonly<Record<string, string>>;
  readonly min?: number;
  readonly max?: number;
  /** Said in full when a value is beyond `min` or `max`, with the article that sets the limit. */
  readonly limit?: string;
}

type Definable<K extends ParameterKind> = Omit<ParameterDefinition<KindValues[K]>, 'kind' | 'unit'> & {
  readonly kind: K;
  readonly unit?: string;
};

/** Declares a parameter; its type follows from its kind. */
export function definition<K extends Exclude<ParameterKind, 'choice' | 'list'>>(
  given: Definable<K>,
): ParameterDefinition<KindValues[K]> {
  return { unit: '', ...given };
}

/** Declares a parameter that is one of some words. */
export function choice<O extends string>(
  given: Omit<Definable<'choice'>, 'kind' | 'value' | 'options'> & {
    options: Readonly<Record<O, string>>;
    value: NoInfer<O>;
  },
): ParameterDefinition<O> {
  return { unit: '', kind: 'choice', ...(given as typeof given & { training?: never }) };
}

/** Declares a parameter that is any number of some words. */
export function list<O extends string>(
  given: Omit<Definable<'list'>, 'kind' | 'value' | 'options'> & {
    options: Readonly<Record<O, string>>;
    value: readonly NoInfer<O>[];
  },
): ParameterDefinition<readonly O[]> {
  return { unit: '', kind: 'list', ...(given as typeof given & { training?: never }) };
}

/** Why a value cannot stand for a parameter, in words for the administrator; undefined if it can. */
export function refusal(given: ParameterDefinition, value: unknown): string | undefined {
  const wrong = CHECKS[given.kind](value, given);
  return wrong ? `“${given.label}”${wrong}` : undefined;
}

type Check = (value: unknown, given: ParameterDefinition) => string | undefined;

const whole: Check = (value, given) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) return '应为非负整数';
  return between(value as number, given);
};

function between(value: number, given: ParameterDefinition): string | undefined {
  const beyond =
    value < (given.min ?? -Infinity)
      ? `不能小于${given.min}`
      : value > (given.max ?? Infinity)
        ? `不能大于${given.max}`
        : undefined;
  return beyond && `${beyond}${given.unit}${given.limit ? `（${given.limit}）` : ''}`;
}

const known = (value: unknown, given: ParameterDefinition): boolean =>
  typeof value === 'string' && Object.hasOwn(given.options ?? {}, value);

const CHECKS: Readonly<Record<ParameterKind, Check>> = {
  days: whole,
  count: whole,
  fen: whole,
  mu: (value) => (isMu(value) ? undefined : '应为面积（亩），最多四位小数'),
  time: (value) => (isTime(value) ? undefined : '应为“时:分”，例如 17:00'),
  flag: (value) => (typeof value === 'boolean' ? undefined : '应为“是”或“否”'),
  text: (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : '不能为空'),
  choice: (value, given) =>
    known(value, given) ? undefined : `应为${Object.values(given.options ?? {}).join('、')}之一`,
  list: (value, given) =>
    Array.isArray(value) && value.every((item) => known(item, given))
      ? undefined
      : `只能选择${Object.values(given.options ?? {}).join('、')}`,
  thresholds: thresholdsRefusal,
};

function thresholdsRefusal(value: unknown): string | undefined {
  if (!Array.isArray(value)) return '应为分级审批表';
  let from: Mu | null | undefined;
  for (const row of value as Partial<CapitalThreshold>[]) {
    if (!isMu(row?.fromMu) || !(row.toMu === null || isMu(row.toMu))) return '每一行应有起止面积（亩）';
    if (!['town', 'county', 'city', 'province'].includes(String(row.authority))) return '每一行应有审批机关';
    if (typeof row.basis !== 'string' || row.basis.trim() === '') return '每一行应写明依据';
    if (row.toMu !== null && compareMu(row.fromMu, row.toMu) >= 0) return '止面积应大于起面积';
    if (from !== undefined && (from === null || compareMu(from, row.fromMu) !== 0)) return '各行应首尾相接，不留空档';
    from = row.toMu;
  }
  if (typeof from === 'string') return '最后一行不封顶：再大的面积也要有审批机关';
  return undefined;
}
