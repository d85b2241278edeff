import {
  type Day,
  type ParameterDefinition,
  type ParameterKey,
  type Parameters,
  parameterTable,
  tableComplete,
} from '#kernel';
import { type Of, value, view } from '../views/values.js';
import { kinds, parameterLabels as labels, marks } from './parameter.words.js';

/** A value the county set, as the administrator sees it. */
export interface ParameterSetting {
  key: string;
  value: unknown;
  validFrom: Day;
  basis: string;
  setBy: string;
  setAt: Date;
}

const parts = {
  key: value.text(labels.key),
  label: value.text(labels.label),
  kind: value.code(kinds, labels.kind),
  value: value.anything(labels.value),
  unit: value.text(labels.unit),
  source: value.text(labels.source),
  mark: value.code(marks, labels.mark),
};

const comingView = view(
  'ParameterComing',
  { value: value.anything(labels.value), validFrom: value.day(labels.since) },
  labels.coming,
);

const rowView = view('ParameterRow', {
  ...parts,
  validFrom: value.maybe(value.day(labels.validFrom)),
  coming: value.maybe(comingView),
});

/** Every number, with where it comes from and since when it holds. */
export const parametersView = view(
  'Parameters',
  { unfilled: value.many(value.text(), labels.unfilled), rows: value.many(rowView) },
  labels.list,
);
export type ParametersView = Of<typeof parametersView>;

const settingView = view('ParameterSetting', {
  value: value.anything(labels.value),
  validFrom: value.day(labels.since),
  coming: value.flag(labels.comingOne),
  basis: value.text(labels.basis),
  setBy: value.text(labels.setBy),
  setAt: value.moment(labels.setAt),
});

/** One number with its history. */
export const parameterView = view(
  'Parameter',
  {
    ...parts,
    limit: value.maybe(value.text(labels.limit)),
    history: value.many(settingView, labels.history),
  },
  labels.one,
);
export type ParameterView = Of<typeof parameterView>;

const definitions = parameterTable as Readonly<Record<ParameterKey, ParameterDefinition>>;

function partsOf(key: ParameterKey, now: Parameters) {
  const { label, kind, unit, source, mark } = definitions[key];
  return { key, label, kind, value: now[key] as unknown, unit, source, mark };
}

export function parametersOf(now: Parameters, settings: readonly ParameterSetting[], today: Day): ParametersView {
  const rows = (Object.keys(definitions) as ParameterKey[]).map((key) => {
    const own = settings.filter((each) => each.key === key);
    const inForce = own
      .filter((each) => each.validFrom <= today)
      .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
      .at(-1);
    const coming = own.find((each) => each.validFrom > today);
    return {
      ...partsOf(key, now),
      validFrom: inForce?.validFrom ?? null,
      coming: coming ? { value: coming.value, validFrom: coming.validFrom } : null,
    };
  });
  // What the county has to fill before cases can pass, told until it is done.
  return { unfilled: tableComplete(now.capitalThresholds) ? [] : ['capitalThresholds'], rows };
}

export function parameterOf(
  key: ParameterKey,
  now: Parameters,
  settings: readonly ParameterSetting[],
  today: Day,
): ParameterView {
  const own = settings.filter((each) => each.key === key).toReversed();
  return {
    ...partsOf(key, now),
    limit: definitions[key].limit ?? null,
    history: own.map(({ value: set, validFrom, basis, setBy, setAt }) => ({
      ...{ value: set, validFrom, coming: validFrom > today, basis, setBy, setAt },
    })),
  };
}

/** The words of a parameter's choices, for its page. */
export const choicesOf = (key: string): Readonly<Record<string, string>> =>
  definitions[key as ParameterKey].options ?? {};
