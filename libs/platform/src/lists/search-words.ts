import { folded } from '#kernel';

/** Every character and every pair of neighbouring ones: what the index over the words of notices holds. */
export function pairsOf(text: string): string[] {
  const letters = [...folded(text)];
  const found = new Set<string>(letters);
  for (let index = 1; index < letters.length; index += 1) found.add(`${letters[index - 1]}${letters[index]}`);
  return [...found];
}

/** The words a reader typed, at most five: each with the pairs that the index is asked for. */
export function wordsOf(asked: string): { word: string; pairs: string[] }[] {
  return asked
    .split(/[\s,，、;；]+/u)
    .map(folded)
    .filter((word) => word !== '')
    .slice(0, 5)
    .map((word) => ({ word, pairs: pairsIn([...word]) }));
}

/** All its pairs, since the first alone may be in a tenth of all rows (`19`), and an order then looks the cheaper way. */
function pairsIn(letters: readonly string[]): string[] {
  if (letters.length < 2) return [...letters];
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))];
}
