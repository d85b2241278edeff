import { type Day, type Fen, type ParameterDefinition, type ParameterKey, parameterTable, plainYuan } from '#kernel';
import { optionsOf } from '../fields/field-made.js';
import type { FormField } from '../form-fields.js';
import { valueHints } from './parameter.input.js';
import { units } from '../fields/field.words.js';
import { yesOrNo } from './parameter.words.js';

/** What a form starts with for a value. */
function typedValue(definition: ParameterDefinition, value: unknown): unknown {
  if (definition.kind === 'fen') return plainYuan(value as Fen);
  if (value === null) return '';
  if (definition.kind === 'flag') return value ? 'yes' : 'no';
  return definition.kind === 'thresholds'
    ? JSON.stringify(value, null, 1)
    : definition.kind === 'list'
      ? value
      : String(value);
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
    fields: (drawn) => drawn.map((field) => (field.name === 'value' ? { ...field, ...controlOf(definition) } : field)),
  };
}

function controlOf(definition: ParameterDefinition): Partial<FormField> {
  const field = {
    hint: definition.kind === 'limit' ? valueHints.limit : (definition.limit ?? ''),
    unit: definition.unit,
  };
  const options = optionsOf(definition.kind === 'flag' ? yesOrNo : (definition.options ?? {}));
  switch (definition.kind) {
    case 'fen':
      return { ...field, kind: 'money', unit: units.yuan };
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
        hint: valueHints.thresholds,
      };
    case 'text':
      return { ...field, kind: 'area', rows: '3' };
    case 'days':
    case 'count':
    case 'limit':
      return { ...field, kind: 'digits' };
    default:
      return { ...field, kind: 'text' };
  }
}
