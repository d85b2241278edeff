import { describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';
import { instant } from './day.js';

class StoppedClock extends Clock {
  constructor(private readonly moment: string) {
    super();
  }
  now(): Date {
    return instant(this.moment);
  }
}

describe('A clock', () => {
  it.each([
    ['2026-09-22T15:59:59Z', '2026-09-22'],
    ['2026-09-22T16:00:00Z', '2026-09-23'],
  ])('at %s says that today is %s', (moment, today) => {
    expect(new StoppedClock(moment).today()).toBe(today);
  });
});
