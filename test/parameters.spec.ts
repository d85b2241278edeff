import { describe, expect, it } from '@jest/globals';
import { parameterTable } from '#kernel';
import { codeOf, sourcesUnder } from './support/sources.js';

describe('A number the county may change', () => {
  it('is read somewhere: a number that changes nothing would be a promise nobody keeps', () => {
    const table = 'libs/kernel/src/parameter-table.ts';
    const code = sourcesUnder(['libs', 'apps'], /(?<!\.spec)\.ts$/).filter((source) => source.path !== table);
    const text = code.map((source) => codeOf(source)).join('\n');
    const keys = Object.keys(parameterTable);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(text))).toEqual([]);
  });
});
