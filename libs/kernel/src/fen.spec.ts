import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addFen, capitalYuan, fen, formatYuan, perMuYear, plainYuan, share, split, yuan } from './fen.js';
import { mu } from './mu.js';

describe('An amount of money', () => {
  it.each([
    ['1234.50', 123450],
    ['1234.5', 123450],
    ['108,000.00', 10800000],
    ['0', 0],
    ['0.01', 1],
    [' 12 ', 1200],
    ['１２．５', 1250],
    ['90071992547409.91', 9007199254740991],
  ])('of %s yuan is %d fen', (text, amount) => {
    expect(yuan(text)).toBe(amount);
  });

  it.each([
    '',
    '-1',
    '+1',
    '1.234',
    '1e3',
    '12,34.00',
    '1,2345',
    '.5',
    '5.',
    '壹元',
    '1 2',
    '0x10',
    'NaN',
    '90071992547409.92',
  ])('%s yuan is refused', (text) => {
    expect(() => yuan(text)).toThrow(TypeError);
  });

  it.each([
    ['12345', 12345],
    ['-5', -5],
    [12n, 12],
    ['-0', 0],
  ])('%s is read as a column', (value, amount) => {
    expect(Object.is(fen(value), amount)).toBe(true);
  });

  it.each([0.5, Number.NaN, Infinity, 2 ** 53, '1.0', '', ' 1', '1e3', 2n ** 60n])(
    '%s is no whole number of fen',
    (value) => {
      expect(() => fen(value)).toThrow('whole fen');
    },
  );

  it.each([
    [10800000, '108,000.00'],
    [1, '0.01'],
    [0, '0.00'],
    [99999, '999.99'],
    [100000, '1,000.00'],
    [-123456789, '-1,234,567.89'],
  ])('of %d fen is written %s', (amount, text) => {
    expect(formatYuan(fen(amount))).toBe(text);
    expect(plainYuan(fen(amount))).toBe(text.replaceAll(',', ''));
  });

  // 支付结算办法附件一 gives the examples with cents.
  it.each([
    ['108000.00', '壹拾万捌仟元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['0', '零元整'],
    ['0.50', '伍角整'],
    ['0.05', '伍分'],
    ['10', '壹拾元整'],
    ['1004', '壹仟零肆元整'],
    ['10001', '壹万零壹元整'],
    ['200800', '贰拾万零捌佰元整'],
    ['100000000', '壹亿元整'],
    ['100010000', '壹亿零壹万元整'],
    ['100001000', '壹亿零壹仟元整'],
    ['123456789.01', '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('of %s yuan is %s on a paper', (text, capital) => {
    expect(capitalYuan(yuan(text))).toBe(capital);
  });

  it.each([-1, 1e14])('of %d fen has no capital form', (amount) => {
    expect(() => capitalYuan(fen(amount))).toThrow(RangeError);
  });

  it('adds', () => {
    expect(addFen(fen(1), fen(2), fen(-4))).toBe(-1);
    expect(addFen()).toBe(0);
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(TypeError);
  });
});

describe('A share of an amount', () => {
  // The vectors of the text on open government, 3.5.
  it.each([
    ['1234567.89', '61,728.39', '49,382.71', '12,345.68'],
    ['1000000', '50,000.00', '40,000.00', '10,000.00'],
    ['0.10', '0.01', '0.01', '0.00'],
  ])('of %s yuan at five per cent is %s, in parts %s and %s', (price, bond, first, rest) => {
    const whole = share(yuan(price), 5, 100);
    expect(formatYuan(whole)).toBe(bond);
    expect(split(whole, [80, 20]).map(formatYuan)).toEqual([first, rest]);
  });

  it.each([
    [1, -1, 100],
    [1, 1, 0],
    [1, 0.5, 100],
    [-1, 5, 100],
  ])('of %d by %d/%d is refused', (amount, numerator, denominator) => {
    expect(() => share(fen(amount), numerator, denominator)).toThrow(RangeError);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[2, -1]], [[0.5, 0.5]]])('is not given by the weights %j', (weights) => {
    expect(() => split(fen(100), weights)).toThrow(RangeError);
  });

  it('always adds up to the whole, and no part is negative', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), weights, (amount, shares) => {
        const parts = split(fen(amount), shares);
        return addFen(...parts) === amount && parts.every((part) => part >= 0);
      }),
    );
  });
});

describe('The rent of a year', () => {
  it.each([
    ['900', '120.00', '108,000.00'],
    ['850.55', '3.3333', '2,835.14'],
    ['0.01', '0.5', '0.01'],
    ['0.01', '0.4999', '0.00'],
    ['99999999.99', '100000', '9,999,999,999,000.00'],
  ])('at %s yuan a mu for %s mu is %s', (price, area, rent) => {
    expect(formatYuan(perMuYear(yuan(price), mu(area)))).toBe(rent);
  });

  it('is not reckoned at a negative price', () => {
    expect(() => perMuYear(fen(-1), mu('1'))).toThrow('not negative');
  });
});
