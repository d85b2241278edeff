/** Lists up to this length are written out, in one of few lengths. */
const lengths = [1, 2, 4, 8] as const;

/**
 * The test that a column is one of some values, numbered from `first` on; the values go last. PostgreSQL takes a list in one
 * parameter for ten values and therefore plans the statement anew at each call, at up to ten times the cost of running it; a
 * short list that is written out it plans once.
 */
export function anyOf<Value>(column: string, values: readonly Value[], first = 1): { test: string; values: unknown[] } {
  const length = lengths.find((each) => each >= values.length);
  const [some] = values;
  if (length === undefined || some === undefined) return { test: `${column} = ANY ($${first})`, values: [values] };
  const filled = Array.from({ length }, (_, index) => values[index] ?? some);
  if (length === 1) return { test: `${column} = $${first}`, values: filled };
  return { test: `${column} IN (${filled.map((_, index) => `$${first + index}`).join(', ')})`, values: filled };
}
