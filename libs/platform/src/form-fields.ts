import type { Blocker } from '#kernel';
import { units } from './fields/field.words.js';

/** A field of a form as the partial `fields` draws it. */
export interface FormField {
  kind:
    | 'text'
    | 'password'
    | 'digits'
    | 'decimal'
    | 'area'
    | 'select'
    | 'choice'
    | 'picks'
    | 'date'
    | 'end'
    | 'money'
    | 'mu'
    | 'file'
    | 'check'
    | 'find'
    | 'hidden';
  id: string;
  name: string;
  label: string;
  /** One sentence under the label, or nothing. */
  hint: string;
  rows?: string;
  unit?: string;
  value?: string;
  accept?: string;
  many?: boolean;
  camera?: boolean;
  /** Letters and figures that are compared one by one. */
  code?: boolean;
  /** What a browser may fill in of the reader himself; nothing if it is `off`. */
  auto?: string;
  /** The heading above it and what follows, or nothing. */
  section?: string;
  /** What is said where none of the options was picked. */
  none?: string;
  /** The kind of thing that is found. */
  finder?: string;
  /** Nothing need be picked. */
  optional?: boolean;
  options?: readonly FieldOption[];
}

/** What may be chosen in a field: a line beside its words, and why it cannot be chosen here. */
export interface FieldOption {
  value: string;
  label: string;
  text?: string;
  why?: string;
}

const named = (kind: FormField['kind'], name: string, label: string, hint: string): FormField => ({
  kind,
  id: name,
  name,
  label,
  hint,
});

/** Fields by kind. Where a page holds two of one name, the second is given an `id` of its own. */
export const field = {
  text: (name: string, label: string, hint = ''): FormField => ({ ...named('text', name, label, hint), unit: '' }),
  digits: (name: string, label: string, hint = '', unit = ''): FormField => ({
    ...named('digits', name, label, hint),
    unit,
  }),
  area: (name: string, label: string, hint = ''): FormField => ({ ...named('area', name, label, hint), rows: '4' }),
  date: (name: string, label: string, hint = ''): FormField => named('date', name, label, hint),
  check: (name: string, label: string, hint = ''): FormField => named('check', name, label, hint),
  hidden: (name: string, value: string): FormField => ({ ...named('hidden', name, '', ''), id: '', value }),
  /** An amount in yuan. */
  money: (name: string, label: string, hint = ''): FormField => ({
    ...named('money', name, label, hint),
    unit: units.yuan,
  }),
  select: (name: string, label: string, options: Readonly<Record<string, string>>, hint = ''): FormField => ({
    ...named('select', name, label, hint),
    options: Object.entries(options).map(([value, said]) => ({ value, label: said })),
  }),
  /** A scan or a photo; on a phone the camera is offered. */
  file: (name: string, label: string, hint: string, more: Partial<FormField> = {}): FormField => ({
    ...named('file', name, label, hint),
    ...{ accept: 'image/*,application/pdf', many: false, camera: true },
    ...more,
  }),
} as const;

/** A button with its form, as the partial `step-buttons` draws it. */
export interface FormAct {
  action: string;
  label: string;
  href: string;
  method: 'get' | 'post';
  tone: 'solid' | 'quiet' | 'grave';
  enabled: boolean;
  blockers: readonly Blocker[];
  hint: string;
  fields: readonly FormField[];
  multipart: boolean;
  confirm: string | null;
}

/** An act that can be pressed and asks for nothing, but for what is said. */
export function formAct(said: Pick<FormAct, 'action' | 'label' | 'href'> & Partial<FormAct>): FormAct {
  return {
    ...{ method: 'post', tone: 'solid', enabled: true, blockers: [], hint: '', fields: [], multipart: false },
    confirm: null,
    ...said,
  };
}
