import type { Fields } from './field.js';
import { type Filter, inOffices, type Say } from './filter.js';
import type { IdType, KeyType } from './cursor.js';

/** An order of a list. The key and the id together are never equal for two rows. */
export interface Sort {
  readonly sql: string;
  readonly type: KeyType;
  readonly down?: boolean;
}

/** Where the words of a list are: the plain text, and its characters and pairs under a GIN index (see `search-words.ts`). */
export type Words = SearchedWords | KnownWords;

/** Words that are names or codes, each asked of the index that knows them. */
interface KnownWords {
  where(word: string, say: Say): string;
}

interface SearchedWords {
  readonly text: string;
  /** None: the rows of a scope are few, and each is looked at. */
  readonly pairs?: string;
  /**
   * The one table of the list and the index of its words that goes with these filters: what is common apart and absent together is
   * then sought by the index alone. What the filters look at should be included in the index of an order.
   */
  readonly alone?: { readonly table: string; index(filters: Readonly<Record<string, string>>): string };
  /** Filters that leave so few rows, under an index of their own, that the index of words would read more. */
  few?(filters: Readonly<Record<string, string>>): boolean;
}

/** How a list is said, out of `noun.words.ts`. */
export interface Labels {
  readonly title: string;
  /** Its workbook, if that is called otherwise. */
  readonly sheet?: string;
  /** What its words are looked for in. */
  readonly search?: string;
  /** Heads of its columns. */
  readonly fields: Readonly<Record<string, string>>;
  /** Its filters; those with few values, with the words of each. */
  readonly filters: Readonly<Record<string, FilterLabels>>;
  readonly sorts: Readonly<Record<string, string>>;
}

interface FilterLabels {
  readonly label: string;
  readonly choices?: Readonly<Record<string, string>>;
}

/** A column of a workbook: the field whose word it shows. */
export type SheetColumn = string | { readonly field: string; readonly width: number };

/** A public list as an Atom feed. */
export interface FeedSpec {
  /** What its entries lead to, each by its id. */
  readonly record: string;
  /** The templates of an entry's title and of what it says. */
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly updated: string;
  /** The order of its entries, newest first. */
  readonly sort: string;
}

/** A list as its lib declares it: everything that page, program, workbook and feed read, and the one plan that gets it. */
export interface ListSpec<F extends Fields> {
  /** Names its statements and its cursors; no two lists share it. */
  readonly name: string;
  /** Where it stands; `:id` is the record whose rows these are. */
  readonly at: string;
  /** Tables with their aliases. */
  readonly from: string;
  /** The uuid of a row, or its number. */
  readonly id: string;
  readonly idType?: IdType;
  readonly fields: F;
  /** What holds for every row. */
  readonly where?: string;
  readonly filters: Readonly<Record<string, Filter>>;
  /** The first is the one a reader gets who asks for none, unless `sort` says otherwise. */
  readonly sorts: Readonly<Record<string, Sort>>;
  /** The order that goes with the filters, if none is asked for. */
  sort?(filters: Readonly<Record<string, string>>): string;
  readonly words?: Words;
  readonly pageSize?: number;
  readonly labels?: Labels;
  /** The filter whose values stand above the list, each with how many it leaves; of many values, those most looked for. */
  readonly chips?: { readonly filter: string; readonly values?: readonly string[] };
  /** Columns of its workbook. */
  readonly sheet?: readonly SheetColumn[];
  readonly feed?: FeedSpec;
}

/** What a reader asks of a list, checked. */
export interface Asked {
  readonly filters: Readonly<Record<string, string>>;
  readonly words: string;
  readonly sort: string;
  /** The cursor as it came, '' at the beginning. */
  readonly after: string;
  readonly limit: number;
  /** The record whose rows these are, if the list is of one. */
  readonly of?: string;
}

/** Which rows this reader may see: a condition with a name, since it becomes part of a prepared statement. */
export interface Scope {
  readonly name: string;
  where(say: (value: unknown) => string): string;
  /** Words this reader may look in, where they are others than everybody's. */
  readonly words?: Words;
  /** Its rows cost too much to be counted for a chip. */
  readonly uncounted?: true;
}

/** Rows that everybody may see. */
export const everybody: Scope = { name: '', where: () => 'true' };

/** Rows of the offices under a prefix of their code, or under one of several. */
export const ofOffice = (sql: string, ...prefixes: readonly string[]): Scope => ({
  name: `office${prefixes.map(({ length }) => length).join(',')}`,
  where: (say) => inOffices(sql, prefixes, say),
});

/** A list of a lib. */
export class List<F extends Fields> {
  readonly pageSize: number;
  /** Names of the fields in the order of their columns. */
  readonly names: readonly string[];

  constructor(readonly spec: ListSpec<F>) {
    this.pageSize = spec.pageSize ?? 20;
    this.names = Object.keys(spec.fields);
  }

  /** The order that is meant where none is asked for. */
  usual(filters: Readonly<Record<string, string>>): string {
    return this.spec.sort?.(filters) ?? Object.keys(this.spec.sorts)[0] ?? '';
  }

  order(sort: string): Sort {
    const found = this.spec.sorts[sort];
    if (!found) throw new TypeError(`${this.spec.name} has no order ${sort}.`);
    return found;
  }

  /** Its address, or one below it, with everything that is asked; of the filters, those that are set. */
  address(asked: Asked, changes: Partial<Asked> = {}, below = ''): string {
    const { filters, words, sort, after, limit, of = '' } = { ...asked, ...changes };
    const pairs = Object.entries(filters).filter(([, value]) => value !== '');
    if (words !== '') pairs.unshift(['q', words]);
    if (sort !== this.usual(filters)) pairs.push(['sort', sort]);
    if (limit !== this.pageSize) pairs.push(['limit', String(limit)]);
    if (after !== '') pairs.push(['after', after]);
    const query = new URLSearchParams(pairs).toString();
    const at = `${this.spec.at.replace(':id', of)}${below}`;
    return query === '' ? at : `${at}?${query}`;
  }
}
