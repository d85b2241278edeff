import { describe, expect, it } from '@jest/globals';
import { listCursor } from './list-cursor.js';

const id = '5f8c3a52-8f5e-4bd0-9d6e-0d6cbb3f4a10';

describe('The place where a list goes on', () => {
  it.each(['2026-09-23T01:00:00.000Z', '2026-09-23 09:00:00+08', '2026-09-23 09:00:00.123456+05:30', 'infinity'])(
    'is a moment as a page wrote it: %s',
    (moment) => {
      expect(listCursor(`${moment}_${id}`)).toEqual([moment, id]);
      expect(listCursor(`${moment}~${id}`)).toEqual([moment, id]);
    },
  );

  it.each([
    ...[
      undefined,
      '',
      '-1',
      '9999999999999999999_1',
      'eyJhIjoxfQ',
      `-1_${id}`,
      `1_${id}`,
      `+275760-09-13T00:00:00.000Z_${id}`,
    ],
    ...[`2026-02-30T01:00:00.000Z_${id}`, `2026-09-23T25:00:00.000Z_${id}`, `now_${id}`, `infinity_${'-'.repeat(36)}`],
    ...[`infinity_${id}_${id}`, `infinity_${id.toUpperCase()}`, `infinity_${id}'`],
  ])('is the beginning for %s', (typed) => {
    expect(listCursor(typed)).toBeNull();
  });
});
