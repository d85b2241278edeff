import { capitals } from './fen.words.js';
import { muUnits, type Mu } from './mu.js';

/**
 * Money in whole fen (1/100 yuan). Never a fraction and never a float: a share of a price is rounded half up once, at the
 * place where the law or the contract rounds it.
 */
export type Fen = number & { readonly __brand: 'Fen' };

const { digits: DIGITS, places: PLACES, groups: GROUPS } = capitals;
const [NOUGHT] = DIGITS;

/** Reads an amount in fen from a number, a bigint or the text of a bigint column; negative ones occur in a ledger. */
export function fen(value: number | bigint | string): Fen {
  const read = typeof value === 'string' && !/^-?\d+$/.test(value) ? Number.NaN : Number(value);
  if (Number.isSafeInteger(read)) return (read === 0 ? 0 : read) as Fen;
  throw new TypeError(`An amount is whole fen, not “${String(value)}”.`);
}

export const ZERO_FEN = 0 as Fen;

/** Reads what a person typed in yuan: '1234.5', '1,234.50'. At most two decimals, no sign. */
export function yuan(text: string): Fen {
  const found = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').trim());
  if (!found) throw new TypeError(`“${text}” is no amount in yuan with two decimals at most.`);
  return fen(`${(found[1] as string).replaceAll(',', '')}${(found[2] ?? '').padEnd(2, '0')}`);
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** 108,000.00 */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** 1234.50, as a form field takes it back. */
export function plainYuan(amount: Fen): string {
  return formatYuan(amount).replaceAll(',', '');
}

/** 壹拾万捌仟元整: for papers, where digits could be added to (支付结算办法附件一). Below one million million yuan. */
export function capitalYuan(amount: Fen): string {
  if (amount < 0 || amount >= 1e14) throw new RangeError('Capital numerals end below one million million yuan.');
  const [whole, jiao, cent] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  if (amount === 0) return `${NOUGHT}${capitals.yuan}${capitals.even}`;
  const head = whole > 0 ? `${capitalWhole(whole)}${capitals.yuan}` : '';
  if (jiao === 0 && cent === 0) return `${head}${capitals.even}`;
  // 角位是0而分位不是0时，元后面写零字。
  const jiaoText = jiao > 0 ? `${DIGITS[jiao]}${capitals.jiao}` : head ? NOUGHT : '';
  return `${head}${jiaoText}${cent > 0 ? `${DIGITS[cent]}${capitals.fen}` : capitals.even}`;
}

/** 壹仟贰佰元: the same where a unit follows (壹仟贰佰元/亩·年). */
export const capitalPrice = (amount: Fen): string => capitalYuan(amount).replace(capitals.even, '');

function capitalWhole(whole: number): string {
  let text = '';
  let gap = false;
  for (let group = 2; group >= 0; group -= 1) {
    const value = Math.floor(whole / 10_000 ** group) % 10_000;
    if (value > 0) text += `${text && (gap || value < 1000) ? NOUGHT : ''}${capitalGroup(value)}${GROUPS[group]}`;
    gap = value === 0 && text !== '';
  }
  return text;
}

function capitalGroup(value: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) text += `${text && gap ? NOUGHT : ''}${DIGITS[digit]}${PLACES[place]}`;
    gap = digit === 0;
  }
  return text;
}

/** A fraction of an amount, half a fen rounded up: `share(price, 5, 100)` is five per cent. */
export function share(amount: Fen, numerator: number, denominator: number): Fen {
  const sound =
    Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && denominator > 0;
  if (!sound) throw new RangeError(`A share is a ratio of whole numbers, not ${numerator}/${denominator}.`);
  if (amount < 0) throw new RangeError('There is no share of a negative amount.');
  return fen(halfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

/** Divides an amount by weights; the last part is the remainder, so that the parts always add up to the whole. */
export function split(amount: Fen, shares: readonly number[]): Fen[] {
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  const sound = total > 0 && shares.every((weight) => Number.isSafeInteger(weight) && weight >= 0);
  if (!sound) throw new RangeError('Weights are whole numbers that are not all zero.');
  let left: number = amount;
  return shares.map((weight, index) => {
    const part = index === shares.length - 1 ? left : Math.min(left, share(amount, weight, total));
    left -= part;
    return fen(part);
  });
}

/** Rent of one year: price of one mu and year in fen, times the area, exact, half a fen rounded up. */
export function perMuYear(pricePerMu: Fen, area: Mu): Fen {
  if (pricePerMu < 0) throw new RangeError('A price is not negative.');
  return fen(halfUp(BigInt(pricePerMu) * muUnits(area), 10_000n));
}

function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}
