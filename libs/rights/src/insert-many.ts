import type { Tx } from '#platform';

/** Columns of a table with their PostgreSQL types, and the values row by row. */
export type Columns = Readonly<Record<string, string>>;

/** Inserts many rows in one statement: each column travels as one array, so the plan is the same for ten rows or ten thousand. */
export async function insertMany(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  if (rows.length > 0) await tx.query(statement(table, columns), arraysOf(columns, rows));
}

/**
 * Inserts what is new and changes what is different. The answer names what was touched; a row that is not in it was
 * there already, word for word: that is why the same file twice changes nothing.
 */
export async function upsertMany(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly (readonly unknown[])[],
  key: string,
  changing: readonly string[],
): Promise<Map<string, 'added' | 'changed'>> {
  if (rows.length === 0) return new Map();
  const set = changing.map((name) => `${name} = excluded.${name}`).join(', ');
  const [ours, theirs] = [`${table}.`, 'excluded.'].map((owner) => changing.map((name) => owner + name).join(', '));
  const touched: { key: string; added: boolean }[] = await tx.query(
    `${statement(table, columns)} ON CONFLICT (${key}) DO UPDATE SET ${set} WHERE (${ours}) IS DISTINCT FROM (${theirs})
     RETURNING ${key} AS key, xmax = 0 AS added`,
    arraysOf(columns, rows),
  );
  return new Map(touched.map((row) => [row.key, row.added ? 'added' : 'changed']));
}

function statement(table: string, columns: Columns): string {
  const names = Object.keys(columns).join(', ');
  const types = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  return `INSERT INTO ${table} (${names}) SELECT ${selected(columns)} FROM unnest(${types.join(', ')}) AS t(${names})`;
}

function arraysOf(columns: Columns, rows: readonly (readonly unknown[])[]): unknown[][] {
  return Object.keys(columns).map((_, i) => rows.map((row) => row[i]));
}

/** jsonb travels as text: the driver would write an array of arrays as an array of PostgreSQL. */
function selected(columns: Columns): string {
  return Object.keys(columns)
    .map((name) => (name === 'rings' ? `t.${name}::jsonb` : `t.${name}`))
    .join(', ');
}
