import { describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { passwordIsOld, passwordRefusal } from './passwords.js';

describe('A password', () => {
  it.each([
    ['Xiang-Cun-2027', undefined, undefined],
    ['short-A1', '至少 12 位', '至少 12 位'],
    ['zhuangjiadeyinianshouliangci', '三类', undefined],
    ['Password-1234', '太常见', '太常见'],
    ['aaaaaaaaaaaa', '重复的字太多', '重复的字太多'],
    ['Wang-2027-reviewer', '登录名', '登录名'],
  ])('%s is judged by its profile', (password, dengbao3, asvs) => {
    const judged = (profile: 'dengbao3' | 'asvs'): string | undefined => passwordRefusal(password, 'reviewer', profile);
    for (const [said, wanted] of [
      [judged('dengbao3'), dengbao3],
      [judged('asvs'), asvs],
    ])
      if (wanted === undefined) expect(said).toBeUndefined();
      else expect(said).toContain(wanted);
  });

  it.each([
    ['staff', false, 'dengbao3', '2026-12-22T00:00:00Z', true],
    ['staff', false, 'dengbao3', '2026-12-20T00:00:00Z', false],
    ['staff', true, 'dengbao3', '2027-12-22T00:00:00Z', false],
    ['party', false, 'dengbao3', '2027-12-22T00:00:00Z', false],
    ['staff', false, 'asvs', '2027-12-22T00:00:00Z', false],
  ] as const)('of %s (training: %s) under %s is old at %s: %s', (kind, training, profile, at, old) => {
    const passwordChangedAt = instant('2026-09-23T01:00:00Z');
    expect(passwordIsOld({ kind, training, passwordChangedAt }, profile, instant(at))).toBe(old);
  });
});
