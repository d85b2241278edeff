import { type Day, type Fen, type Mu, codesName } from '#kernel';

/** A piece of JSON Schema. */
type Schema = Readonly<Record<string, unknown>>;

/** One typed value of an answer: the schema that the document shows, and for the compiler its type. */
export interface Value<Type> {
  readonly schema: Schema;
  /** The words of a code. */
  readonly words?: Readonly<Record<string, string>>;
  readonly type?: Type;
}

/** The type of a value, or of a whole view. */
export type Of<V> = V extends Value<infer Type> ? Type : never;

export type Parts = Readonly<Record<string, Value<unknown>>>;
/** No part beside others. */
export type NoParts = Readonly<Record<never, Value<unknown>>>;
/** What a view of these parts holds. */
export type Whole<P extends Parts> = { readonly [Name in keyof P]: Of<P[Name]> };

const of =
  <Type>(schema: Schema) =>
  (description?: string): Value<Type> => ({ schema: described(schema, description) });

const described = (schema: Schema, description?: string): Schema =>
  description === undefined ? schema : { ...schema, description };

/** The kinds of value. What each is called stands in its noun's words and becomes its description. */
export const value = {
  text: of<string>({ type: 'string' }),
  id: of<string>({ type: 'string', format: 'uuid' }),
  /** A path of the exchange; a program puts `/api` before it. */
  href: of<string>({ type: 'string', format: 'uri-reference' }),
  count: of<number>({ type: 'integer' }),
  fen: of<Fen>({ type: 'integer' }),
  mu: of<Mu>({ type: 'string', pattern: String.raw`^\d+(\.\d+)?$` }),
  day: of<Day>({ type: 'string', format: 'date' }),
  moment: of<Date>({ type: 'string', format: 'date-time' }),
  flag: of<boolean>({ type: 'boolean' }),
  /** One of a closed list, with the word of each; libs above may still add to a growing one while they are loaded. */
  code: <Code extends string>(words: Readonly<Record<Code, string>>, description?: string): Value<Code> => ({
    words,
    schema: described(codesOf(words), description),
  }),
  /** One of the views that libs above have; null where it has none. */
  oneOf: <Type>(all: () => readonly Value<Type>[], description: string): Value<Type | null> => ({
    schema: {
      description,
      get anyOf() {
        return [...all().map(({ schema }) => schema), { type: 'null' }];
      },
    },
  }),
  /** One of a list without words that is whole only when every lib is there: a type of its own, read when the document is written. */
  among: (name: string, all: () => readonly string[], description: string): Value<string> => ({
    schema: described(
      listed(name, {
        type: 'string',
        get enum() {
          return all();
        },
      }),
      description,
    ),
  }),
  many: <Type>({ schema, words }: Value<Type>, description?: string): Value<readonly Type[]> => ({
    ...(words && { words }),
    schema: described({ type: 'array', items: schema }, description),
  }),
  /** Values under names that the document cannot know. */
  named: <Type>({ schema }: Value<Type>, description?: string): Value<Readonly<Record<string, Type>>> => ({
    schema: described({ type: 'object', additionalProperties: schema }, description),
  }),
  /** A value whose type another schema tells. */
  anything: of<unknown>({}),
  /** A value that is null where there is none. */
  maybe: <Type>({ schema, words }: Value<Type>): Value<Type | null> => {
    const { description, ...rest } = schema;
    return {
      ...(words && { words }),
      schema: described({ anyOf: [rest, { type: 'null' }] }, description as string | undefined),
    };
  },
};

/** The words of a view's codes, by `View.part`: what templates say of them. */
const coded = new Map<string, Readonly<Record<string, string>>>();

/** The word of a code, `Survey.conclusion` being the part of the view it stands in. @throws Error where no such part has words */
export function wordOf(part: string, code: string): string {
  const words = coded.get(part);
  if (!words) throw new Error(`No view has words for ${part}.`);
  return words[code] ?? code;
}

const declared = new Map<string, Schema>();

/** A view under its name in the document: each of its parts is there, and nothing else. @throws TypeError for a name used twice */
export function view<P extends Parts>(
  name: string,
  parts: P,
  description?: string,
  required: readonly string[] = Object.keys(parts),
): Value<Whole<P>> {
  if (declared.has(name)) throw new TypeError(`There are two views ${name}.`);
  const properties = Object.fromEntries(Object.entries(parts).map(([part, { schema }]) => [part, schema]));
  const whole = { type: 'object', properties, required, additionalProperties: false };
  for (const [part, { words }] of Object.entries(parts)) if (words) coded.set(`${name}.${part}`, words);
  declared.set(name, described(whole, description));
  return { schema: { $ref: `#/components/schemas/${name}` } };
}

/** A closed list: a type of its own where it has a name. */
function codesOf(words: Readonly<Record<string, string>>): Schema {
  return listed(codesName(words), {
    type: 'string',
    get enum() {
      return Object.keys(words);
    },
    get 'x-enum-descriptions'() {
      return Object.values(words);
    },
  });
}

/** A list of codes under its name. @throws TypeError for a name used twice */
function listed(name: string | undefined, codes: Schema): Schema {
  if (name === undefined) return codes;
  if (JSON.stringify(declared.get(name) ?? codes) !== JSON.stringify(codes))
    throw new TypeError(`There are two types ${name}.`);
  declared.set(name, codes);
  return { $ref: `#/components/schemas/${name}` };
}

/** Every view and every named list of codes that has been declared, by name. */
export const declaredViews = (): Readonly<Record<string, Schema>> => Object.fromEntries(declared);
