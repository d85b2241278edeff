import type { Type } from '@nestjs/common';
import type { Day, FieldError } from '#kernel';
import type { FormField } from '../form-fields.js';
import { fieldWords } from './field.problems.js';
import { fieldsOfInput } from './field-table.js';

/** What the record at hand adds to a form. */
export interface FormOfCase {
  /** What may be picked in a field, by its name: code and words. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The form of an input class: its fields in their order, a part's fields under the part's name. */
export function formOf(input: Type, { choices = {} }: FormOfCase = {}, above = '', before = ''): FormField[] {
  return fieldsOfInput(input).flatMap(({ name, drawn, part }): FormField[] => {
    const whole = above + name;
    if (part !== null) {
      if (part.lines === null) return formOf(part.type(), { choices }, `${whole}.`, before);
      return Array.from({ length: part.lines }, (_, index) =>
        formOf(part.type(), { choices }, `${whole}.${index}.`, part.line(index + 1)),
      ).flat();
    }
    if (drawn === null) return [];
    const offered = choices[whole];
    const options = offered && Object.entries(offered).map(([value, label]) => ({ value, label }));
    return [{ ...drawn, label: before + drawn.label, id: whole, name: whole, ...(options ? { options } : {}) }];
  });
}

/** Days that are wrong only today: after it, or before it. */
export function boundFaults(input: Type, filled: object, today: Day): FieldError[] {
  return fieldsOfInput(input).flatMap(({ name, bound, drawn }): FieldError[] => {
    const day = (filled as Record<string, unknown>)[name];
    if (bound === null || typeof day !== 'string') return [];
    const label = drawn?.label ?? name;
    if (bound === 'past' && day > today) return [{ pointer: `#/${name}`, detail: fieldWords.notAfterToday(label) }];
    if (bound === 'future' && day < today) return [{ pointer: `#/${name}`, detail: fieldWords.notBeforeToday(label) }];
    return [];
  });
}

/** Whether a form must be sent with files. */
export const asksScans = (input: Type): boolean => fieldsOfInput(input).some(({ scan }) => scan !== null);
