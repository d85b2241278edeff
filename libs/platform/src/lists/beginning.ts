/** Beginnings of words, for LIKE: what is special there is an ordinary letter, and a bracket stands for its full-width form too. */
export const beginning = (word: string): string => `${word.replaceAll(/[\\%_]/g, '\\$&').replaceAll(/[()]/g, '_')}%`;
