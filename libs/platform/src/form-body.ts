/** The shape a form's flat fields stand for. */
type Tree = { [name: string]: unknown };

/** A name with more parts is no field of ours; whole, it is refused by name. */
const deepest = 12;
const dayParts = ['year', 'month', 'day'];
/** A last day may be said as so many years instead. */
const endParts = [...dayParts, 'years'];

/**
 * Turns the flat fields of an HTML form into the same body a program sends as JSON: `parcels.0.code` becomes a list of
 * objects, empty fields are absent, and a date typed as year, month and day becomes `YYYY-MM-DD`.
 */
export function bodyOfForm(fields: Readonly<Record<string, unknown>>): Tree {
  const tree: Tree = Object.create(null) as Tree;
  for (const [name, value] of Object.entries(fields)) {
    if (value === '' || name === '__proto__') continue;
    const path = name.split('.', deepest + 1);
    place(tree, path.length > deepest ? [name] : path, value);
  }
  return settle(tree) as Tree;
}

function place(tree: Tree, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined || ['__proto__', 'constructor', 'prototype'].includes(head)) return;
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const below =
    typeof tree[head] === 'object' && tree[head] !== null ? (tree[head] as Tree) : (Object.create(null) as Tree);
  tree[head] = below;
  place(below, rest, value);
}

function settle(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => each !== '');
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.trim() : value;
  const entries = Object.entries(value).map(([name, each]) => [name, settle(each)] as const);
  const names = entries.map(([name]) => name);
  if (names.length > 0 && names.every((name) => endParts.includes(name)))
    return dayOfParts(Object.fromEntries(entries));
  if (names.length > 0 && names.every((name) => /^\d{1,4}$/.test(name))) {
    return entries.toSorted((left, right) => Number(left[0]) - Number(right[0])).map(([, each]) => each);
  }
  return Object.fromEntries(entries);
}

/** Years that were picked, a day that was typed, or both, which the field then refuses. */
function dayOfParts({ years, ...parts }: Record<string, unknown>): string {
  if (years !== undefined)
    return [String(years), ...(Object.keys(parts).length > 0 ? [dayOfParts(parts)] : [])].join('/');
  const [year, month, day] = dayParts.map((part) => String(parts[part] ?? ''));
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}
