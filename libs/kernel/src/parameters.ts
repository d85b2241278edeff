import type { Day } from './day.js';
import { type CapitalThreshold, refusal, tableComplete, type ParameterDefinition } from './parameter-definition.js';
import { parameterFaults } from './parameter.problems.js';
import { parameterTable } from './parameter-table.js';

export type ParameterKey = keyof typeof parameterTable;
/** All values on one day: `parameters.noticeWorkingDays` is a number, `parameters.closeOfBusiness` a time. */
export type Parameters = {
  readonly [K in ParameterKey]: (typeof parameterTable)[K] extends ParameterDefinition<infer V> ? V : never;
};

/** A value the county has set, for the days from `validFrom` until before `validTo`. */
export interface ParameterRow {
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: Day;
  readonly validTo?: Day | null;
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameterTable, key);
}

/** Why a value may not be set, in words that cite the rule; undefined if it may. */
export function checkParameterValue(key: string, value: unknown): string | undefined {
  return isParameterKey(key) ? refusal(parameterTable[key], value) : parameterFaults.unknown(key);
}

/** The same of a value that is set anew: a kept table of authorities may begin above 0 mu, a new one begins at it (流转办法第29条). */
export function checkNewParameterValue(key: string, value: unknown): string | undefined {
  const refused = checkParameterValue(key, value);
  if (refused !== undefined || key !== 'capitalThresholds') return refused;
  const rows = value as readonly CapitalThreshold[];
  const { label } = parameterTable.capitalThresholds;
  return rows.length === 0 || tableComplete(rows)
    ? undefined
    : parameterFaults.of(label, parameterFaults.thresholds.zero);
}

/**
 * The values in force on a day: validFrom ≤ day < validTo, of several the one that began last (of equal ones the later
 * row). A row that the rules of today refuse is a fault of the table and throws; a key of an older version is passed over.
 */
export function parametersAt(rows: readonly ParameterRow[], day: Day): Parameters {
  const values = new Map<string, unknown>(Object.entries(parameterTable).map(([key, { value }]) => [key, value]));
  const running = rows.filter(
    (row) => isParameterKey(row.key) && row.validFrom <= day && (!row.validTo || day < row.validTo),
  );
  for (const row of running.sort((one, other) =>
    one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0,
  )) {
    const reason = checkParameterValue(row.key, row.value);
    if (reason) throw new TypeError(reason);
    values.set(row.key, row.value);
  }
  return Object.fromEntries(values) as Parameters;
}

/** The rows a training county starts with: values the real county has still to decide. */
export function trainingRows(validFrom: Day): ParameterRow[] {
  return Object.entries(parameterTable as Record<string, ParameterDefinition>).flatMap(([key, { training }]) =>
    training === undefined ? [] : [{ key, value: training, validFrom }],
  );
}
