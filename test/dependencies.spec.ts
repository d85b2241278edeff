import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Packages {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

describe('Every package', () => {
  it('has a line that says what it is for', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Packages;
    const examples = JSON.parse(readFileSync('examples/package.json', 'utf8')) as Packages;
    const rows = readFileSync('docs/decisions/dependencies.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? ''),
    );
    expect(told.toSorted()).toEqual(
      Object.keys({ ...dependencies, ...devDependencies, ...examples.devDependencies }).toSorted(),
    );
  });

  it('comes from whatever registry a machine uses: the lockfile names no address', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "\w+:/);
  });
});
