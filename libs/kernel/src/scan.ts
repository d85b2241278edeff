import { identityNumber } from './identity-number.js';
import { isDay } from './day.js';

/** A number in a text that belongs to a person and must not be published (个人信息保护法第二十五、二十八条). */
export interface PersonalFinding {
  readonly kind: 'identity' | 'old-identity' | 'mobile' | 'bank-card';
  readonly label: string;
  /** Position of the first character in the text, from 0, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LABELS = {
  identity: '身份证号',
  'old-identity': '15位身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
} as const;

/**
 * Finds identity numbers, mobile numbers and bank cards, also in full-width digits or with gaps. Codes of the record itself
 * (parcels, contracts) can look like cards by chance: pass them as `known` and they are left alone.
 */
export function findPersonal(text: string, known: readonly string[] = []): PersonalFinding[] {
  const plain = narrow(text);
  const ours = new Set(known.map((code) => narrow(code)));
  const found: PersonalFinding[] = [];
  for (const match of plain.matchAll(/\d(?:[ -]?\d){9,22}(?:[ -]?X(?![A-Z\d]))?/g)) {
    const digits = match[0].replace(/[ -]/g, '');
    const kind = ours.has(digits) ? undefined : kindOf(digits);
    const [start, end] = [match.index, match.index + match[0].length];
    if (kind) found.push({ kind, label: LABELS[kind], start, end, text: text.slice(start, end) });
    else if (!ours.has(digits)) found.push(...parts(match[0], start, text, ours));
  }
  return found;
}

/** Numbers set apart by gaps within one run: "13800001234 13900001234", or a card after a date. */
function parts(run: string, offset: number, text: string, ours: ReadonlySet<string>): PersonalFinding[] {
  const found: PersonalFinding[] = [];
  for (const match of run.matchAll(/[\dX]+/g)) {
    const kind = ours.has(match[0]) ? undefined : kindOf(match[0]);
    const start = offset + match.index;
    if (kind)
      found.push({
        kind,
        label: LABELS[kind],
        start,
        end: start + match[0].length,
        text: text.slice(start, start + match[0].length),
      });
  }
  return found;
}

function kindOf(digits: string): PersonalFinding['kind'] | undefined {
  if (digits.length === 18 && identityNumber(digits).ok) return 'identity';
  if (digits.length === 15 && isOldIdentity(digits)) return 'old-identity';
  // 10000… are the numbers of the training county: drills must learn to mask them too. 86 may stand before.
  if (/^(?:86)?1(?:[3-9]\d{9}|0000\d{6})$/.test(digits)) return 'mobile';
  if (/^(?:62|60|9[5-9]|4|5[1-5])\d+$/.test(digits) && digits.length >= 16 && digits.length <= 19 && luhn(digits))
    return 'bank-card';
  return undefined;
}

function isOldIdentity(digits: string): boolean {
  return /^[1-8][1-7]/.test(digits) && isDay(`19${digits.slice(6, 8)}-${digits.slice(8, 10)}-${digits.slice(10, 12)}`);
}

/** ISO/IEC 7812: the check that every bank card carries. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Half-width digits and X, one unit for one unit, so that positions stay those of the text. */
function narrow(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[xｘＸ×Ⅹⅹ]/g, 'X')
    .replace(/[－—‐\u3000]/g, ' ');
}
