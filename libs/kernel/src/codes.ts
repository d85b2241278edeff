type Words = Readonly<Record<string, string>>;

const known = new Map<string, string>();
const keyOf = (words: Words): string => JSON.stringify(Object.entries(words));

/** A closed list of codes, each with its word, under a name: wherever it is answered, programs find the one type. */
export function codes<const Listed extends Words>(name: string, words: Listed): Listed {
  known.set(keyOf(words), name);
  return words;
}

/** The name under which these very codes are listed, if they have one. */
export const codesName = (words: Words): string | undefined => known.get(keyOf(words));
