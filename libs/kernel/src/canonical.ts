/** JSON with the keys of every object in order, so that anybody can compute the same fingerprint from what the API gives. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return inOrder(toJSON.call(value));
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, inOrder((value as Record<string, unknown>)[name])]));
}
