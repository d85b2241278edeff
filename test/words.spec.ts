import { describe, expect, it } from '@jest/globals';
import { codeOf, placesOf, sourcesUnder } from './support/sources.js';

/** The kinds of file in which Chinese may stand; beside them templates and training data (ADR 0011). */
const speaks =
  /\.(case|workflow|rules|problems|parameters|acts|input|letter|words|importer|sample|spec)\.ts$|\/samples\/|\/training\/|\/parameter-table\.ts$/;
const han = /\p{Script=Han}/u;
/** Characters of a value in a dictionary; a longer one is a sentence. */
const longest = 12;
const sources = sourcesUnder(['libs', 'apps'], /\.ts$/);
const dictionaries = sources.filter(({ path }) => path.endsWith('.words.ts'));

describe('A word', () => {
  it('stands in the kinds of file that speak, and nowhere else', () => {
    const said = sources.filter(({ path }) => !speaks.test(path)).flatMap((source) => placesOf(source, han));
    expect(said).toEqual([]);
  });

  it('is a word in a dictionary, never a sentence', () => {
    expect(dictionaries.flatMap((source) => placesOf(source, /[。！？]/))).toEqual([]);
    const long = dictionaries.flatMap((source) =>
      [...codeOf(source).matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
        .map(([, plain, filled = '']) => (plain ?? filled).replaceAll(/\$\{[^}]*\}|[\s\u0020-\u007f]/g, ''))
        // A table of single characters is no value to be read.
        .filter((text) => [...text].length > longest && !/^\p{Script=Han}{20,}$/u.test(text))
        .map((text) => `${source.path}: ${text}`),
    );
    expect(long).toEqual([]);
  });
});
