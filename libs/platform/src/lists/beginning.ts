/** Beginnings of folded names and numbers, for LIKE: what is special there is an ordinary letter. */
export const beginning = (word: string): string => `${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
