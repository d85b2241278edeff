import { describe, expect, it } from '@jest/globals';
import { day } from './day.js';
import { ageOn, identityCheck, identityNumber } from './identity-number.js';

const made = (seventeen: string): string => seventeen + identityCheck(seventeen);

describe('An identity number', () => {
  it.each([
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('%s ends with %s', (seventeen, check) => {
    expect(identityCheck(seventeen)).toBe(check);
  });

  it.each([
    [made('99999919900101001'), '1990-01-01', 'male'],
    [made('99999920000229002'), '2000-02-29', 'female'],
    ['11010519491231002x', '1949-12-31', 'female'],
    ['11010519491231002×', '1949-12-31', 'female'],
    ['11010519491231002Ⅹ', '1949-12-31', 'female'],
    ['１１０１０５１９４９１２３１００２Ｘ', '1949-12-31', 'female'],
    [' 110105 19491231 002X ', '1949-12-31', 'female'],
  ])('%s is of one born on %s, %s', (text, birthDay, sex) => {
    expect(identityNumber(text)).toMatchObject({ ok: true, birthDay, sex });
    expect(identityNumber(text)).toHaveProperty('number', expect.stringMatching(/^\d{17}[\dX]$/));
  });

  it.each([
    ['110105194912310021', '校验位不符'],
    ['110105194912310020', '校验位不符'],
    [made('99999919900231001'), '不存在'],
    [made('99999919901301001'), '不存在'],
    [made('99999920270101001'), '晚于今天'],
    ['110105491231002', '15位的旧身份证号'],
    ['1101051949123100', '应为18位，现为16位'],
    ['', '应为18位，现为0位'],
    ['1101051949123100AX', '应为数字'],
    ['X10105194912310021', '应为数字'],
  ])('%s is refused: %s', (text, reason) => {
    expect(identityNumber(text, day('2026-09-23'))).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('notices every single wrong digit', () => {
    const right = made('99999919900101001');
    for (let place = 0; place < 17; place += 1) {
      const wrong = right.slice(0, place) + String((Number(right[place]) + 1) % 10) + right.slice(place + 1);
      expect(identityNumber(wrong).ok).toBe(false);
    }
  });
});

describe('Age', () => {
  it.each([
    ['2008-09-23', '2026-09-22', 17],
    ['2008-09-23', '2026-09-23', 18],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2026-09-23', '2026-09-23', 0],
  ])('of one born on %s is on %s %d', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });
});
