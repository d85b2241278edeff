import type { Tx } from '#platform';

/**
 * The next number of a series in a year, without gaps: the row is locked until the transaction that uses the number ends, so
 * a refused act gives its number back.
 */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<number> {
  const rows: { last: number }[] = await tx.query(
    `INSERT INTO number_series (series, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
    [series, year],
  );
  const [row] = rows;
  if (!row) throw new Error(`No number in series ${series}.`);
  return row.last;
}

/** 商农公示〔2026〕第0138号. */
export function publicNumber(series: string, year: number, ordinal: number): string {
  return `${series}〔${year}〕第${String(ordinal).padStart(4, '0')}号`;
}
