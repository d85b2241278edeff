import { type FieldError, type Parameters, isDay, ungapped } from '#kernel';
import type { RentInput } from './rent.input.js';

/** Goods by weight per mu and year; handed over themselves, or paid as the money that they come to at a price of each year. */
export interface RentInKind {
  kind: 'goods' | 'converted';
  crop: string;
  /** Kilograms, as decimal text. */
  kgPerMu: string;
  priceSource: string;
  /** Month and day of each year: 6月15日. */
  priceDay: string;
}
export type Rent = { kind: 'cash' } | RentInKind;

/** What is owed beside the kind: all of it for goods, none of it for cash. */
const owed = {
  crop: '写租金给哪一样，例如小麦',
  kgPerMu: '写每亩每年多少公斤',
  priceSource: '写按哪里的价钱折合，例如国家小麦最低收购价',
  priceDay: '写按每年哪一天的价钱折合，例如 6月15日',
} as const;
const parts = Object.keys(owed) as (keyof typeof owed)[];

/** A rent as it was typed or sent, right or wrong. */
export type RentAsked = Partial<Record<keyof RentInput, unknown>> | null | undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const fault = (name: string, detail: string): FieldError => ({ pointer: `#/rent/${name}`, detail });

/** The goods of a rent; null for money, and where nobody was asked. */
export const inKind = (rent: Rent | null | undefined): RentInKind | null =>
  rent?.kind === 'goods' || rent?.kind === 'converted' ? rent : null;

/** Whether anything was said of a rent. */
export const rentGiven = (asked: RentAsked): boolean =>
  [asked?.kind, ...parts.map((name) => asked?.[name])].some((each) => textOf(each) !== '');

/** A rent as the case keeps it; null where nobody was asked. Called once there is nothing wrong with it. */
export function rentOf(asked: RentAsked): Rent | null {
  if (asked?.kind === 'cash') return { kind: 'cash' };
  if (asked?.kind !== 'goods' && asked?.kind !== 'converted') return null;
  const { kind, crop, kgPerMu, priceSource, priceDay } = asked;
  const weight = textOf(kgPerMu);
  return {
    ...{ kind, crop: textOf(crop), priceSource: textOf(priceSource) },
    kgPerMu: weight.includes('.') ? weight.replace(/\.?0+$/, '') : weight,
    priceDay: monthDay(priceDay)?.join('月').concat('日') ?? '',
  };
}

/** What is wrong with a rent beyond each field by itself (示范合同第六条第一项：一种算法，写全). */
export function rentFaults(asked: RentAsked, { rentKgPerMuMost }: Pick<Parameters, 'rentKgPerMuMost'>): FieldError[] {
  const given = parts.filter((name) => textOf(asked?.[name]) !== '');
  if (!asked?.kind) return given.length === 0 ? [] : [fault('kind', '选租金给现金、实物，还是实物折价')];
  if (asked.kind === 'cash')
    return given.map((name) => fault(name, '租金选了现金，这一项就空着；给粮食的，上面改选实物或者实物折价'));
  return [
    ...parts.filter((name) => !given.includes(name)).map((name) => fault(name, owed[name])),
    ...weightFaults(textOf(asked.kgPerMu), rentKgPerMuMost),
    ...dayFaults(asked.priceDay),
  ];
}

/** A nought too many; where the county has set no bound, none is known. */
function weightFaults(kgPerMu: string, most: number | null): FieldError[] {
  const [whole = '', part = ''] = kgPerMu.split('.');
  const beyond = most !== null && (Number(whole) > most || (Number(whole) === most && /[1-9]/.test(part)));
  return beyond ? [fault('kgPerMu', `县里定的是每亩每年最多 ${most} 公斤，您写的是 ${kgPerMu} 公斤`)] : [];
}

function dayFaults(priceDay: unknown): FieldError[] {
  const found = monthDay(priceDay);
  if (!found) return [];
  // In a year without a 29 February, so that the day comes every year.
  const [month, day] = found.map((each) => each.padStart(2, '0'));
  return isDay(`2025-${month}-${day}`) ? [] : [fault('priceDay', `不是每年都有 ${found.join('月')}日，换一天`)];
}

/** Month and day without noughts before them; null where they are not written so. */
function monthDay(text: unknown): [string, string] | null {
  const found = /^(?:每年)?0?(\d{1,2})月0?(\d{1,2})日$/.exec(ungapped(textOf(text)));
  return found ? [found[1] ?? '', found[2] ?? ''] : null;
}
