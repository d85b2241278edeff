import { committeeEndings, placeSigns } from './offices.words.js';

/** The place a committee is named after: 李家桥村委会 and 李家桥村民委员会 are both 李家桥村. */
export function placeOf(name: string): string {
  const found = committeeEndings.find(([ending]) => name.endsWith(ending) && name.length > ending.length);
  return found ? name.slice(0, -found[0].length) + found[1] : name;
}

const bareName = new RegExp(`(${placeSigns.community}|${placeSigns.village})$`);

/** What stays the same when a village committee becomes a residents' one: how two files are compared. */
export function stemOf(name: string): string {
  const place = placeOf(name);
  const stem = place.replace(bareName, '');
  return stem === '' ? place : stem;
}
