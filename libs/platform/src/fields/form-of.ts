import type { Type } from '@nestjs/common';
import type { Day, FieldError } from '#kernel';
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

/** Days that are wrong only today: after it, or before it. */
export function boundFaults(input: Type, filled: object, today: Day, above = '#'): FieldError[] {
  return fieldsOfInput(input).flatMap(({ name, bound, called, part }): FieldError[] => {
    const value = (filled as Record<string, unknown>)[name];
    const pointer = `${above}/${name}`;
    if (part?.lines === null && typeof value === 'object' && value !== null)
      return boundFaults(part.type(), value, today, pointer);
    if (bound === null || typeof value !== 'string') return [];
    if (bound === 'past' && value > today) return [{ pointer, detail: fieldWords.notAfterToday(called) }];
    if (bound === 'future' && value < today) return [{ pointer, detail: fieldWords.notBeforeToday(called) }];
    return [];
  });
}

/** Whether somebody or something is picked in a form. */
export const asksFound = (input: Type): boolean => fieldsOfInput(input).some(({ drawn }) => Boolean(drawn?.finder));

/** Whether a form must be sent with files. */
export const asksScans = (input: Type): boolean => fieldsOfInput(input).some(({ scan }) => scan !== null);
