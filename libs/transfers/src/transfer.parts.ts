import type { Type } from '@nestjs/common';
import {
  type Reader,
  type Said,
  type Tx,
  type Value,
  fieldsOfInput,
  inputView,
  saidOf,
  together,
  view,
} from '#platform';
import { GuarantorInput } from './material.input.js';
import { guarantorOf } from './transfers.queries.js';
import type { Transfer } from './transfer.entity.js';

/** How a part of a case is read, the input in whose words and fields it is shown, and the papers that print it under its name. */
interface TransferPart {
  read: (reader: Reader | Tx, record: Transfer) => Promise<object | readonly object[] | null>;
  words: Type;
  printed: readonly string[];
}

/** What the parties brought to a case beside its own columns, by the names under which rules, pages and papers ask for it. */
const parts = {
  guarantor: { read: guarantorOf, words: GuarantorInput, printed: ['application'] },
} as const satisfies Record<string, TransferPart>;

type Parts = typeof parts;
type Read<Name extends keyof Parts> = Awaited<ReturnType<Parts[Name]['read']>>;

/** The parts as they were read, for the rules. */
export type TransferParts = { [Name in keyof Parts]: Read<Name> };

/** The parts as programs and papers get them: the fields of their inputs, no ids. */
export type PartsShown = { [Name in keyof Parts]: Shown<Read<Name>, InstanceType<Parts[Name]['words']>> };
type Shown<Value, Words> = Value extends readonly (infer Each)[]
  ? readonly Shown<Each, Words>[]
  : Value extends object
    ? Pick<Value, keyof Value & keyof Words>
    : Value;

const named = Object.entries(parts) as [keyof Parts, TransferPart][];

/** Every part of a case, asked at once. */
export async function partsOf(reader: Reader | Tx, record: Transfer): Promise<TransferParts> {
  const asked = named.map(([name, { read }]): [string, ReturnType<TransferPart['read']>] => [
    name,
    read(reader, record),
  ]);
  return (await together(Object.fromEntries(asked))) as TransferParts;
}

/** The parts as the page of the case says them, in the words in which they were asked. */
export const saidOfParts = (facts: TransferParts): Said[] =>
  named.flatMap(([name, { words }]) => listOf(facts[name]).flatMap((each) => saidOf(words, each)));

/** A part as it is read: one, several, or none. */
function partValue(name: string, words: Type): Value<unknown> {
  const { schema } = inputView(`Transfer${name.replace(/^./, (first) => first.toUpperCase())}`, words, {
    partly: true,
  }).value;
  return { schema: { anyOf: [schema, { type: 'array', items: schema }, { type: 'null' }] } };
}

/** The parts as programs get them, under the names of their inputs' fields. */
export const partsView = view(
  'TransferParts',
  Object.fromEntries(named.map(([name, { words }]) => [name, partValue(name, words)])),
) as unknown as Value<PartsShown>;

export const partsShown = (facts: TransferParts): PartsShown => shown(facts, named) as unknown as PartsShown;

/** The parts that a kind of paper prints; what a paper does not print is not kept with it. */
export const partsPrinted = (facts: TransferParts, kind: string): Readonly<Record<string, unknown>> =>
  shown(
    facts,
    named.filter(([, { printed }]) => printed.includes(kind)),
  );

const shown = (
  facts: TransferParts,
  wanted: readonly [keyof Parts, TransferPart][],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(wanted.map(([name, { words }]) => [name, fieldsIn(words, facts[name])]));

/** The fields that an input asks for, of what was read. */
function fieldsIn(words: Type, value: object | null): object | null {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((each: object) => fieldsIn(words, each));
  const asked = new Set(fieldsOfInput(words).map(({ name }) => name));
  return Object.fromEntries(Object.entries(value).filter(([name]) => asked.has(name)));
}

const listOf = (value: object | null): object[] =>
  value === null ? [] : Array.isArray(value) ? (value as object[]) : [value];
