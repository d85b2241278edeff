import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { codeOf, sourcesUnder } from './support/sources.js';

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

/** Names read from the environment, however config.ts writes it: they are its only words in capitals. */
const namesRead = (text: string): string[] => [...text.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map((found) => found[1] ?? '');

describe('The settings', () => {
  it('are the same in .env.example and in the code that reads them', () => {
    const example = readFileSync('.env.example', 'utf8');
    const listed = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map((found) => found[1] ?? '');
    expect(sorted(listed)).toEqual(sorted(namesRead(readFileSync('libs/platform/src/config.ts', 'utf8'))));
  });

  it('are each explained in docs/operations.md', () => {
    const guide = readFileSync('docs/operations.md', 'utf8');
    const names = sorted(namesRead(readFileSync('libs/platform/src/config.ts', 'utf8')));
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  it('are read in one file', () => {
    const others = sourcesUnder(['apps', 'libs'], /\.ts$/)
      .filter(
        (source) =>
          !source.path.endsWith('.spec.ts') && !/^apps\/[a-z]+\/src\/(main|serve|county)\.ts$/.test(source.path),
      )
      .filter((source) => /process\.env\b/.test(codeOf(source)))
      .map((source) => source.path);
    expect(others).toEqual([]);
  });
});
