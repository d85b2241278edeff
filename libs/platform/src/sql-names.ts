/**
 * Names of the code, such as states, as a list of SQL literals. A parameter would do as well, but then the planner could not tell that
 * the statement fits a partial index.
 */
export function sqlNames(names: readonly string[]): string {
  const wrong = names.find((name) => !/^[a-z_]+$/.test(name));
  if (wrong !== undefined || names.length === 0) throw new TypeError(`'${wrong ?? ''}' is no name.`);
  return names.map((name) => `'${name}'`).join(', ');
}
