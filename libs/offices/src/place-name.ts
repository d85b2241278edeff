/** Endings of a committee's name, longest first, with what the place itself is called by. */
const endings: readonly (readonly [string, string])[] = [
  ['社区村民委员会', '社区'],
  ['社区居民委员会', '社区'],
  ['村村民委员会', '村'],
  ['村民委员会', '村'],
  ['居民委员会', '社区'],
  ['居民居委会', '社区'],
  ['社区居委会', '社区'],
  ['村委会', '村'],
  ['居委会', '社区'],
];

/** The place a committee is named after: 李家桥村委会 and 李家桥村民委员会 are both 李家桥村. */
export function placeOf(name: string): string {
  const found = endings.find(([ending]) => name.endsWith(ending) && name.length > ending.length);
  return found ? name.slice(0, -found[0].length) + found[1] : name;
}

/** What stays the same when a village committee becomes a residents' one: how two files are compared. */
export function stemOf(name: string): string {
  const place = placeOf(name);
  const stem = place.replace(/(社区|村)$/, '');
  return stem === '' ? place : stem;
}
