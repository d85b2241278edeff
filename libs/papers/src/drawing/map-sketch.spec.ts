import { describe, expect, it } from '@jest/globals';
import { insideOf } from './map-sketch.js';

describe('The number of a plot', () => {
  it('stands in the middle of a square', () => {
    expect(insideOf([[0, 0], [10, 0], [10, 10], [0, 10]])).toEqual([5, 5]); // prettier-ignore
  });

  it('stands inside an L-shaped plot, where its centre would not', () => {
    const [x, y] = insideOf([[0, 0], [30, 0], [30, 10], [10, 10], [10, 40], [0, 40]]); // prettier-ignore
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(10);
    expect(y).toBe(20);
  });

  it('is not lost when the ring is closed by repeating its first point', () => {
    expect(insideOf([[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]])).toEqual([2, 2]); // prettier-ignore
  });
});
