import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Source, placesOf, sourcesUnder } from './support/sources.js';

/** The kinds of file in which Chinese may stand (issue of the second floor); beside them templates and training data. */
const speaks =
  /\.(workflow|rules|problems|parameters|acts|input|letter|words|importer|sample|spec)\.ts$|\/samples\/|\/training\/|\/parameter-table\.ts$|\/paper-kinds\.ts$/;
const han = /\p{Script=Han}/u;
const sources = sourcesUnder(['libs', 'apps'], /\.ts$/);

/** Files that still speak where values should stand, each with its lines: a list that only grows shorter. */
const left = new Map(
  readFileSync('test/words-to-move.txt', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, number] => {
      const [lines = '0', path = ''] = line.split(' ');
      return [path, Number(lines)];
    }),
);

describe('A word', () => {
  it('stands in the kinds of file that speak, and nowhere else', () => {
    const linesOf = (source: Source): number => placesOf(source, han).length;
    const more = sources
      .filter(({ path }) => !speaks.test(path))
      .flatMap((source) => {
        const [now, known] = [linesOf(source), left.get(source.path) ?? 0];
        return now > known ? [`${source.path}: ${now} lines, ${known} known`] : [];
      });
    expect(more).toEqual([]);
  });

  it('is a word in a dictionary, never a sentence', () => {
    const sentences = sources
      .filter(({ path }) => path.endsWith('.words.ts'))
      .flatMap((source) => placesOf(source, /[。！？]/).map((place) => place.split(':')[0] ?? ''));
    const told = [...new Set(sentences)].filter((path) => !left.has(path));
    expect(told).toEqual([]);
  });
});
