import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '../database.js';
import type { Sought } from './statement.js';

/** So long is believed what PostgreSQL knew of a table. */
const minutes = 10;
/** A page is looked for in its order only where so many times its rows are expected there: what is asked may stand in clusters. */
const safety = 1.5;

interface Figures {
  readonly rows: number;
  /** Which share of the rows has an element, of those that PostgreSQL counts. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Which pairs of characters and marks many rows of a table have, by PostgreSQL's own figures: they tell which way is the shorter one. */
@Injectable()
export class FrequentPairs {
  private readonly kept = new Map<string, { at: number; figures: Promise<Figures> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * How many rows are stepped through in their order to find so many; 0 where the index of words gathers fewer. Of a share p of n
   * rows the order needs many / p, the index n * p: they meet at the root of n * many.
   */
  async near(sought: Sought, many: number): Promise<number> {
    const { rows, shares } = await this.figures(sought);
    const share = sought.groups.reduce(
      (least, group) => least * Math.min(...group.map((element) => shares.get(element) ?? 0)),
      1,
    );
    const most = 2 ** Math.ceil(Math.log2(Math.max(Math.sqrt(rows * many), 5 * many)));
    return share * most >= safety * many ? most : 0;
  }

  private figures(sought: Sought): Promise<Figures> {
    const { index } = sought;
    const now = this.clock.now().getTime();
    const kept = this.kept.get(index);
    if (kept && Math.abs(now - kept.at) <= minutes * 60_000) return kept.figures;
    const figures = this.read(sought);
    this.kept.set(index, { at: now, figures });
    figures.catch(() => this.kept.delete(index));
    return figures;
  }

  /** Of a table without figures nothing is common. */
  private async read({ table, index, pairs }: Sought): Promise<Figures> {
    const known = await this.database.ask<{ element: string; share: number; rows: number }>(
      `SELECT element, freq AS share, greatest(c.reltuples, 0) AS rows
       FROM pg_stats s JOIN pg_class c ON c.oid = to_regclass($3),
         unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS known (element, freq)
       WHERE s.schemaname = current_schema() AND s.tablename = $1 AND s.attname = $2 AND element IS NOT NULL`,
      [table, pairs, index],
    );
    return { rows: known[0]?.rows ?? 0, shares: new Map(known.map(({ element, share }) => [element, share])) };
  }
}
