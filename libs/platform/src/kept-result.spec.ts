import { describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { keepResult, openResult } from './kept-result.js';

const key = Buffer.alloc(32, 7);
const again = (value: unknown): unknown => openResult(key, keepResult(key, value, 'one'), 'one')?.value;

describe('A result that is kept with its key', () => {
  it('comes back as it was: moments, sets, maps and what is missing', () => {
    const moment = instant('2026-09-23T09:00:00+08:00');
    const result = {
      id: 'a',
      at: moment,
      none: null,
      parties: new Set(['x']),
      sums: new Map([['fen', 5]]),
      list: [1, moment],
    };
    expect(again(result)).toEqual(result);
    for (const plain of ['an-id', 3, true, null, undefined]) expect(again(plain)).toBe(plain);
  });

  it('is the record alone of the facts of a case: all else is read anew', () => {
    const facts = { record: { id: 'a', number: 'n' }, belongsTo: () => true, parcels: [1, 2] };
    expect(again(facts)).toEqual({ record: { id: 'a', number: 'n' } });
  });

  it('is not kept if it holds bytes or is too long', () => {
    expect(keepResult(key, { file: Buffer.from('a photo') }, 'one')).toBe('');
    expect(keepResult(key, 'x'.repeat(300_000), 'one')).toBe('');
    expect(openResult(key, '', 'one')).toBeUndefined();
  });

  it('opens with its own key and for its own owner only', () => {
    const kept = keepResult(key, { name: '王演生' }, 'one');
    expect(kept).not.toContain('王演生');
    expect(openResult(key, kept, 'another')).toBeUndefined();
    expect(openResult(Buffer.alloc(32, 8), kept, 'one')).toBeUndefined();
  });
});
