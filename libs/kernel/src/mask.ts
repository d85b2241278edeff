import { compoundNames } from './mask.words.js';

/**
 * What public pages may show of a person (个人信息保护法第三十四条: no more than the duty needs): the family name and nothing
 * else. Numbers are masked on desks too; the whole number is one click and one line of history away.
 */
const STAR = '＊';

/** 王小明 → 王＊＊. A name with a middle dot keeps its first character alone. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length === 0) return '';
  if (letters.length === 1) return STAR;
  const shown = letters.length > 2 && compoundNames.has(letters.slice(0, 2).join('')) ? 2 : 1;
  // The number of stars tells no more than three letters: longer names would give their bearer away.
  return letters.slice(0, shown).join('') + STAR.repeat(Math.min(letters.length - shown, 3));
}

/** 370126********0012: without the day of birth. */
export function maskIdentity(number: string): string {
  return maskMiddle(number.trim(), 6, 4);
}

/** 138****1234 */
export function maskPhone(number: string): string {
  return maskMiddle(number.trim(), 3, 4);
}

const LINE = '＿';

/** A masked number on a sheet to be signed: its last four figures, and room to write the others by hand. */
export function toWrite(number: string): string {
  const last = /\*(\w{4})$/.exec(number)?.[1];
  return last ? `${LINE.repeat(10)}${last}` : number || LINE.repeat(6);
}

/** Keeps a few characters at both ends; a text too short for that is hidden whole. */
function maskMiddle(text: string, head: number, tail: number): string {
  const letters = [...text];
  if (letters.length < head + tail + 2) return '*'.repeat(letters.length);
  return letters.slice(0, head).join('') + '*'.repeat(letters.length - head - tail) + letters.slice(-tail).join('');
}
