import type { Type } from '@nestjs/common';
import { type Day, type FieldError, Problem } from '#kernel';
import { inputProblems } from '../validation.problems.js';
import { inputProblem, unknownField, validationPipe } from '../validation.js';
import { fieldWords } from './field.problems.js';
import { type InputField, fieldsOfInput } from './field-table.js';
import { boundFaults, inPageOrder } from './form-of.js';
import { type Filled, right, soundOf } from './sound.js';

/** What was typed into the form of an input, right or wrong, by the names of its class; lines of a list by their keys. */
export interface Typed {
  [name: string]: string | readonly string[] | Typed;
}

/** No person types more than this into one field, nor ticks more boxes of one list. */
const longest = 2000;
const mostPicked = 400;

/**
 * Keeps what a form asked for as it was typed, so that it can be gone on with. What the form has drawn is there: a part
 * left empty is an empty part, and boxes of which none is ticked are an empty list. Refuses only what no form sends.
 */
export function typedOf(input: Type, body: object): Typed {
  const faults: FieldError[] = [];
  const typed = keep(input, body as Record<string, unknown>, '', faults);
  if (faults.length > 0) throw inputProblem(faults);
  return typed;
}

function keep(input: Type, body: Readonly<Record<string, unknown>>, above: string, faults: FieldError[]): Typed {
  const fields = fieldsOfInput(input);
  const names = new Set(fields.map(({ name }) => name));
  for (const name of Object.keys(body)) if (!names.has(name)) faults.push(unknownField(above + name));
  return Object.fromEntries(
    fields.flatMap((field): [string, Typed[string]][] => {
      const value = body[field.name] ?? emptyOf(field);
      if (value === undefined || value === '') return [];
      return [[field.name, kept(field, value, above, faults)]];
    }),
  );
}

const emptyOf = ({ part, list, drawn }: InputField): unknown => (part ? {} : list && drawn ? [] : undefined);

function kept(field: InputField, value: unknown, above: string, faults: FieldError[]): Typed[string] {
  const { name, part, called } = field;
  const wrong = (detail: string): string => {
    faults.push({ pointer: `#/${(above + name).replaceAll('.', '/')}`, detail });
    return '';
  };
  if (part) {
    if (typeof value !== 'object' || value === null) return wrong(fieldWords.part(called));
    if (part.lines === null) return keep(part.type(), value as Typed, `${above}${name}.`, faults);
    const lines = Object.entries(value);
    if (lines.length > mostPicked) return wrong(fieldWords.parts(called, 0, mostPicked));
    const line = (key: string, each: unknown): Typed =>
      keep(part.type(), Object(each) as Typed, `${above}${name}.${key}.`, faults);
    return Object.fromEntries(lines.map(([key, each]) => [key, line(key, each)]));
  }
  const texts = (field.list ? [value].flat() : [value]) as readonly unknown[];
  if (texts.length > mostPicked) return wrong(fieldWords.parts(called, 0, mostPicked));
  if (!texts.every((text): text is string => typeof text === 'string')) return wrong(fieldWords.plain(called));
  if (texts.some((text) => text.length > longest)) return wrong(fieldWords.most(called, longest));
  return field.list ? texts : (texts[0] ?? '');
}

/** Pointers of the fields that came more than once, where an input asks for one: two boxes are ticked, two texts are not typed. */
export function fieldsRepeated(input: Type, body: object, above = '#'): string[] {
  return fieldsOfInput(input).flatMap((field): string[] => {
    const value = (body as Record<string, unknown>)[field.name];
    const pointer = `${above}/${field.name}`;
    if (field.part === null) return Array.isArray(value) && field.scan === null && !field.list ? [pointer] : [];
    const { type, lines } = field.part;
    const parts = lines === null ? [[pointer, value] as const] : linesOf(pointer, value);
    return parts.flatMap(([at, part]) => fieldsRepeated(type(), Object(part) as object, at));
  });
}

const linesOf = (pointer: string, value: unknown): (readonly [string, unknown])[] =>
  Array.isArray(value) ? value.map((each: unknown, index) => [`${pointer}/${index}`, each] as const) : [];

/** By the names that the controls of a form have: `term.start`, `parcels.37….areaMu`. */
export function leavesOf(typed: Typed, above = ''): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      if (typeof value === 'string' || Array.isArray(value))
        return [[above + name, value as string | readonly string[]]];
      return Object.entries(leavesOf(value as Typed, `${above}${name}.`));
    }),
  );
}

const pipe = validationPipe();

/** An input as its class reads it, and everything that is wrong with it on this day. */
export async function filled<Input extends object>(
  input: Type<Input>,
  body: object,
  today: Day,
): Promise<Filled<Input>> {
  const { value, errors } = await checked(input, body);
  const faults = inPageOrder(input, [...errors, ...boundFaults(input, value ?? body, today)]);
  if (value !== null && faults.length === 0) return right(value);
  return { value: null, sound: soundOf(input, body, faults), faults };
}

async function checked<Input extends object>(input: Type<Input>, body: object) {
  try {
    return { value: (await pipe.transform(body, { type: 'body', metatype: input })) as Input, errors: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== inputProblems.invalid.type) throw error;
    return { value: null, errors: error.members.errors ?? [] };
  }
}
