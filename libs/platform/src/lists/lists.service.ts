import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '../database.js';
import { type Download, Shown } from '../page.js';
import { workbook } from '../workbook.js';
import { cursorOf } from './cursor.js';
import type { Fields, RowOf } from './field.js';
import type { Asked, List, Scope } from './list.js';
import {
  type Around,
  type ListView,
  type Options,
  chipsOf,
  listPage,
  listView,
  optionsOfList,
  type PageOf,
} from './list-page.js';
import { sheetOf } from './sheet.js';
import { FrequentPairs } from './frequent-pairs.js';
import { type Way, choiceCountStatement, lengthFor, pageStatement, soughtOf } from './statement.js';

/** So many rows fit one workbook. */
const sheetRows = 2000;

/** A row as its reader may see it. */
export type Seen<F extends Fields, Line extends object> = (row: RowOf<F>) => Line;

/** Reads lists: one statement a page, by key, whatever lies behind and however deep one is. */
@Injectable()
export class Lists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly frequent: FrequentPairs,
  ) {}

  async page<F extends Fields>(list: List<F>, asked: Asked, scope: Scope): Promise<PageOf<RowOf<F>>> {
    const found = await this.read(list, asked, scope, lengthFor(asked.limit));
    const last = found.length > asked.limit ? found[asked.limit - 1] : undefined;
    const rows = found.slice(0, asked.limit).map((values) => rowOf(list, values));
    return { rows, next: last === undefined ? '' : keyOf(list, asked, last) };
  }

  /** The first rows of what is asked, for a workbook or a feed. */
  async first<F extends Fields>(list: List<F>, asked: Asked, scope: Scope, most: number): Promise<RowOf<F>[]> {
    const found = await this.read(list, { ...asked, after: '' }, scope, most);
    return found.map((values) => rowOf(list, values));
  }

  /** One page of a list: to a program its rows as this reader may see them, to a person with what stands around them. */
  async show<F extends Fields, Line extends object>(
    list: List<F>,
    asked: Asked,
    scope: Scope,
    seen: Seen<F, Line> | Promise<Seen<F, Line>>,
    around: (lines: readonly Line[]) => Around | Promise<Around>,
  ): Promise<Shown<ListView<Line>>> {
    const [page, line] = await Promise.all([this.page(list, asked, scope), seen]);
    const lines = page.rows.map((row) => line(row));
    const view = listView(list, asked, page, lines);
    return new Shown(view, async () => {
      const { options: known, ...rest } = await around(lines);
      const options = optionsOfList(list, known);
      return { ...listPage(list, asked, view, options), chips: await this.chips(list, asked, scope, options), ...rest };
    });
  }

  /** The same as a workbook: of what is asked, the first two thousand. */
  async sheet<F extends Fields>(
    list: List<F>,
    asked: Asked,
    scope: Scope,
    cells: (rows: readonly RowOf<F>[]) => readonly object[] | Promise<readonly object[]>,
  ): Promise<Download> {
    const { name, labels, sheet = [] } = list.spec;
    const title = labels?.sheet ?? labels?.title ?? name;
    const rows = await cells(await this.first(list, asked, scope, sheetRows));
    const lines = rows as readonly Readonly<Record<string, unknown>>[];
    return workbook(`${title} ${this.clock.today()}.xlsx`, [sheetOf(list, title, sheet, labels?.fields ?? {}, lines)]);
  }

  /** The values of one filter above the list, each with how many rows it leaves beside what else is asked. */
  private async chips<F extends Fields>(
    list: List<F>,
    asked: Asked,
    scope: Scope,
    options: Readonly<Record<string, Options>>,
  ): Promise<ReturnType<typeof chipsOf>> {
    const { filter, values } = list.spec.chips ?? {};
    if (filter === undefined) return [];
    const choices = (options[filter] ?? []).filter(({ value }) => values?.includes(value) ?? true);
    if (scope.uncounted) return chipsOf(list, asked, filter, choices);
    const each = choices.map(({ value }) => value);
    const statement = choiceCountStatement(list, asked, scope, filter, each, this.clock.today());
    const [row] = await this.database.tuples(statement.name, statement.text, statement.values);
    const counts = (row?.[0] ?? []) as number[];
    return chipsOf(list, asked, filter, choices, Object.fromEntries(each.map((value, n) => [value, counts[n] ?? 0])));
  }

  /** By the index of words if it knows something that few rows have; else in the order, and by the index if nothing is near. */
  private async read<F extends Fields>(list: List<F>, asked: Asked, scope: Scope, most: number): Promise<unknown[][]> {
    const today = this.clock.today();
    const by = (way: Way): Promise<unknown[][]> => {
      const { name, text, values } = pageStatement(list, asked, scope, most, today, way);
      return this.database.tuples(name, text, values);
    };
    const sought = soughtOf(list, asked);
    if (sought === null) return by('along');
    const steps = await this.frequent.near(sought, most);
    if (steps > 0) {
      const near = await by(steps);
      if (near.length === most) return near;
    }
    return by('sought');
  }
}

export function rowOf<F extends Fields>(list: List<F>, values: readonly unknown[]): RowOf<F> {
  const row: Record<string, unknown> = {};
  for (const [index, name] of list.names.entries()) row[name] = values[index];
  return row as RowOf<F>;
}

function keyOf<F extends Fields>(list: List<F>, asked: Asked, values: readonly unknown[]): string {
  const id = values[list.names.indexOf('id')];
  const key = values[list.names.length];
  return cursorOf(list.spec.name, asked.sort, { key: String(key), id: String(id) });
}
