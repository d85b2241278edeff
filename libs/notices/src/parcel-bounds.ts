import { maskName } from '#kernel';
import { landmarks, sideWords } from './parcel-bounds.words.js';

const anyOf = (heads: string): string => `[${heads}]`;
const pairs = (table: readonly (readonly [heads: string, tail: string])[]): string =>
  table.map(([heads, tail]) => anyOf(heads) + tail).join('|');

// What a parcel may border on that is nobody's name. Whatever is not known to be such a thing is masked as a name.
const whole = [anyOf(landmarks.alone), pairs(landmarks.named), ...landmarks.words].join('|');
const endings = [...landmarks.endings, pairs(landmarks.kinds)].join('|');
const landmark = new RegExp(`^(?:${whole}|.*(?:${endings}))$`, 'u');
const side = new RegExp(`(${anyOf(sideWords.sides)}?(?:${anyOf(sideWords.borders)}|：)?)([^、，,；;。\\s]+)`, 'gu');

/** Bounds name neighbours: 北王小明 is published as 北王＊＊, 南生产路 stays. Better a landmark masked than a name shown. */
export function maskBounds(bounds: string): string {
  return bounds.replace(
    side,
    (_all, where: string, what: string) => where + (landmark.test(what) ? what : maskName(what)),
  );
}
