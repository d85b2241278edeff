import { describe, expect, it } from '@jest/globals';
import { newVerificationCode, readVerificationCode } from './verification-code.js';

describe('A verification code', () => {
  const code = newVerificationCode();

  it('is twelve signs that cannot be mistaken for one another', () => {
    for (let i = 0; i < 500; i++) expect(newVerificationCode()).toMatch(/^[2-9A-HJ-NP-UW-Z]{12}$/);
  });

  it('is read with spaces, hyphens, small letters and full-width signs', () => {
    const wide = [...code].map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)).join('');
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace(/(.{4})/g, '$1 '),
      code.replace(/(.{4})(?=.)/g, '$1-'),
      wide,
    ])
      expect(readVerificationCode(typed)).toBe(code);
  });

  it('is refused with any one sign wrong', () => {
    for (let i = 0; i < 12; i++) {
      const other = code[i] === '7' ? '8' : '7';
      expect(readVerificationCode(code.slice(0, i) + other + code.slice(i + 1))).toBeUndefined();
    }
  });

  it('is refused with two neighbours swapped', () => {
    for (let i = 0; i < 11; i++) {
      if (code[i] === code[i + 1]) continue;
      const swapped = code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2);
      expect(readVerificationCode(swapped)).toBeUndefined();
    }
  });

  it.each(['', 'ABC', `${'A'.repeat(40)}`, '０'.repeat(12), "' OR 1=1 --  "])('is not %j', (text) => {
    expect(readVerificationCode(text)).toBeUndefined();
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 2000 }, () => newVerificationCode())).size).toBe(2000);
  });
});
