import { randomInt } from 'node:crypto';
import { foldedCode } from '#kernel';

// 31 signs, none of which is taken for another when read aloud or copied by hand; 31 is prime, so the check finds every
// single wrong sign and every swap of neighbours.
const signs = '23456789ABCDEFGHJKLMNPQRSTUWXYZ';
const length = 12;

function checkOf(body: string): string {
  const sum = [...body].reduce((total, sign, i) => total + signs.indexOf(sign) * (i + 2), 0);
  return signs[sum % signs.length] ?? '';
}

/** A new code: eleven random signs (54 bits, not to be guessed) and a check. */
export function newVerificationCode(): string {
  let body = '';
  for (let i = 0; i < length - 1; i++) body += signs[randomInt(signs.length)];
  return body + checkOf(body);
}

/** Reads what a person typed: spaces and lower case do no harm. Undefined if it cannot be a code. */
export function readVerificationCode(text: string): string | undefined {
  const code = foldedCode(text).replaceAll('-', '');
  if (code.length !== length || [...code].some((sign) => !signs.includes(sign))) return undefined;
  return checkOf(code.slice(0, -1)) === code.at(-1) ? code : undefined;
}

/** As it is printed and read aloud: in groups of four. */
export function spacedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
