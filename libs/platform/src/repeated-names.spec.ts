import { describe, expect, it } from '@jest/globals';
import { repeatedName } from './repeated-names.js';

describe('A name that stands twice', () => {
  it.each([
    ['{"reason":"a","reason":"b"}', '#/reason'],
    ['{ "reason" : 1, "more": {"x": []}, "reason"\n: 2 }', '#/reason'],
    ['{"reason":"a","re\\u0061son":"b"}', '#/reason'],
    ['{"parcels":[{"code":"1"},{"code":"2","areaMu":"1","code":"3"}]}', '#/parcels/1/code'],
    ['{"":1,"":2}', '#/'],
  ])('is found in %s', (json, pointer) => {
    expect([JSON.parse(json) !== undefined, repeatedName(json)]).toEqual([true, pointer]);
  });

  it.each([
    '{"a":{"x":1},"b":{"x":1}}',
    '{"a":"\\"a\\": 1, {","b":"a"}',
    '{"a":["a","a"],"b":[[1],[1]]}',
    '[{"x":1},{"x":1}]',
    '"a"',
    '7',
  ])('is not found in %s', (json) => {
    expect([JSON.parse(json) !== undefined, repeatedName(json)]).toEqual([true, null]);
  });

  it('is not found in long texts, whatever stands in them', () => {
    const texts = ['[', '\\"', '{"a":', ',"b', 'x'].map((piece) => piece.repeat(200_000));
    const bodies = [...texts.map((text) => JSON.stringify({ text })), `${'['.repeat(400_000)}${']'.repeat(400_000)}`];
    expect(bodies.map(repeatedName)).toEqual(bodies.map(() => null));
  });
});
