/** What a line of a letter looks like where something was to be filled in and was not. */
const holes: Readonly<Record<string, RegExp>> = {
  'no value': /undefined|NaN|\bnull\b|\[object|Invalid/,
  'two signs in a row': /[，。；：、！？][，。；、！？]|，$|；$/,
  'nothing between brackets': /（[\s，、；]*）|“”|《》|\*\*\s*\*\*/,
  'a sign without a word before it': /^(>|-|@small)?\s*[，。；、）]|（[，、；]|[（《“]$/,
  'a label without a value': /^:: [^|]*\|\s*$|^@to\s*：?\s*$|^- *$|^#+ *$/,
  'a unit without a number': /(^|[^\d\s＿*])\s+(元|亩|块|个工作日)/,
  'a line without a word': /^\s*$/,
};

/** The lines of a filled letter that show a hole, each with what is wrong. */
export function emptyPlaces(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line !== '');
  return lines
    .slice(0, end + 1)
    .flatMap((line) => Object.entries(holes).flatMap(([name, hole]) => (hole.test(line) ? [`${name}: ${line}`] : [])));
}
