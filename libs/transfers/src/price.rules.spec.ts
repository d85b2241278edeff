import { describe, expect, it } from '@jest/globals';
import { fen } from '#kernel';
import { priceFar, priceFaults } from './price.rules.js';

const parameters = { priceFarPercent: 50, pricesShownFrom: 3 };
const paid = { many: 3, low: fen(80_000), median: fen(90_000), high: fen(100_000) };

describe('A price beside what the town has paid of late', () => {
  it.each([
    ['a nought too many', 900_000, 900],
    ['a nought too few', 9_000, 90],
    ['just beyond half as much again', 135_900, 51],
  ])('%s is asked about again', (_what, price, percent) => {
    expect(priceFar(fen(price), paid, parameters)).toEqual({ medianFen: 90_000, deals: 3, percent });
  });

  it.each([45_000, 90_000, 135_000])('%d fen is not', (price) => {
    expect(priceFar(fen(price), paid, parameters)).toBeNull();
  });

  it('is compared with nothing where too few deals were made', () => {
    expect(priceFar(fen(900_000), { ...paid, many: 2 }, parameters)).toBeNull();
    expect(priceFar(fen(900_000), null, parameters)).toBeNull();
  });

  it('stands when it was written twice, and only then', () => {
    const far = { medianFen: fen(90_000), deals: 3, percent: 900 };
    expect(priceFaults(fen(900_000), fen(900_000), far)).toEqual([]);
    expect(priceFaults(fen(900_000), null, null)).toEqual([]);
    for (const again of [null, fen(90_000)])
      expect(priceFaults(fen(900_000), again, far)).toEqual([
        {
          pointer: '#/priceConfirmed',
          detail: '本镇近一年 3 宗的中间价是 900.00 元/亩/年，您写的 9,000.00 元高了 900%。没有写错，就把价钱再写一遍',
        },
      ]);
  });
});
