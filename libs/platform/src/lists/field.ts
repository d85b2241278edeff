import type { Day, Fen, Mu } from '#kernel';

/** What a value of a list is, so that page, workbook and schema can show it: never how it is worded. */
export type Kind = 'text' | 'count' | 'mu' | 'fen' | 'day' | 'moment' | 'due' | 'code' | 'flag' | 'texts';

/** One typed value of a list's rows and where the database has it. */
export interface Field<Value> {
  readonly sql: string;
  readonly kind: Kind;
  /** Words of a code's values, for workbooks. */
  readonly words: Readonly<Record<string, string>>;
  /** Some rows have no value for it. */
  readonly empty?: true;
  /** Only for the compiler: the type of the value. */
  readonly value?: Value;
}

/** The fields of a list by the names its rows, columns and templates use. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A row of a list, as its fields declare it. */
export type RowOf<F extends Fields> = {
  -readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

const of =
  <Value>(kind: Kind) =>
  (sql: string): Field<Value> => ({ sql, kind, words: {} });

/** The kinds of field. A field that may be empty is `maybe(column.day('…'))`. */
export const column = {
  text: of<string>('text'),
  count: of<number>('count'),
  mu: of<Mu>('mu'),
  fen: of<Fen>('fen'),
  day: of<Day>('day'),
  moment: of<Date>('moment'),
  /** When something is due; a workbook says its last day. */
  due: of<Date>('due'),
  flag: of<boolean>('flag'),
  texts: of<string[]>('texts'),
  /** A value out of a closed list, with the words that workbooks use for it. */
  code: <Code extends string>(sql: string, words: Readonly<Record<Code, string>>): Field<Code> => ({
    sql,
    kind: 'code',
    words,
  }),
};

/** A field that some rows have no value for. */
export const maybe = <Value>(field: Field<Value>): Field<Value | null> => ({ ...field, empty: true });
