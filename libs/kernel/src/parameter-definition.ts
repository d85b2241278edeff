import { isTime } from './day.js';
import type { Fen } from './fen.js';
import { compareMu, isMu, type Mu, ZERO_MU } from './mu.js';
import { documentNumber, parameterFaults } from './parameter.problems.js';

/**
 * From which area on who must approve a transfer to outside capital. `toMu` is the first area of the next row; `none`: the
 * county has decided that nobody does, and the basis names its document.
 */
export interface CapitalThreshold {
  readonly fromMu: Mu;
  readonly toMu: Mu | null;
  readonly authority: 'none' | 'town' | 'county' | 'city' | 'province';
  readonly basis: string;
}

interface KindValues {
  readonly days: number;
  readonly count: number;
  /** A number that nobody has to set; null where none is set, and then its rule does not apply. */
  readonly limit: number | null;
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
  return wrong ? parameterFaults.of(given.label, wrong) : undefined;
}

type Check = (value: unknown, given: ParameterDefinition) => string | undefined;

const whole: Check = (value, given) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) return parameterFaults.whole;
  return between(value as number, given);
};

function between(value: number, { min = -Infinity, max = Infinity, unit, limit }: ParameterDefinition) {
  const beyond = value < min ? parameterFaults.below(min) : value > max ? parameterFaults.above(max) : undefined;
  return beyond && `${beyond}${unit}${limit ? parameterFaults.limit(limit) : ''}`;
}

const known = (value: unknown, given: ParameterDefinition): boolean =>
  typeof value === 'string' && Object.hasOwn(given.options ?? {}, value);

const CHECKS: Readonly<Record<ParameterKind, Check>> = {
  days: whole,
  count: whole,
  limit: (value, given) => (value === null ? undefined : whole(value, given)),
  fen: whole,
  mu: (value) => (isMu(value) ? undefined : parameterFaults.mu),
  time: (value) => (isTime(value) ? undefined : parameterFaults.time),
  flag: (value) => (typeof value === 'boolean' ? undefined : parameterFaults.flag),
  text: (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : parameterFaults.text),
  choice: (value, given) =>
    known(value, given) ? undefined : parameterFaults.choice(Object.values(given.options ?? {})),
  list: (value, given) =>
    Array.isArray(value) && value.every((item) => known(item, given))
      ? undefined
      : parameterFaults.list(Object.values(given.options ?? {})),
  thresholds: thresholdsRefusal,
};

/** Whether a table of authorities says of every area who decides; one that was kept before it had to may not. */
export const tableComplete = (rows: readonly CapitalThreshold[]): boolean =>
  rows[0] !== undefined && compareMu(rows[0].fromMu, ZERO_MU) === 0;

function thresholdsRefusal(value: unknown): string | undefined {
  const { thresholds: faults } = parameterFaults;
  if (!Array.isArray(value)) return faults.table;
  let from: Mu | null | undefined;
  for (const [index, row] of (value as Partial<CapitalThreshold>[]).entries()) {
    if (!isMu(row?.fromMu) || !(row.toMu === null || isMu(row.toMu))) return faults.areas;
    if (!['none', 'town', 'county', 'city', 'province'].includes(String(row.authority))) return faults.authority;
    if (typeof row.basis !== 'string' || row.basis.trim() === '') return faults.basis;
    if (row.authority === 'none' && (index > 0 || row.toMu === null)) return faults.exempt;
    if (row.authority === 'none' && !documentNumber.test(row.basis)) return faults.number;
    if (row.toMu !== null && compareMu(row.fromMu, row.toMu) >= 0) return faults.order;
    if (from !== undefined && (from === null || compareMu(from, row.fromMu) !== 0)) return faults.gap;
    from = row.toMu;
  }
  if (typeof from === 'string') return faults.open;
  return undefined;
}
