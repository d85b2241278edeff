import { identityNumber } from './identity-number.js';
import { isDay } from './day.js';
import { localNumber, personalNumbers, spelledDigits, spelledSign } from './scan.words.js';

/** A number in a text that belongs to a person and must not be published (个人信息保护法第二十五、二十八条). */
export interface PersonalFinding {
  readonly kind: keyof typeof personalNumbers;
  readonly label: string;
  /** Position of the first character in the text, from 0, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// The longest bank cards have nineteen digits.
const LONGEST = 19;

/**
 * Finds identity numbers, mobile numbers and bank cards, also in full-width digits or with gaps, those that cannot be seen too. Codes of the record itself
 * (parcels, contracts) can look like cards by chance: pass them as `known` and they are left alone.
 */
export function findPersonal(text: string, known: readonly string[] = []): PersonalFinding[] {
  const ours = new Set(known.map((code) => narrow(code)));
  return runsOf(narrow(text)).flatMap((run) => inRun(run[0], run.index, text, { ours, kind: kindOf }));
}

/**
 * The same in what people write to each other in public, and landlines with it: whoever hides a number from the check writes it with
 * dots or in Chinese digits.
 */
export function findContact(text: string): PersonalFinding[] {
  const plain = spelled(narrow(text));
  const kind: KindOf = (digits, first) => kindOf(digits) ?? (isLandline(digits, first) ? 'landline' : undefined);
  const found = runsOf(plain).flatMap((run) => inRun(run[0], run.index, text, { ours: new Set(), kind }));
  const local = [...plain.matchAll(localNumber)].flatMap((run) => {
    const start = run.index + run[0].length - (run[1] ?? '').length;
    const end = run.index + run[0].length;
    if (found.some((each) => each.start < end && start < each.end)) return [];
    return [{ kind: 'landline', label: personalNumbers.landline, start, end, text: text.slice(start, end) } as const];
  });
  return [...found, ...local].toSorted((one, other) => one.start - other.start);
}

/** What a number is, by its digits and the length of its first group. */
type KindOf = (digits: string, first: number) => PersonalFinding['kind'] | undefined;

const runsOf = (text: string): RegExpExecArray[] => [...text.matchAll(/\d[\d -]*X?/g)];

/**
 * The numbers in one run of digits and gaps. People write a number in groups, and several numbers beside each other, so
 * every sequence of neighbouring groups is tried, the longest first.
 */
function inRun(run: string, offset: number, text: string, sought: Sought): PersonalFinding[] {
  const groups = [...run.matchAll(/[\dX]+/g)].map((match) => ({ digits: match[0], start: offset + match.index }));
  const found: PersonalFinding[] = [];
  for (let from = 0; from < groups.length;) {
    const taken = longestFrom(groups, from, sought);
    const first = groups[from] as (typeof groups)[number];
    const last = groups[from + taken.count - 1] as (typeof groups)[number];
    const end = last.start + last.digits.length;
    if (taken.kind)
      found.push({
        kind: taken.kind,
        label: personalNumbers[taken.kind],
        start: first.start,
        end,
        text: text.slice(first.start, end),
      });
    from += taken.count;
  }
  return found;
}

interface Sought {
  ours: ReadonlySet<string>;
  kind: KindOf;
}

function longestFrom(groups: readonly { digits: string }[], from: number, { ours, kind: kindIn }: Sought) {
  let best: { count: number; kind?: PersonalFinding['kind'] } = { count: 1 };
  let digits = '';
  for (let to = from; to < groups.length && digits.length < LONGEST; to += 1) {
    digits += groups[to]?.digits ?? '';
    const kind = kindIn(digits, groups[from]?.digits.length ?? 0);
    if (ours.has(digits)) best = { count: to - from + 1 };
    else if (kind) best = { count: to - from + 1, kind };
  }
  return best;
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

/** An area code and seven or eight digits; a group of two digits first is the month of a date. */
const isLandline = (digits: string, first: number): boolean =>
  first !== 2 && /^(?:86)?0?(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits) && /^(?:860?|0)/.test(digits);

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
    .replace(/[－—‐\t\u00a0\u2000-\u200f\u202a-\u202e\u2060\u3000\ufeff]/g, ' ');
}

/** Digits in words or rings, and signs between digits, one unit for one unit. */
const spelled = (text: string): string =>
  text
    .replace(spelledSign, (sign) => String(spelledDigits[sign]))
    .replace(/(?<=\d[ -]*)[.．·•。,，、_*~～/|:：()（）+](?=[ -]*\d)/g, ' ');
