import type { Type } from '@nestjs/common';
import { type Day, type FieldError, isDay } from '#kernel';
import type { FieldOption, FormField } from '../form-fields.js';
import { fieldWords } from './field.problems.js';
import { fieldsOfInput } from './field-table.js';

/** What the record at hand adds to a form. */
export interface FormOfCase {
  /** What may be picked in a field, by its name: code and words, or each choice with what is said of it. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>> | readonly FieldOption[]>>;
  /** What stands under a field's label instead of its own hint. */
  hints?: Readonly<Record<string, string>>;
}

/** The form of an input class: its fields in their order, a part's fields under the part's name. */
export function formOf(input: Type, ofCase: FormOfCase = {}, above = '', before = ''): FormField[] {
  const { choices = {}, hints = {} } = ofCase;
  return fieldsOfInput(input).flatMap(({ name, drawn, part }): FormField[] => {
    const whole = above + name;
    if (part !== null) {
      if (part.lines === null) return formOf(part.type(), ofCase, `${whole}.`, before);
      return Array.from({ length: part.lines }, (_, index) =>
        formOf(part.type(), ofCase, `${whole}.${index}.`, part.line(index + 1)),
      ).flat();
    }
    if (drawn === null) return [];
    const offered = choices[whole];
    const options = offered && (Array.isArray(offered) ? (offered as readonly FieldOption[]) : tableOf(offered));
    const hint = hints[whole] ?? drawn.hint;
    return [{ ...drawn, hint, label: before + drawn.label, id: whole, name: whole, ...(options ? { options } : {}) }];
  });
}

const tableOf = (table: object): FieldOption[] =>
  Object.entries(table as Record<string, string>).map(([value, label]) => ({ value, label }));

/** The fields of a long form under their headings, which then stand with the section alone. */
export function sectionsOf(fields: readonly FormField[]): { title: string; fields: FormField[] }[] {
  const sections: { title: string; fields: FormField[] }[] = [];
  for (const { section = '', ...rest } of fields) {
    const field = { ...rest, section: '' };
    const last = sections.at(-1);
    if (!last || (section !== '' && section !== last.title)) sections.push({ title: section, fields: [field] });
    else last.fields.push(field);
  }
  return sections;
}

/** Faults in the order in which the fields stand on the page, one a field: the first that was found. */
export function inPageOrder(input: Type, faults: readonly FieldError[]): FieldError[] {
  const first = [...new Map(faults.toReversed().map((each) => [each.pointer, each])).values()].toReversed();
  const placed = first.map((fault) => ({ fault, place: placeOf(input, fault.pointer.split('/').slice(1)) }));
  return placed.toSorted((one, other) => compared(one.place, other.place)).map(({ fault }) => fault);
}

/**
 * Where a field stands: its line in the class, within a part the line there, within a list that of its item.
 * What is wrong with the whole comes first, what nobody asked for last.
 */
function placeOf(input: Type, [name, ...below]: readonly string[]): number[] {
  if (name === undefined) return [];
  const fields = fieldsOfInput(input);
  const index = fields.findIndex((field) => field.name === name);
  if (index === -1) return [fields.length];
  const part = fields[index]?.part ?? null;
  if (part === null || below.length === 0) return [index];
  if (part.lines === null) return [index, ...placeOf(part.type(), below)];
  return [index, /^\d{1,4}$/.test(below[0] ?? '') ? Number(below[0]) : 0, ...placeOf(part.type(), below.slice(1))];
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

/** Days that are wrong only today: after it, or before it. */
export function boundFaults(input: Type, filled: object, today: Day, above = '#'): FieldError[] {
  return fieldsOfInput(input).flatMap(({ name, bound, called, part }): FieldError[] => {
    const value = (filled as Record<string, unknown>)[name];
    const pointer = `${above}/${name}`;
    if (part?.lines === null && typeof value === 'object' && value !== null)
      return boundFaults(part.type(), value, today, pointer);
    if (bound === null || !isDay(value)) return [];
    if (bound === 'past' && value > today) return [{ pointer, detail: fieldWords.notAfterToday(called) }];
    if (bound === 'future' && value < today) return [{ pointer, detail: fieldWords.notBeforeToday(called) }];
    return [];
  });
}

/** Whether somebody or something is picked in a form. */
export const asksFound = (input: Type): boolean => fieldsOfInput(input).some(({ drawn }) => Boolean(drawn?.finder));

/** Whether a form must be sent with files. */
export const asksScans = (input: Type): boolean => fieldsOfInput(input).some(({ scan }) => scan !== null);
