import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { SCAN } from '../fields/scan-field.js';
import { REAL_DAY, REAL_END, REAL_MOMENT } from '../real-day.js';

/** A piece of JSON Schema as the document holds it. */
export type Schema = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';

const options = {
  refPointerPrefix: prefix,
  classTransformerMetadataStorage: defaultMetadataStorage,
  additionalConverters: {
    [REAL_DAY]: { type: 'string' as const, format: 'date' },
    [REAL_END]: { type: 'string' as const, pattern: '^(\\d{4}-\\d{2}-\\d{2}|P[1-9]\\d?Y)$' },
    [REAL_MOMENT]: { type: 'string' as const, format: 'date-time' },
    [SCAN]: ({ constraints: [most] }: { constraints: number[] }) => {
      const file = { type: 'string' as const, format: 'binary' };
      return (most ?? 1) > 1 ? { type: 'array' as const, items: file } : file;
    },
  },
};

/** A class that a request is checked by, and the noun whose route takes it. */
export interface InputClass {
  type: Type;
  noun: string;
}

/** A name for every class: its own, and where two libs chose the same, the noun before it. */
export function namesOf(inputs: readonly InputClass[]): Map<Type, string> {
  const shared = (type: Type): boolean => inputs.some((other) => other.type !== type && other.type.name === type.name);
  const title = (noun: string): string => noun.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return new Map(inputs.map(({ type, noun }) => [type, shared(type) ? `${title(noun)}${type.name}` : type.name]));
}

/** The schema of every input class given and of those they nest, by name. The same classes validate the requests. */
export function schemasOf(names: ReadonlyMap<Type, string>): Record<string, Schema> {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: ReadonlyMap<Type, unknown>;
  };
  const known = new Map([...validationMetadatas.keys()].map((type) => [type.name, type]));
  const found: Record<string, Schema> = {};
  // Unknown fields are refused, each by name.
  const closed = (type: Type | undefined): Schema => ({
    ...{ type: 'object', ...(type && (targetConstructorToSchema(type, options) as Schema)) },
    additionalProperties: false,
  });
  for (const [type, name] of names) found[name] = closed(type);
  const waiting = Object.values(found).flatMap(refsIn);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found[name]) continue;
    found[name] = closed(known.get(name));
    waiting.push(...refsIn(found[name]));
  }
  return Object.fromEntries(Object.entries(found).toSorted(([one], [other]) => one.localeCompare(other, 'en')));
}

/** A body's schema, in which what may be left out may be null as well. */
export function nullsAllowed(schema: Schema): Schema {
  const { properties, required } = schema as { properties?: Record<string, Schema>; required?: readonly string[] };
  const open = ([name, each]: [string, Schema]): [string, Schema] => {
    if (required?.includes(name) === true) return [name, each];
    const { title, description, ...rest } = each;
    return [name, { ...(title ? { title } : {}), ...(description ? { description } : {}), anyOf: [rest, none] }];
  };
  return { ...schema, properties: Object.fromEntries(Object.entries(properties ?? {}).map(open)) };
}

const none = { type: 'null' };

/** Names of the schemas that a piece of the document leans on. */
export function refsIn(piece: unknown): string[] {
  const written = JSON.stringify(piece ?? {});
  return [...written.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((found) => found[1] ?? '');
}

export const refTo = (name: string): Schema => ({ $ref: `${prefix}${name}` });
