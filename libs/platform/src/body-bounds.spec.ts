import { describe, expect, it } from '@jest/globals';
import { exceedsParts, mostParts } from './body-bounds.js';

const fields = (many: number, value: unknown = 0): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: many }, (_, index) => [`f${index}`, value])));

describe('The bound of a body', () => {
  it.each([
    ['as many names as may be', fields(mostParts)],
    ['brackets and commas within a text', JSON.stringify({ remark: '[{,"'.repeat(10_000) })],
    ['a text of quotes', JSON.stringify({ remark: '"'.repeat(50_000) })],
    ['a text of backslashes', JSON.stringify({ remark: '\\'.repeat(50_000), more: '\\"' })],
    ['a text that never ends', `{"a":"${'\\"'.repeat(50_000)}`],
    ['nothing', ''],
  ])('lets pass %s', (_what, json) => expect(exceedsParts(json)).toBe(false));

  it.each([
    ['a name more', fields(mostParts + 1)],
    ['entries of a list', JSON.stringify({ parcels: Array.from({ length: mostParts + 1 }, () => 1) })],
    ['empty objects', JSON.stringify({ parcels: Array.from({ length: mostParts / 2 + 1 }, () => ({})) })],
    ['lists in lists', '['.repeat(mostParts + 1)],
    ['names behind a text of escapes', `{"x":"\\\\",${fields(mostParts + 1, '\\').slice(1)}`],
  ])('refuses %s', (_what, json) => expect(exceedsParts(json)).toBe(true));
});
