/** A file as text, or the line (from 1) at which it is none that people of a Chinese county would have written. */
export type ReadText = { readonly text: string } | { readonly line: number };

/**
 * Text of a file that may come from a spreadsheet: UTF-8 or UTF-16 with a mark, UTF-8 without one, or GB 18030. A UTF-8 file with one
 * byte cut out is not GB 18030, and a Big5 file is neither: what does not read as Chinese is doubted, not kept.
 */
export function textOf(content: Uint8Array): ReadText {
  const encoding = encodingOf(content);
  const text = decoded(content, encoding);
  if (text === null) return { line: brokenLine(new TextDecoder(encoding).decode(content)) };
  const line = doubtfulLine(text);
  return line === null ? { text } : { line };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

function encodingOf(content: Uint8Array): Encoding {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (decoded(content, 'utf-8') !== null) return 'utf-8';
  const { sound, broken } = sequences(content);
  // Chinese in GB 18030 forms a sound sequence of UTF-8 by chance alone; a damaged UTF-8 file consists of them.
  return sound >= broken ? 'utf-8' : 'gb18030';
}

function decoded(content: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** How many bytes above ASCII stand in sound sequences of UTF-8, and how many do not. */
function sequences(content: Uint8Array): { sound: number; broken: number } {
  let [sound, broken] = [0, 0];
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at]!;
    if (byte < 0x80) continue;
    const follow = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const rest = content.subarray(at + 1, at + 1 + follow);
    if (follow > 0 && rest.length === follow && rest.every((each) => each >> 6 === 0b10)) {
      sound += follow + 1;
      at += follow;
    } else broken += 1;
  }
  return { sound, broken };
}

const brokenLine = (text: string): number => lineAt(text, Math.max(text.indexOf('\ufffd'), 0));
const lineAt = (text: string, place: number): number => text.slice(0, place).split(/\r\n|\r|\n/).length;

/** What says nothing for or against: marks, units, and letters of peoples who live in China and write otherwise. */
const silent =
  /[\p{P}\p{Z}\p{Sc}\p{Nd}\uff21-\uff5a\u2116\u2460-\u24ff\u33a0-\u33df\p{Script=Arabic}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Yi}\p{Script=Hangul}]/u;

/** Fewer strange characters than this prove nothing: a file of one row may name 徐喆 and 孙堃. */
const fewest = 3;

/**
 * The line of the first strange character, if more than half of a text consists of them: in a register nineteen of twenty characters are
 * those of GB 2312, the rest of rare names; in text that was read in a wrong encoding two of three are not. Null for a sound text.
 */
export function doubtfulLine(text: string): number | null {
  const common = commonCharacters();
  let [strange, counted, first, place] = [0, 0, -1, 0];
  for (const letter of text) {
    if (common.has(letter)) counted += 1;
    else if (letter > '\u007f' && !silent.test(letter)) {
      counted += 1;
      strange += 1;
      if (first < 0) first = place;
    }
    place += letter.length;
  }
  return strange >= fewest && strange * 2 > counted ? lineAt(text, first) : null;
}

let known: ReadonlySet<string> | undefined;

/** The 6,763 ideographs of GB 2312: rows B0 to F7 of the double bytes. */
function commonCharacters(): ReadonlySet<string> {
  if (known !== undefined) return known;
  const rows = Array.from({ length: 0xf8 - 0xb0 }, (_, row) => row + 0xb0);
  const bytes = rows.flatMap((row) => Array.from({ length: 0xff - 0xa1 }, (_, cell) => [row, cell + 0xa1]).flat());
  known = new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)).replaceAll(/\P{Script=Han}/gu, ''));
  return known;
}
