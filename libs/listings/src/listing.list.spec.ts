import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '#kernel';
import { TestExchange } from '../../../test/support/exchange.js';
import { listingList } from './listing.list.js';

const today = day('2026-10-12');
/** Lots on both sides of every border of the filters' ranges. */
const grid = `
  FROM unnest(ARRAY['contracted', 'forest', 'knowledge']) AS kind, unnest(ARRAY['lease', 'auction']) AS mode,
    unnest(ARRAY['grain', 'orchard']) AS purpose, unnest(ARRAY['mu_year', 'total']) AS price_unit, unnest(ARRAY[0, 0.01, 9.99, 10, 49.9999, 50, 199.99, 200, 5000]::numeric[]) AS area_mu,
    unnest(ARRAY[1, 59999, 60000, 89999, 90000, 119999, 120000, 9999999]::bigint[]) AS price_fen,
    unnest(ARRAY[1, 1094, 1095, 1824, 1825, 3649, 3650, 12000]) AS days, LATERAL (SELECT CASE kind WHEN 'contracted' THEN ARRAY['0103', '1104'] ELSE '{}' END AS land_classes) AS land, LATERAL (SELECT daterange('2026-11-10', '2026-11-10'::date + days) AS term) AS t`;

describe('The marks among the pairs of a lot', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  const marked = Object.entries(listingList.spec.filters).flatMap(([name, filter]) =>
    filter.mark ? (filter.choices ?? []).map((value) => [name, value] as const) : [],
  );

  it.each(marked)('say of %s=%s what its condition says', async (name, value) => {
    const filter = listingList.spec.filters[name];
    const values: unknown[] = [];
    const say = (one: unknown): string => `$${values.push(one)}`;
    const holds = filter?.where(value, say, today) ?? '';
    const [row] = await exchange.database.ask<{ all: number; apart: number; held: number }>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE (${holds}))::int AS held, count(*) FILTER (WHERE coalesce((${holds}), false) <>
         (listing_marks(kind, mode, purpose, nullif(area_mu, 0), CASE price_unit WHEN 'mu_year' THEN price_fen END, nullif(upper(term) - lower(term), 1), land_classes) @> ARRAY[${say(filter?.mark?.(value))}]))::int AS apart ${grid}`,
      values,
    );
    expect(row).toMatchObject({ all: 13824, apart: 0 });
  });

  it('are there for every filter that a stranger can set but place and state', () => {
    expect([...new Set(marked.map(([name]) => name))]).toEqual([
      'kind',
      'mode',
      'use',
      'class',
      'area',
      'price',
      'years',
    ]);
  });
});
