import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type OpenedFont } from 'fontkit';
import { FontSubset } from './font-subset.js';

export type Weight = 'regular' | 'bold';

/** One character as the paper sets it; `advance` is in thousandths of the type size. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly codePoint: number;
}

const files: Record<Weight, string> = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};

// 〓 stands where the font lacks a rare character of a name, so that a clerk sees the gap and writes it in by hand.
const geta = 0x3013;

/** A weight of the one Chinese typeface, opened once in the life of the process. */
export class Face {
  readonly font: OpenedFont;
  private readonly glyphs = new Map<number, Glyph>();

  constructor(readonly weight: Weight) {
    const bytes = readFileSync(createRequire(import.meta.url).resolve(files[weight]));
    this.font = create(bytes);
    // fontkit decodes every outline to make a subset, which costs more than all the rest of a page.
    this.font.createSubset = () => new FontSubset(bytes, this.font);
  }

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint);
  }

  glyph(codePoint: number): Glyph {
    const known = this.glyphs.get(codePoint);
    if (known) return known;
    const drawn = this.font.glyphForCodePoint(this.has(codePoint) ? codePoint : geta);
    const glyph = { id: drawn.id, advance: drawn.advanceWidth, codePoint };
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  /** The outline of a character as PDF path operators in thousandths of an em, for seals. */
  outline(codePoint: number): string {
    const drawn = this.font.glyphForCodePoint(this.has(codePoint) ? codePoint : geta);
    let x = 0;
    let y = 0;
    return drawn.path.commands
      .map(({ command, args }) => {
        const [a = 0, b = 0, c = 0, d = 0] = args;
        const [fromX, fromY] = [x, y];
        if (command === 'quadraticCurveTo') [x, y] = [c, d];
        else if (args.length) [x, y] = [a, b];
        if (command === 'moveTo') return `${a} ${b} m`;
        if (command === 'lineTo') return `${a} ${b} l`;
        if (command === 'closePath') return 'h';
        // PDF has no quadratic curves: the same curve written with two control points.
        const third = (from: number, to: number): string => (from + ((to - from) * 2) / 3).toFixed(1);
        return `${third(fromX, a)} ${third(fromY, b)} ${third(c, a)} ${third(d, b)} ${c} ${d} c`;
      })
      .join('\n');
  }
}

const opened: Partial<Record<Weight, Face>> = {};

export function face(weight: Weight): Face {
  return (opened[weight] ??= new Face(weight));
}

/** Characters that would print as 〓; a clerk is told before a paper with a rare name is issued. */
export function missingCharacters(text: string): string[] {
  const absent = [...text].filter((one) => one >= ' ' && !face('regular').has(one.codePointAt(0) ?? 0));
  return [...new Set(absent)];
}
