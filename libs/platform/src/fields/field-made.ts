import { IsOptional } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { FieldOption, FormField } from '../form-fields.js';
import { type InputField, keepField } from './field-table.js';
import { exampleIn } from './field.words.js';

/** What may be said of every field. */
export interface Asked {
  /** One sentence under the label. */
  hint?: string;
  optional?: boolean;
  /** Said instead of the general words when it is filled wrongly. */
  refusal?: string;
  /** What pages and papers call it, where that is shorter than the question. */
  called?: string;
  /** The heading above it in a long form, and above what follows. */
  section?: string;
  /** It belongs to this one deal: what renews the deal later begins without it. */
  once?: true;
  /** No form asks for it; a program may say it. */
  unasked?: true;
}

/** A rule of a field: a decorator of a property that has a plain name. */
export type FieldRule = (prototype: object, name: string) => void;

/** A form with one box ticked sends one text. */
export const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

/** What most fields are not. */
export const none: Omit<InputField, 'name' | 'called' | 'onto'> = {
  ...{ drawn: null, scan: null, bound: null, part: null, once: false, optional: false, list: false },
};

/** The decorator of a field: its rules, and its line in the table of its class. */
export function decorated(rules: readonly FieldRule[], field: Omit<InputField, 'name' | 'onto'>): PropertyDecorator {
  const decorate: PropertyDecorator = (prototype, name) => {
    for (const rule of rules) rule(prototype, String(name));
    keepField(prototype, { ...field, name: String(name), onto: (other) => decorate(other, name) });
  };
  return decorate;
}

/** A field that is an input of its own class, or a list of them. */
export function nested(
  label: string,
  asked: Asked,
  rules: readonly FieldRule[],
  part: InputField['part'],
): PropertyDecorator {
  const all = [...rules, ...(asked.optional ? [IsOptional()] : []), JSONSchema({ title: label })];
  return decorated(all, { ...none, ...worded(label, asked), part });
}

/** A field of one value: its rules, its control and its words. */
export function fieldOf(
  label: string,
  asked: Asked,
  rules: readonly FieldRule[],
  kind: FormField['kind'],
  more: Partial<FormField> = {},
  rest: Partial<InputField> = {},
): PropertyDecorator {
  const described = JSONSchema((schema) => ({
    ...withWords(schema as Schema, more.options ?? []),
    ...{ title: label, ...describedBy([more.unit, asked.hint]) },
    ...(schema.type === 'string' && !schema.format && !more.options ? examplesIn(asked) : {}),
  }));
  const all = [...rules, ...(asked.optional ? [IsOptional()] : []), described];
  const drawn = asked.unasked ? null : { ...plainDrawn(kind, label, asked), ...more };
  return decorated(all, { ...none, list: kind === 'picks', ...rest, ...worded(label, asked), drawn });
}

type Schema = Readonly<Record<string, unknown>>;

/** The words of the codes that a field takes, beside each. */
function withWords(schema: Schema, options: readonly FieldOption[]): Schema {
  if (schema['items']) return { ...schema, items: withWords(schema['items'] as Schema, options) };
  const codes = schema['enum'] as readonly string[] | undefined;
  if (!codes || options.length === 0) return schema;
  const said = codes.map((code) => options.find(({ value }) => value === code)?.label ?? code);
  return { ...schema, 'x-enum-descriptions': said };
}

/** What a number counts, and the hint: what a page shows behind and under the field. */
function describedBy(words: readonly (string | undefined)[]): Schema {
  const said = words.filter((each) => each !== undefined && each !== '');
  return said.length === 0 ? {} : { description: said.join(': ') };
}

/** What the field's own words give as an example. */
function examplesIn({ hint = '', refusal = '' }: Asked): Schema {
  const found = exampleIn(hint) ?? exampleIn(refusal);
  return found === undefined ? {} : { examples: [found] };
}

const worded = (label: string, { called = label, once, optional = false }: Asked) => ({
  ...{ called, once: once ?? false, optional },
});

/** The head of a control. */
export const plainDrawn = (
  kind: FormField['kind'],
  label: string,
  { hint = '', section = '' }: Asked,
): Pick<FormField, 'kind' | 'label' | 'hint' | 'section' | 'auto'> => ({ kind, label, hint, section, auto: 'off' });

/** The words of each code; where a name is not enough, with a sentence beside it. */
export type ChoiceWords = Readonly<Record<string, string | { label: string; text: string }>>;

/** A table of codes with their words, as a control offers it. */
export const optionsOf = (words: ChoiceWords): FieldOption[] =>
  Object.entries(words).map(([value, said]) => ({ value, ...(typeof said === 'string' ? { label: said } : said) }));
