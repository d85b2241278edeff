import { nameFaults } from './name-signs.problems.js';

/** Of a person, as the identity card has it; or of a body or place, which may carry figures, brackets and other marks. */
export type Named = 'person' | 'body';

const lost = /[\ufffd\p{Co}\p{Cn}\p{Cc}]/u;
const standIns = /[?\uff1f\u25a0\u25a1\u25c6\u25c7\u2610\u3013*\uff0a]/u;
const signs: Readonly<Record<Named, RegExp>> = {
  person: /[\p{L}\p{M}\u3007\u0f0b\p{Zs}\u00b7\u2022\u2027\u2219\u22c5\u2e31\u30fb.\uff0e'\u2019-]/u,
  body: /[\p{L}\p{M}\p{N}\p{P}\p{Zs}+=&\uff0b]/u,
};
const borne: Readonly<Record<Named, RegExp>> = { person: /[\p{L}\u3007]/u, body: /[\p{L}\p{N}]/u };

/**
 * What is wrong with the signs of a name, in words; null if nothing is. A sign that stands for one which a system could not write (？, □,
 * a private one) is never a name: whoever keeps it has lost who the person is.
 */
export function nameFault(name: string, of: Named = 'person'): string | null {
  const given = [...name.trim()];
  const at = given.findIndex((sign) => standIns.test(sign) || !signs[of].test(sign));
  const sign = given[at];
  const fault = lostSign(name);
  if (fault !== null) return fault;
  if (sign !== undefined) return (standIns.test(sign) ? nameFaults.lost : nameFaults[of])(at + 1, sign);
  return borne[of].test(name) ? null : nameFaults.none;
}

/** A sign that no computer can read any more, in words; null if there is none. */
export function lostSign(text: string): string | null {
  const given = [...text.trim()];
  const at = given.findIndex((sign) => lost.test(sign));
  const sign = given[at];
  if (sign === undefined) return null;
  const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return (/\p{Co}/u.test(sign) ? nameFaults.private : nameFaults.lost)(at + 1, code);
}
