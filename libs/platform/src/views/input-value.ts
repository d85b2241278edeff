import type { Type } from '@nestjs/common';
import { yuan } from '#kernel';
import { type InputField, fieldsOfInput } from '../fields/field-table.js';
import { type Parts, type Value, value, view } from './values.js';

/** What was asked for by an input, as a view: each field under its name with the type of its kind, amounts in fen. */
export interface InputView<Filled extends object> {
  value: Value<Filled>;
  /** What was filled in, as the view has it; what was left out is null. */
  of: (filled: object) => Filled;
}

interface Shaping {
  /** Fields that are told elsewhere. */
  but?: readonly string[];
  /** Not every field is kept: those that are not there are left out. */
  partly?: boolean;
}

/** Declares the view of an input under its name. */
export function inputView<Filled extends object>(
  name: string,
  input: Type,
  { but = [], partly = false }: Shaping = {},
): InputView<Filled> {
  const fields = fieldsOfInput(input).filter(({ name: each }) => !but.includes(each));
  const named = fields.flatMap((field) => {
    const one = valueOf(name, input, field, partly);
    return one ? [[keyOf(field), field.optional ? value.maybe(one) : one] as const] : [];
  });
  const parts: Parts = Object.fromEntries(named);
  const whole = view(name, parts, undefined, partly ? [] : Object.keys(parts)) as unknown as Value<Filled>;
  return { value: whole, of: (filled) => typedOf(fields, filled as Record<string, unknown>, partly) as Filled };
}

const keyOf = ({ name, drawn }: InputField): string =>
  drawn?.kind === 'money' ? `${name.replace(/Yuan$/, '')}Fen` : name;

function valueOf(above: string, input: Type, field: InputField, partly: boolean): Value<unknown> | null {
  const { name, drawn, part, scan, called } = field;
  if (part) {
    const [first = '', ...rest] = name;
    const one = inputView(`${above}${first.toUpperCase()}${rest.join('')}`, part.type(), { partly }).value;
    return part.lines === null ? one : value.many(one, called);
  }
  if (!drawn || scan) return null;
  const words = Object.fromEntries(
    (drawn.options ?? []).flatMap(({ value: code, label }) => (code === '' ? [] : [[code, label]])),
  );
  const coded = Object.keys(words).length > 0;
  switch (drawn.kind) {
    case 'money':
      return value.fen(called);
    case 'mu':
      return value.mu(called);
    case 'date':
      return value.day(called);
    case 'check':
      return value.flag(called);
    case 'picks':
      return value.many(coded ? value.code(words) : value.text(), called);
    case 'select':
    case 'choice':
      return coded ? value.code(words, called) : value.text(called);
    default:
      return isCount(input, name) ? value.count(called) : value.text(called);
  }
}

const isCount = (input: Type, name: string): boolean =>
  Reflect.getMetadata('design:type', input.prototype as object, name) === Number;

function typedOf(
  fields: readonly InputField[],
  filled: Readonly<Record<string, unknown>>,
  partly: boolean,
): Record<string, unknown> {
  const there = fields.filter(
    ({ name, drawn, part, scan }) => (part || (drawn && !scan)) && (!partly || name in filled),
  );
  return Object.fromEntries(
    there.map((field) => {
      const found = filled[field.name] ?? null;
      const money = field.drawn?.kind === 'money' && typeof found === 'string';
      return [
        keyOf(field),
        money ? yuan(found) : field.part && found ? partsOf(field.part.type(), found, partly) : found,
      ];
    }),
  );
}

function partsOf(input: Type, found: unknown, partly: boolean): unknown {
  const one = (each: unknown): object => typedOf(fieldsOfInput(input), each as Record<string, unknown>, partly);
  return Array.isArray(found) ? found.map(one) : one(found);
}
