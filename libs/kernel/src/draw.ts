import { sha256Of } from './sha256.js';

/**
 * The draw (抽签): a list is frozen and its hash made public; only then a seed comes that nobody could choose; list and seed give the
 * result, and whoever has both gets the same one. Every text that is hashed is lines in UTF-8, each with a line feed behind it, so
 * that `printf '%s\n' … | sha256sum` does it too.
 */
export const drawAlgorithm = 'draw-1';

/** What is frozen: what it is for, how many are drawn, and among whom: bidder numbers, case numbers, never persons. */
export interface DrawList {
  subject: string;
  subjectId: string;
  /** How many are drawn, in ranks. */
  wanted: number;
  labels: readonly string[];
}

/** One number out of the seed, as a person computes it again by hand. */
export interface DrawStep {
  /** The line that is hashed last; grows by one with each number, those not taken included. */
  counter: number;
  hash: string;
  /** The first twelve hexadecimal digits of the hash. */
  number: number;
  /** Among how many is drawn. */
  among: number;
  /** The place that is drawn, from 0; null where the number is not taken, since it would favour the first places. */
  place: number | null;
  label: string | null;
}

/**
 * A label that may stand on a list: short, printable, in the plane in which every machine sorts alike, and with a figure in it, as
 * numbers have and names of people have not.
 */
export const isDrawLabel = (label: string): boolean =>
  label.length <= 40 &&
  /\d/.test(label) &&
  /^[-\dA-Za-z\u4e00-\u9fff\u3014\u3015]+$/.test(label) &&
  !/^-|-$/.test(label);

/** Numbers are below this, and exact in every machine's arithmetic. */
const RANGE = 2 ** 48;

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/** Labels in the one order there is, that of their character codes; whoever froze the list had no say in it. */
export const drawOrder = (labels: readonly string[]): string[] => labels.toSorted();

/** The frozen text: algorithm, what it is for, how many, then every label in order. */
export const drawText = ({ subject, subjectId, wanted, labels }: DrawList): string =>
  lines(drawAlgorithm, subject, subjectId, String(wanted), ...drawOrder(labels));

/** The hash that is made public before any seed is known. @throws RangeError for a list that cannot be drawn from */
export function drawHash(list: DrawList): string {
  const { labels, wanted } = list;
  if (labels.length === 0 || new Set(labels).size !== labels.length)
    throw new RangeError('Labels are given, once each.');
  if (!labels.every(isDrawLabel)) throw new RangeError('A label is short and without signs.');
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > labels.length)
    throw new RangeError('From one to all are drawn.');
  return sha256Of(drawText(list));
}

/** The hash by which a claimant binds himself to a number before anybody has opened one; bound to this list and this label. */
export const sealOf = (listHash: string, label: string, { number, salt }: SealedNumber): string =>
  sha256Of(lines(drawAlgorithm, listHash, label, number, salt));

/** A claimant's number, and the salt without which it could be found by trying. */
export interface SealedNumber {
  number: string;
  salt: string;
}

/** The seed out of the numbers that were opened, in the order of their labels. */
export const seedOfNumbers = (opened: ReadonlyMap<string, string>): string =>
  sha256Of(
    lines(drawAlgorithm, ...drawOrder([...opened.keys()]).map((label) => `${label} ${opened.get(label) ?? ''}`)),
  );

/**
 * Ranks labels by list and seed. Whoever sealed a number and did not open it stands in `last`: he is drawn behind all others, so
 * that nobody gains by seeing the other numbers and keeping back his own.
 */
export function drawRanks(
  list: DrawList,
  seed: string,
  last: readonly string[] = [],
): { ranked: string[]; steps: DrawStep[] } {
  const listHash = drawHash(list);
  const left = drawOrder(list.labels).filter((label) => !last.includes(label));
  const behind = drawOrder(list.labels).filter((label) => last.includes(label));
  const steps: DrawStep[] = [];
  const ranked: string[] = [];
  while (ranked.length < list.wanted) {
    const pot = left.length > 0 ? left : behind;
    const counter = steps.length + 1;
    const hash = sha256Of(lines(drawAlgorithm, listHash, seed, String(counter)));
    const number = Number.parseInt(hash.slice(0, 12), 16);
    const place = placeIn(number, pot.length);
    const [label = null] = place === null ? [] : pot.splice(place, 1);
    steps.push({ counter, hash, number, among: pot.length + (label === null ? 0 : 1), place, label });
    if (label !== null) ranked.push(label);
  }
  return { ranked, steps };
}

/** The place a number means among so many; null where it lies in the last, uneven part of the range. */
export function placeIn(number: number, among: number, range = RANGE): number | null {
  return number < range - (range % among) ? number % among : null;
}
