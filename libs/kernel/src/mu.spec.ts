import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMu,
  compareMu,
  differenceRate,
  differsByMoreThan,
  formatMu,
  isMu,
  mu,
  muToSquareMetres,
  squareMetresToMu,
  sumDisplayed,
} from './mu.js';

describe('An area in mu', () => {
  it.each([
    ['120', '120.0000', '120.00'],
    ['120.00', '120.0000', '120.00'],
    ['0.005', '0.0050', '0.01'],
    ['0.0049', '0.0049', '0.00'],
    ['3.3333', '3.3333', '3.33'],
    ['007.5', '7.5000', '7.50'],
    ['１２．５', '12.5000', '12.50'],
    ['99999999999.9999', '99999999999.9999', '100000000000.00'],
  ])('%s is kept as %s and printed as %s', (text, kept, printed) => {
    expect(mu(text)).toBe(kept);
    expect(formatMu(mu(text))).toBe(printed);
    expect(isMu(mu(text))).toBe(true);
  });

  it.each(['', '-1', '1.23456', '1,000', '1e2', '.5', '5.', '百亩', '123456789012', 'NaN'])('%s is refused', (text) => {
    expect(() => mu(text)).toThrow('is no area');
    expect(isMu(text)).toBe(false);
  });

  it('is not read from a float', () => {
    expect(() => mu(1.1 as unknown as string)).toThrow(TypeError);
    expect(isMu(120)).toBe(false);
  });

  it('adds and compares without rounding', () => {
    expect(addMu(mu('0.1'), mu('0.2'))).toBe('0.3000');
    expect(addMu()).toBe('0.0000');
    expect(['9.5', '10', '0.3'].map(mu).sort(compareMu)).toEqual(['0.3000', '9.5000', '10.0000']);
    expect(compareMu(mu('1'), mu('1.0'))).toBe(0);
  });

  it('of a table is the sum of what is printed', () => {
    const areas = ['1.005', '1.005', '1.005'].map(mu);
    expect(sumDisplayed(areas)).toBe('3.0300');
    expect(addMu(...areas)).toBe('3.0150');
  });
});

describe('Square metres', () => {
  it.each([
    ['666666.67', '1000.0000'],
    ['10000', '15.0000'],
    ['80000.00', '120.0000'],
    ['1', '0.0015'],
    ['0.03', '0.0000'],
    ['0.04', '0.0001'],
  ])('%s are %s mu', (metres, area) => {
    expect(squareMetresToMu(metres)).toBe(area);
  });

  it.each([
    ['1000', '666666.67'],
    ['120', '80000.00'],
    ['0.0001', '0.07'],
  ])('of %s mu are %s', (area, metres) => {
    expect(muToSquareMetres(mu(area))).toBe(metres);
  });

  it.each(['', '-1', '1.234', '1e4', 'abc'])('%s are refused', (metres) => {
    expect(() => squareMetresToMu(metres)).toThrow(TypeError);
  });

  it('come back from mu to the same mu', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (units) => {
        const area = mu((units / 10_000).toFixed(4));
        return squareMetresToMu(muToSquareMetres(area)) === area;
      }),
    );
  });
});

describe('A measured area', () => {
  it.each([
    ['125', '120', '4.17'],
    ['115', '120', '4.17'],
    ['120', '120', '0.00'],
    ['0', '120', '100.00'],
    ['360', '120', '200.00'],
  ])('of %s against %s is off by %s per cent', (measured, recorded, rate) => {
    expect(differenceRate(mu(measured), mu(recorded))).toBe(rate);
  });

  it.each([
    ['126', '120', false],
    ['126.0001', '120', true],
    ['114', '120', false],
    ['113.9999', '120', true],
  ])('of %s against %s is off by more than five per cent: %s', (measured, recorded, more) => {
    expect(differsByMoreThan(mu(measured), mu(recorded), 5)).toBe(more);
  });

  it('has no rate against nothing', () => {
    expect(() => differenceRate(mu('1'), mu('0'))).toThrow('in per cent');
  });
});
