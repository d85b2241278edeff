import { describe, expect, it } from '@jest/globals';
import { clockActor, fen, instant, parametersAt, day } from '#kernel';
import type { ListingFacts } from '../listing.facts.js';
import { biddingFits, pricesFit } from './bidding.rules.js';

const lot = { priceFen: fen(90_000), floorFen: fen(85_000) };
const rules = { mode: 'live', startFen: fen(86_000), stepFen: fen(1000), ceilingFen: null, floorSecret: true } as const;
const faults = (more: object) => pricesFit({ ...rules, ...more }, lot).map(({ pointer }) => pointer);

describe('Prices of a bidding', () => {
  it('fit where the start is no higher than the price, and the ceiling is whole steps above it', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ startFen: 90_000, ceilingFen: 91_000 })).toEqual([]);
    expect(faults({ startFen: 84_000 })).toEqual([]);
    expect(faults({ ceilingFen: 86_000 })).toEqual([]);
  });

  it.each([
    ['the start is above the price', { startFen: 90_001 }, '#/startYuan'],
    ['an open floor is above the start', { startFen: 84_000, floorSecret: false }, '#/startYuan'],
    ['a posted price is below the floor', { startFen: 84_999, mode: 'posted' }, '#/startYuan'],
    ['the ceiling is below the start', { ceilingFen: 85_999 }, '#/ceilingYuan'],
    ['the ceiling is below the floor', { startFen: 80_000, ceilingFen: 84_000 }, '#/ceilingYuan'],
    ['nobody can bid the ceiling', { ceilingFen: 87_500 }, '#/ceilingYuan'],
    ['a posted price has a ceiling', { mode: 'posted', ceilingFen: 90_000 }, '#/ceilingYuan'],
  ])('do not where %s', (_why, more, at) => {
    expect(faults(more)).toEqual([at]);
  });

  it('are looked at again where the lot goes on, with the way to change them', () => {
    const said = (bidding: object | null) =>
      [
        biddingFits(
          {
            record: { ...lot, id: 'l', priceUnit: 'mu_year', bidding },
            parameters: parametersAt([], day('2026-10-12')),
          } as unknown as ListingFacts,
          { now: instant('2026-10-12T09:00:00+08:00'), actor: clockActor },
        ) ?? [],
      ].flat();
    expect(said(null)).toEqual([]);
    expect(said({ ...rules, startFen: 95_000 })).toEqual([
      expect.objectContaining({
        rule: 'bidding-fits',
        way: expect.objectContaining({ href: '/listings/l/bidding-rules' }),
      }),
    ]);
  });
});
