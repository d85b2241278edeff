import { describe, expect, it } from '@jest/globals';
import { day } from '#kernel';
import { barredWords, bars } from './standing-bar.rules.js';

const bar = { id: 'b', state: 'decided', fromDay: day('2026-10-12'), untilDay: day('2026-12-31') };

describe('A bar', () => {
  it('keeps its party out from its first day to its last', () => {
    const out = ['2026-10-11', '2026-10-12', '2026-12-31', '2027-01-01'].map((each) => bars(bar, day(each)));
    expect(out).toEqual([false, true, true, false]);
  });

  it('keeps nobody out while it is proposed, or if there is none', () => {
    expect(bars({ ...bar, state: 'deciding' }, day('2026-10-12'))).toBe(false);
    expect(bars(null, day('2026-10-12'))).toBe(false);
  });

  it('says its last day and the way out', () => {
    expect(barredWords(bar.untilDay)).toContain('2026年12月31日');
    expect(barredWords(bar.untilDay)).toContain('复核');
  });
});
