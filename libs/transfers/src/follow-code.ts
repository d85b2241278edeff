import { randomInt } from 'node:crypto';

/** The code of a receipt. No 0, O, 1 or I: it is read out over the telephone. */
export function followCode(): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
