/** A county has some thousand divisions, and the longest name a few dozen characters; what is read beyond is no division file. */
export const rowBounds = { rows: 20_000, line: 2000 } as const;

export type Row = Record<string, string>;

/** The rows of a table, or why it is none. */
export type RowsRead = { rows: Row[] } | { fault: 'line' | 'rows' } | { fault: 'csv'; why: string };

/** Reads a table with a head, no further than its bounds. */
export async function rowsOf(text: string): Promise<RowsRead> {
  const { parse } = await import('csv-parse/sync');
  try {
    const rows: Row[] = parse(text, {
      ...{ columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      ...{ max_record_size: rowBounds.line, to: rowBounds.rows + 1 },
    });
    return rows.length > rowBounds.rows ? { fault: 'rows' } : { rows };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'CSV_MAX_RECORD_SIZE') return { fault: 'line' };
    return { fault: 'csv', why: error instanceof Error ? error.message : '' };
  }
}
