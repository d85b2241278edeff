type Words = Readonly<Record<string, string>>;

const known = new Map<string, string>();
const keyOf = (words: Words): string => JSON.stringify(Object.entries(words));

/** A closed list of codes, each with its word, under a name: wherever it is answered, programs find the one type. */
export function codes<const Listed extends Words>(name: string, words: Listed): Listed {
  known.set(keyOf(words), name);
  return words;
}

const growing = new WeakMap<Words, string>();

/** A list under a name that libs add to while they are loaded: it is whole once all of them are. */
export function growingCodes(name: string): Record<string, string> {
  const words = {};
  growing.set(words, name);
  return words;
}

/** The name under which these very codes are listed, if they have one. */
export const codesName = (words: Words): string | undefined => growing.get(words) ?? known.get(keyOf(words));
