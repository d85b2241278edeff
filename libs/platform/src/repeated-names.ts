/** Tokens that matter for names: brackets, commas, and texts, which are names where a colon follows. */
const tokens = /[{}[\],]|"(?:[^"\\]|\\.)*"(\s*:)?/g;

interface Level {
  /** Names seen so far in an object; null in a list. */
  names: Set<string> | null;
  /** Where the reader stands within it: the last name, or the number of the entry. */
  here: string | number;
}

/**
 * The pointer of the first name that stands twice in one object of a JSON text that parses; null if none does. `JSON.parse`
 * keeps the last one silently, and what somebody else has read of the same text may be the first.
 */
export function repeatedName(json: string): string | null {
  const levels: Level[] = [];
  for (const [token, colon] of json.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[')
      levels.push(token === '{' ? { names: new Set(), here: '' } : { names: null, here: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') {
      if (typeof level?.here === 'number') level.here += 1;
    } else if (colon !== undefined && level?.names) {
      level.here = JSON.parse(token.slice(0, -colon.length)) as string;
      if (level.names.has(level.here)) return pointerOf(levels);
      level.names.add(level.here);
    }
  }
  return null;
}

/** Said back short, as every name that somebody sent. */
const pointerOf = (levels: readonly Level[]): string =>
  `#/${levels
    .map(({ here }) => String(here).slice(0, 60))
    .slice(0, 32)
    .join('/')}`;
