// The database reckons the same in `search_plain`; a test compares the two, character by character.

/** What is no sign of a name or number: gaps of every width, line breaks, signs of direction that a phone copies along, variants of one ideograph. */
const gaps =
  /[\p{Cc}\u0020\u00a0\u00ad\u1680\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** The middle dot in its many codes: one county writes 阿依古丽·买买提 in five ways, another without. */
const dots = /[\u00b7\u16eb\u2022\u2027\u2219\u22c5\u25cf\u2e31\u2e33\u30fb\ua78f]/gu;
/** A full stop is a dot of a name between two ideographs alone: 12.5 is a figure. */
const stop = /(?<=[\u3007\u3400-\u9fff\u{20000}-\u{3ffff}])\.(?=[\u3007\u3400-\u9fff\u{20000}-\u{3ffff}])/gu;

/**
 * The one form in which names and numbers are compared and looked for: half-width, lower-case, one kind of brackets, without gaps and
 * middle dots, unified ideographs for compatible ones. What was written is kept as it was; this is never shown.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(gaps, '')
    .replaceAll(dots, '')
    .replaceAll(stop, '')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replaceAll(/[〔[{【〖〈《]/g, '(')
    .replaceAll(/[〕\]}】〗〉》]/g, ')');
}

/** The same as codes and numbers are kept: in capitals. */
export const foldedCode = (text: string): string => folded(text).toUpperCase();

/** Without gaps and what cannot be seen: a code is often copied in groups, or over two lines. */
export const ungapped = (text: string): string => text.replaceAll(gaps, '').replaceAll(/\s/gu, '');

/** Whether two texts are one name, in whatever spelling. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);
