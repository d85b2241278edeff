import { Injectable } from '@nestjs/common';
import { Clock, addDays, dayOf, startOf } from '#kernel';
import { Database } from '../database.js';
import { cursorOf } from './cursor.js';
import type { Fields, RowOf } from './field.js';
import type { Asked, List, Scope } from './list.js';
import { countStatement, lengthFor, pageStatement } from './statement.js';

/** One page of a list: its rows, and the cursor of the page behind it ('' at the end). */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

/** Counts of a queue; from a hundred on, "a hundred or more". */
export interface Counts {
  readonly waiting: number;
  readonly late: number;
  readonly today: number;
}

/** Reads lists: one statement a page, by key, whatever lies behind and however deep one is. */
@Injectable()
export class Lists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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

  /** How many wait; `due` is the moment at which a row is late. */
  async counts<F extends Fields>(list: List<F>, asked: Asked, scope: Scope, due: string): Promise<Counts> {
    const now = this.clock.now();
    const tomorrow = startOf(addDays(dayOf(now), 1));
    const { name, text, values } = countStatement(list, asked, scope, due, now, tomorrow);
    const [row] =
      name === null
        ? await this.database.ask<Counts>(text, values)
        : await this.database.rows<Counts>(name, text, values);
    return row ?? { waiting: 0, late: 0, today: 0 };
  }

  private read<F extends Fields>(list: List<F>, asked: Asked, scope: Scope, most: number): Promise<unknown[][]> {
    const { name, text, values } = pageStatement(list, asked, scope, most);
    return this.database.tuples(name, text, values);
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
