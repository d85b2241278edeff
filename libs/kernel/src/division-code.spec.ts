import { describe, expect, it } from '@jest/globals';
import { covers, divisionCode, isDivisionCode, levelOf, prefixOf, within } from './division-code.js';

describe('A division code', () => {
  it.each([
    ['370126000000', 'county', '370126'],
    ['370126101000', 'town', '370126101'],
    ['370126101201', 'village', '370126101201'],
  ])('%s is of a %s and begins with %s', (code, level, prefix) => {
    expect(levelOf(divisionCode(code))).toBe(level);
    expect(prefixOf(divisionCode(code))).toBe(prefix);
  });

  it.each([
    '',
    '370126',
    '3701261012010',
    '37012610120a',
    '370100000000',
    '370000000000',
    '370126000201',
    '070126101201',
  ])('%s is refused', (code) => {
    expect(isDivisionCode(code)).toBe(false);
    expect(() => divisionCode(code)).toThrow('is no division code');
  });

  it.each([
    ['370126000000', '370126101201', true],
    ['370126000000', '370126000000', true],
    ['370126101000', '370126101201', true],
    ['370126101000', '370126101000', true],
    ['370126101201', '370126101201', true],
    ['370126101000', '370126102201', false],
    ['370126101201', '370126101202', false],
    ['370126101201', '370126101000', false],
    ['370126101000', '370126000000', false],
    ['370125000000', '370126101201', false],
  ])('%s answers for %s: %s', (office, record, yes) => {
    expect(covers(divisionCode(office), divisionCode(record))).toBe(yes);
  });

  it('lies within a town and a county', () => {
    expect(within(divisionCode('370126101201'), 'town')).toBe('370126101000');
    expect(within(divisionCode('370126101201'), 'county')).toBe('370126000000');
    expect(within(divisionCode('370126101000'), 'town')).toBe('370126101000');
    expect(() => within(divisionCode('370126000000'), 'town')).toThrow(RangeError);
  });
});
