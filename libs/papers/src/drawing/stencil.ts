import { deflateSync } from 'node:zlib';
import { frameWords } from '../paper.words.js';
import { face, type Weight } from './face.js';
import { ink, mm, rgb, type Colour } from './ink.js';

/** A stored drawing that papers repeat: made and compressed once, so it costs nothing again. */
export interface Stencil {
  readonly bytes: Buffer;
  /** Width and height in points. */
  readonly size: readonly [number, number];
}

export function stencil(operators: string, width: number, height: number): Stencil {
  return { bytes: deflateSync(operators), size: [width, height] };
}

/** A character as an outline with its middle at x, y, turned clockwise by degrees. */
export function glyphAt(
  character: string,
  x: number,
  y: number,
  size: number,
  turn = 0,
  weight: Weight = 'bold',
): string {
  const type = face(weight);
  const code = character.codePointAt(0) ?? 0;
  const angle = (-turn * Math.PI) / 180;
  const scale = size / 1000;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  // The middle of the em box: half the advance across, 0.38 em above the baseline.
  const half = type.glyph(code).advance / 2;
  const left = x - half * cos + 380 * sin;
  const base = y - half * sin - 380 * cos;
  const matrix = [cos, sin, -sin, cos, left, base].map((value) => value.toFixed(4)).join(' ');
  return `q ${matrix} cm\n${type.outline(code)} f Q`;
}

const kept = new Map<string, Stencil>();

/** Keeps what was drawn under a name; the few names are authorities and sizes, so the store stays small. */
export function keep(name: string, make: () => Stencil): Stencil {
  const known = kept.get(name);
  if (known) return known;
  const made = make();
  if (kept.size > 200) kept.clear();
  kept.set(name, made);
  return made;
}

/** 演练 无效 across the page, pale enough to read through. */
export function drillGround(): Stencil {
  return keep('drill', () => {
    const text = [...frameWords.drill.replace(' ', '')].map((one, i) =>
      glyphAt(one, 120 + i * 118, 92 + i * 88, 96, -36.7),
    );
    return stencil(`${rgb(ink.drill)} rg ${text.join('\n')}`, 595, 450);
  });
}

/** The slanted ground of the certificate: a band between 8 and 16 mm from the edge, 1.1 mm pitch, 100°. */
export function certificateGround(colour: Colour = ink.ground): Stencil {
  return keep('ground', () => {
    const [width, height] = [210, 297];
    const lean = Math.tan((10 * Math.PI) / 180);
    const pitch = 1.1 / Math.cos((10 * Math.PI) / 180);
    const lines: string[] = [];
    for (let x = -height * lean; x < width; x += pitch)
      lines.push(`${(x * mm).toFixed(1)} 0 m ${((x + height * lean) * mm).toFixed(1)} ${(height * mm).toFixed(1)} l`);
    const box = (inset: number): string =>
      [inset, inset, width - 2 * inset, height - 2 * inset].map((value) => (value * mm).toFixed(2)).join(' ') + ' re';
    const band = `q ${box(5)} ${box(16)} W* n ${rgb(colour)} RG ${(0.4 * mm).toFixed(2)} w ${lines.join(' ')} S Q`;
    const frame = `${rgb(ink.field)} RG ${(0.5 * mm).toFixed(2)} w ${box(4)} S`;
    return stencil(`${band} ${frame}`, width * mm, height * mm);
  });
}
