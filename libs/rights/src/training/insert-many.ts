import type { Tx } from '#platform';

/** Columns of a table with their PostgreSQL types, and the values row by row. */
export type Columns = Readonly<Record<string, string>>;

/** Inserts many rows in one statement: each column travels as one array, so the plan is the same for ten rows or ten thousand. */
export async function insertMany(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  conflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const arrays = names.map((_, i) => rows.map((row) => row[i]));
  const types = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  await tx.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${selected(columns)} FROM unnest(${types.join(', ')}) AS t(${names.join(', ')}) ${conflict}`,
    arrays,
  );
}

/** jsonb travels as text: the driver would write an array of arrays as an array of PostgreSQL. */
function selected(columns: Columns): string {
  return Object.keys(columns)
    .map((name) => (name === 'rings' ? `t.${name}::jsonb` : `t.${name}`))
    .join(', ');
}
