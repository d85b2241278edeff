import { type FieldError, levelOf, divisionCode } from '#kernel';
import type { Division } from './division-file.js';
import { stemOf } from './place-name.js';

/** A division that is gone, and who takes over: nobody known yet leaves the office above to care for its records. */
export interface Closing {
  division: Division;
  kind: 'merged' | 'split' | 'unknown';
  successors: readonly string[];
  /** Where its records go now: the one successor, or the office above. */
  carer: string;
}

/** What changes between two division files. */
export interface DivisionDiff {
  kept: number;
  opened: Division[];
  closed: Closing[];
  /** The same place under the same code, in other words. */
  renamed: { before: Division; after: Division }[];
  /** The same place under another code. */
  recoded: { before: Division; after: Division }[];
  errors: FieldError[];
}

/**
 * Units kept for statistics alone: town codes whose third digit group is 4xx (370126400 经济开发区) have no exchange and no
 * station. Others can be named one by one.
 */
export function servedByOffice(code: string, excluded: readonly string[] = []): boolean {
  if (excluded.some((prefix) => code.startsWith(prefix))) return false;
  return !/^\d{6}4\d\d/.test(code);
}

/** Compares the county as it is with a new file. Towns first, so that villages of a recoded town are found in it. */
export function divisionDiff(
  before: readonly Division[],
  after: readonly Division[],
  named: ReadonlyMap<string, readonly string[]>,
): DivisionDiff {
  const now = new Map(after.map((division) => [division.code, division]));
  const diff: DivisionDiff = {
    kept: 0,
    opened: [],
    closed: [],
    renamed: [],
    recoded: [],
    errors: namedFaults(before, now, named),
  };
  const carer = new Map<string, string>();
  const taken = new Set<string>();
  for (const level of ['county', 'town', 'village'] as const) {
    const old = before.filter((each) => each.level === level);
    const moves = movesOf(
      old,
      after.filter((each) => each.level === level),
      carer,
    );
    for (const division of old) {
      const to = moves.get(division.code);
      const same = now.get(division.code);
      if (to) {
        diff.recoded.push({ before: division, after: to });
        carer.set(division.code, to.code);
        taken.add(to.code);
      } else if (same && !isReused(same, moves, taken)) {
        if (same.name === division.name) diff.kept += 1;
        else diff.renamed.push({ before: division, after: same });
        carer.set(division.code, same.code);
        taken.add(same.code);
      } else {
        const closing = close(division, named.get(division.code) ?? [], carer);
        carer.set(division.code, closing.carer);
        diff.closed.push(closing);
      }
    }
  }
  diff.opened = after.filter((each) => !taken.has(each.code));
  return diff;
}

/** Places whose old code is gone, or now means another place, and whose name stands under exactly one new code of their town. */
function movesOf(
  old: readonly Division[],
  after: readonly Division[],
  carer: ReadonlyMap<string, string>,
): Map<string, Division> {
  const stems = new Map(old.map((each) => [each.code, stemOf(each.name)]));
  const byPlace = new Map<string, Division[]>();
  for (const each of after) {
    if (stems.get(each.code) === stemOf(each.name)) continue;
    const key = `${each.parent} ${stemOf(each.name)}`;
    const known = byPlace.get(key);
    if (known) known.push(each);
    else byPlace.set(key, [each]);
  }
  const now = new Map(after.map((each) => [each.code, each]));
  const moves = new Map<string, Division>();
  for (const each of old) {
    const same = now.get(each.code);
    if (same && stemOf(same.name) === stemOf(each.name)) continue;
    const found = byPlace.get(`${carer.get(each.parent) ?? each.parent} ${stemOf(each.name)}`) ?? [];
    if (found.length === 1 && found[0] && found[0].code !== each.code) moves.set(each.code, found[0]);
  }
  return moves;
}

/** Whether another place moved to this code. */
function isReused(division: Division, moves: ReadonlyMap<string, Division>, taken: ReadonlySet<string>): boolean {
  return taken.has(division.code) || [...moves.values()].some((to) => to.code === division.code);
}

function close(division: Division, named: readonly string[], carer: ReadonlyMap<string, string>): Closing {
  const above = carer.get(division.parent) ?? division.parent;
  const [only] = named;
  if (named.length === 1 && only !== undefined) return { division, kind: 'merged', successors: named, carer: only };
  return { division, kind: named.length > 1 ? 'split' : 'unknown', successors: named, carer: above };
}

function namedFaults(
  before: readonly Division[],
  now: ReadonlyMap<string, Division>,
  named: ReadonlyMap<string, readonly string[]>,
): FieldError[] {
  const old = new Set(before.map((each) => each.code));
  return [...named].flatMap(([from, to]) => [
    ...(old.has(from) ? [] : [{ pointer: '#/successors', detail: `接续表里的 ${from} 现在不在本县` }]),
    ...to
      .filter((code) => !now.has(code) || levelOf(divisionCode(code)) !== levelOf(divisionCode(from)))
      .map((code) => ({ pointer: '#/successors', detail: `接续表里的 ${code} 不在新区划表里，或者级别不同` })),
  ]);
}
