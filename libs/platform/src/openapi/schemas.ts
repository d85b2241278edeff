import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

/** A piece of JSON Schema as the document holds it. */
export type Schema = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';

/** The schema of every input class given and of those they nest, by name. The same classes validate the requests. */
export function schemasOf(classes: readonly Type[]): Record<string, Schema> {
  const known = validationMetadatasToSchemas({
    refPointerPrefix: prefix,
    classTransformerMetadataStorage: defaultMetadataStorage,
  }) as Record<string, Schema>;
  const found: Record<string, Schema> = {};
  const waiting = [...new Set(classes.map((each) => each.name))];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found[name]) continue;
    // Unknown fields are refused, each by name.
    found[name] = { type: 'object', ...known[name], additionalProperties: false };
    waiting.push(...refsIn(found[name]));
  }
  return Object.fromEntries(Object.entries(found).toSorted(([one], [other]) => one.localeCompare(other, 'en')));
}

/** Names of the schemas that a piece of the document leans on. */
export function refsIn(piece: unknown): string[] {
  const written = JSON.stringify(piece ?? {});
  return [...written.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((found) => found[1] ?? '');
}

export const refTo = (name: string): Schema => ({ $ref: `${prefix}${name}` });
