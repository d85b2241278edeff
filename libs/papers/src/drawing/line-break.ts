import { face, type Glyph, type Weight } from './face.js';

/** A stretch of text in one weight. */
export interface Span {
  readonly text: string;
  readonly weight: Weight;
}

type Kind = 'han' | 'word' | 'space' | 'opening' | 'closing';

export interface Piece {
  readonly glyph: Glyph;
  readonly weight: Weight;
  readonly kind: Kind;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** In thousandths of the type size, gaps between Chinese and digits included. */
  readonly width: number;
  /** Ends its paragraph, so it is not stretched to the margin. */
  readonly last: boolean;
}

/** The thin gap between Chinese and Latin or digits, in thousandths of the type size. */
export const gap = 180;

// 行首禁则、行尾禁则：这些标点不放在行首（行尾）。
const closing = new Set('，。、；：？！）》〉】〕」』”’％…·,.;:?!)]}%/');
const opening = new Set('（《〈【〔「『“‘([{');
const dashes = new Set('—＿_');

function kindOf(character: string): Kind {
  if (character === ' ') return 'space';
  if (closing.has(character)) return 'closing';
  if (opening.has(character)) return 'opening';
  return character < '\u2000' && !'×÷°'.includes(character) ? 'word' : 'han';
}

export function pieces(spans: readonly Span[]): Piece[] {
  return spans.flatMap(({ text, weight }) => {
    const type = face(weight);
    return [...text].map((one) => ({ glyph: type.glyph(one.codePointAt(0) ?? 0), weight, kind: kindOf(one) }));
  });
}

/** Whether a gap belongs between two neighbours: "120.00 亩" reads better apart, typed or not. */
export function gapBetween(before: Piece | undefined, after: Piece): number {
  if (!before) return 0;
  const pair = `${before.kind}-${after.kind}`;
  return pair === 'han-word' || pair === 'word-han' ? gap : 0;
}

export function widthOf(line: readonly Piece[]): number {
  let width = 0;
  line.forEach((piece, i) => (width += piece.glyph.advance + gapBetween(line[i - 1], piece)));
  return width;
}

/** Groups pieces that may not be parted: words and figures, brackets with what they hold, marks with what they follow. */
function boxes(all: readonly Piece[]): Piece[][] {
  const out: Piece[][] = [];
  let previous: Piece | undefined;
  for (const piece of all) {
    const box = out.at(-1);
    const joins =
      previous !== undefined &&
      (piece.kind === 'closing' ||
        previous.kind === 'opening' ||
        (piece.kind === 'word' && (previous.kind === 'word' || inFigure(previous))) ||
        (isDash(piece) && isDash(previous)));
    if (joins && box && previous?.kind !== 'space') box.push(piece);
    else out.push([piece]);
    previous = piece;
  }
  return out;
}

/** The point in 120.00 and the colon in 24:00 belong to the figure, though they close a line elsewhere. */
function inFigure(piece: Piece): boolean {
  return piece.kind === 'closing' && piece.glyph.codePoint < 0x80;
}

function isDash(piece: Piece): boolean {
  return dashes.has(String.fromCodePoint(piece.glyph.codePoint));
}

/** Breaks a paragraph into lines of at most `room` (and `firstRoom` for the first), all in thousandths of the type size. */
export function breakLines(spans: readonly Span[], room: number, firstRoom = room): Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let width = 0;
  const limit = (): number => (lines.length === 0 ? firstRoom : room);
  const close = (last: boolean): void => {
    while (line.at(-1)?.kind === 'space') line.pop();
    lines.push({ pieces: line, width: widthOf(line), last });
    line = [];
    width = 0;
  };
  const put = (box: readonly Piece[]): void => {
    for (const piece of box) {
      width += piece.glyph.advance + gapBetween(line.at(-1), piece);
      line.push(piece);
    }
  };
  for (const box of boxes(pieces(spans))) {
    if (box[0]?.kind === 'space' && line.length === 0) continue;
    const needs = widthOf(box) + gapBetween(line.at(-1), box[0] as Piece);
    if (line.length && box[0]?.kind !== 'space' && width + needs > limit() + 1) close(false);
    if (widthOf(box) <= limit() + 1) {
      put(box);
      continue;
    }
    // A figure longer than the line, such as a file hash, is cut wherever it must be.
    for (const piece of box) {
      if (line.length && width + piece.glyph.advance > limit() + 1) close(false);
      put([piece]);
    }
  }
  if (line.length || lines.length === 0) close(true);
  else lines[lines.length - 1] = { ...(lines.at(-1) as Line), last: true };
  return lines;
}
