import type { Type } from '@nestjs/common';
import { formatDay, isDay } from '#kernel';
import type { FormField } from '../form-fields.js';
import { fieldsOfInput } from './field-table.js';

/** A field that was filled in, as pages and papers say it. */
export interface Said {
  name: string;
  label: string;
  value: string;
}

/** What an input says, field by field, in the order of its class; what was left empty is left out. */
export function saidOf(input: Type, filled: object, above = ''): Said[] {
  return fieldsOfInput(input).flatMap(({ name, called, drawn, part }): Said[] => {
    const value = (filled as Record<string, unknown>)[name] ?? null;
    if (value === null) return [];
    if (part !== null) return part.lines === null ? saidOf(part.type(), value, `${above}${name}.`) : [];
    const words = drawn === null ? '' : wordsOf(drawn, value);
    return words === '' ? [] : [{ name: above + name, label: called, value: words }];
  });
}

/** What the fields of an input are called, a part's under its name; in the order of its class. */
export function calledIn(input: Type, above = ''): { name: string; label: string }[] {
  return fieldsOfInput(input).flatMap(({ name, called, part }) => {
    if (part === null) return [{ name: above + name, label: called }];
    return part.lines === null ? calledIn(part.type(), `${above}${name}.`) : [];
  });
}

function wordsOf({ kind, options = [], none = '' }: Omit<FormField, 'id' | 'name'>, value: unknown): string {
  const word = (code: unknown): string => options.find((each) => each.value === code)?.label ?? String(code);
  if (Array.isArray(value)) return value.length === 0 ? none : value.map(word).join('、');
  if (kind === 'select' || kind === 'choice') return word(value);
  return (kind === 'date' || kind === 'end') && isDay(value) ? formatDay(value) : String(value);
}
