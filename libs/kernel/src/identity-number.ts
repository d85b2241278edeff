import { identityFaults } from './checked-codes.problems.js';
import { foldedCode } from './fold.js';
import { addYears, isDay, yearOf, type Day } from './day.js';

/** What an identity number says, or why it cannot be one. */
export type IdentityNumber =
  | { readonly ok: true; readonly number: string; readonly birthDay: Day; readonly sex: 'male' | 'female' }
  | { readonly ok: false; readonly reason: string };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** Full-width digits, spaces, and the many ways people write the last X. */
export function normaliseIdentity(text: string): string {
  return foldedCode(text.replace(/[×✕ⅩⅹΧχХх]/gu, 'X')).replaceAll('-', '');
}

/** The last character for the first seventeen digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function identityCheck(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return CHECKS[sum % 11] as string;
}

/**
 * Reads an 18-character identity number. The first six digits are not compared with today's divisions: most people were
 * born under codes that are long abolished. With `today`, a birth in the future is refused.
 */
export function identityNumber(text: string, today?: Day): IdentityNumber {
  const number = normaliseIdentity(text);
  if (/^\d{15}$/.test(number)) return wrong(identityFaults.old);
  if (number.length !== 18) return wrong(identityFaults.length(number.length));
  if (!/^\d{17}[\dX]$/.test(number)) return wrong(identityFaults.digits);
  const birthDay = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthDay)) return wrong(identityFaults.noBirthDay(birthDay));
  if (today !== undefined && birthDay > today) return wrong(identityFaults.unborn(birthDay));
  const check = identityCheck(number);
  if (check !== number[17]) return wrong(identityFaults.check);
  return { ok: true, number, birthDay, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** Completed years of age on a day. One born on 29 February is a year older on 28 February where there is no 29th. */
export function ageOn(birthDay: Day, onDay: Day): number {
  const age = yearOf(onDay) - yearOf(birthDay);
  return onDay >= addYears(birthDay, age) ? age : age - 1;
}

const wrong = (reason: string): IdentityNumber => ({ ok: false, reason });
