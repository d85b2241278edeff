import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '../database.js';
import type { Sought } from './statement.js';

/** Of fewer rows than this share a page is not to be had from the rows that are near (see `nearRows`). */
const share = 0.015;
/** So long is believed what PostgreSQL knew of a table. */
const minutes = 10;

/** Which pairs of characters many rows of a table have, by PostgreSQL's own figures: they tell whether an order is the shorter way. */
@Injectable()
export class FrequentPairs {
  private readonly kept = new Map<string, { at: number; elements: Promise<ReadonlySet<string>> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether each of these elements is a common one. Of a table without figures none is. */
  async knows({ table, pairs, elements }: Sought): Promise<boolean> {
    const now = this.clock.now().getTime();
    let kept = this.kept.get(table);
    if (!kept || Math.abs(now - kept.at) > minutes * 60_000) {
      kept = { at: now, elements: this.read(table, pairs) };
      this.kept.set(table, kept);
      kept.elements.catch(() => this.kept.delete(table));
    }
    const common = await kept.elements;
    return elements.every((element) => common.has(element));
  }

  private async read(table: string, pairs: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.ask<{ element: string }>(
      `SELECT element FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS known (element, freq)
       WHERE schemaname = current_schema() AND tablename = $1 AND attname = $2 AND freq >= $3`,
      [table, pairs, share],
    );
    return new Set(rows.map(({ element }) => element));
  }
}
