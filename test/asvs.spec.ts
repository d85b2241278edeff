import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const rows = readFileSync('docs/asvs.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [\d.]/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('What is said about ASVS', () => {
  it('has a verdict in each row, and a reason where it is not a plain yes', () => {
    expect(rows.length).toBeGreaterThan(75);
    expect(rows.filter(([, , , verdict = '']) => !['yes', 'part', 'no', 'operator'].includes(verdict))).toEqual([]);
    expect(
      rows.filter(([, , , verdict, why = '']) => verdict !== 'yes' && why.replaceAll(/`[^`]+`/g, '').length < 15),
    ).toEqual([]);
  });

  it('names only tests and texts that exist', () => {
    const named = rows.flatMap((row) =>
      [...(row[4] ?? '').matchAll(/`((?:test|libs|docs)\/[^`]+)`/g)].map((found) => found[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('rests on a test, a decision or a written reason', () => {
    const bare = rows.filter(([, , , verdict, why = '']) => verdict === 'yes' && !/`|ADR|reviewed|none/.test(why));
    expect(bare.map((row) => row[1])).toEqual([]);
  });
});
