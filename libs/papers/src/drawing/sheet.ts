import PDFDocument from 'pdfkit';
import { face, type Weight } from './face.js';
import { ink, mm, rgb, type Colour } from './ink.js';
import type { Stencil } from './stencil.js';
import { gapBetween, pieces, widthOf, type Piece, type Span } from './line-break.js';

export interface TextStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
  readonly align?: 'left' | 'centre' | 'right';
  /** Stretches the line to this width, in millimetres. */
  readonly justify?: number;
}

/** What pdfkit keeps of a font in a document; its type definitions leave it out. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): object;
}

export interface SheetOptions {
  readonly title: string;
  readonly madeAt: Date;
  readonly size?: 'A4' | 'A3';
}

const formats = { A4: [595.28, 841.89], A3: [841.89, 1190.55] } as const;

/**
 * pdfkit is a stream; a paper is wanted whole. Keeping the chunks ourselves saves the stream's bookkeeping, which would
 * hold on to each paper until the event loop turns.
 */
class PaperFile extends PDFDocument {
  declare chunks: Buffer[] | undefined;

  override push(chunk: Uint8Array | null): boolean {
    if (chunk) (this.chunks ??= []).push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    return true;
  }
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * A paper being drawn: millimetres from the top left corner, text placed by the middle of its line.
 * Writes page operators itself and leaves fonts, objects and the file to pdfkit, which is what makes a page cheap.
 */
export class Sheet {
  readonly width: number;
  readonly height: number;
  private readonly doc: PaperFile;
  private readonly fonts = new Map<Weight, EmbeddedFont>();
  private readonly stencils = new Map<Stencil, string>();
  private readonly pages: string[][] = [];
  private page: string[] = [];
  private readonly top: number;

  constructor(options: SheetOptions) {
    const size = formats[options.size ?? 'A4'];
    this.width = size[0] / mm;
    this.height = size[1] / mm;
    this.top = size[1];
    this.doc = new PaperFile({
      size: [...size],
      margin: 0,
      autoFirstPage: false,
      // Else pdfkit loads Helvetica for every file, which no paper uses.
      font: '',
      lang: 'zh-CN',
      displayTitle: true,
      pdfVersion: '1.5',
      info: { Title: options.title, Producer: 'pdfkit', Creator: 'pdfkit', CreationDate: options.madeAt },
    });
    this.addPage();
  }

  get pageCount(): number {
    return this.pages.length;
  }

  addPage(): void {
    this.page = [];
    this.pages.push(this.page);
  }

  /** Goes back to a page, from 1, to write what is known only at the end: "共 3 页". */
  turnTo(number: number): void {
    this.page = this.pages[number - 1] ?? this.page;
  }

  /** Raw operators, with y upwards in points. */
  write(operators: string): void {
    this.page.push(operators);
  }

  x(millimetres: number): string {
    return n(millimetres * mm);
  }

  y(millimetres: number): string {
    return n(this.top - millimetres * mm);
  }

  text(x: number, y: number, content: string | readonly Span[], style: TextStyle = {}): void {
    const weight = style.weight ?? 'regular';
    this.line(x, y, pieces(typeof content === 'string' ? [{ text: content, weight }] : content), style);
  }

  /** Width in millimetres that a text takes in one line. */
  widthOf(text: string, size: number, weight: Weight = 'regular'): number {
    return (widthOf(pieces([{ text, weight }])) * size) / 1000 / mm;
  }

  line(x: number, y: number, line: readonly Piece[], style: TextStyle = {}): void {
    if (line.length === 0) return;
    const size = style.size ?? 12;
    const width = (widthOf(line) * size) / 1000;
    const left = x * mm - (style.align === 'right' ? width : style.align === 'centre' ? width / 2 : 0);
    const spread = style.justify === undefined ? 0 : (style.justify * mm - width) / Math.max(1, line.length - 1);
    // The middle of a Chinese character stands 0.38 of the size above the baseline.
    const base = this.top - y * mm - size * 0.38;
    const out = [`BT ${rgb(style.colour ?? ink.text)} rg ${n(spread)} Tc 1 0 0 1 ${n(left)} ${n(base)} Tm`];
    let start = 0;
    for (let i = 1; i <= line.length; i++) {
      if (i < line.length && line[i]?.weight === line[start]?.weight) continue;
      out.push(this.show(line, start, i, size));
      start = i;
    }
    this.page.push(`${out.join(' ')} ET`);
  }

  private show(line: readonly Piece[], from: number, to: number, size: number): string {
    const font = this.embedded(line[from]?.weight ?? 'regular');
    let hex = '';
    for (let i = from; i < to; i++) {
      const piece = line[i] as Piece;
      const space = gapBetween(line[i - 1], piece);
      if (space) hex += `> -${space} <`;
      const place = font.subset.includeGlyph(piece.glyph.id);
      font.widths[place] ??= piece.glyph.advance;
      font.unicode[place] ??= [piece.glyph.codePoint];
      hex += place.toString(16).padStart(4, '0');
    }
    return `/${font.id} ${n(size)} Tf [<${hex}>] TJ`;
  }

  private embedded(weight: Weight): EmbeddedFont {
    const known = this.fonts.get(weight);
    if (known) return known;
    this.doc.registerFont(weight, face(weight).font as unknown as PDFKit.Mixins.PDFFontSource);
    const font = (this.doc.font(weight) as unknown as { _font: EmbeddedFont })._font;
    this.fonts.set(weight, font);
    return font;
  }

  stroke(path: string, colour: Colour, thickness: number, dash = ''): void {
    this.page.push(`q ${rgb(colour)} RG ${n(thickness * mm)} w [${dash}] 0 d ${path} S Q`);
  }

  fill(path: string, colour: Colour): void {
    this.page.push(`${rgb(colour)} rg ${path} f*`);
  }

  rule(x1: number, y1: number, x2: number, y2: number, colour: Colour = ink.hair, thickness = 0.2): void {
    this.stroke(`${this.x(x1)} ${this.y(y1)} m ${this.x(x2)} ${this.y(y2)} l`, colour, thickness);
  }

  box(x: number, y: number, width: number, height: number): string {
    return `${this.x(x)} ${this.y(y + height)} ${n(width * mm)} ${n(height * mm)} re`;
  }

  polygon(points: readonly (readonly [number, number])[]): string {
    return points.map(([x, y], i) => `${this.x(x)} ${this.y(y)} ${i === 0 ? 'm' : 'l'}`).join(' ') + ' h';
  }

  /** Lays a stencil with its top left corner at x, y, scaled to `width` millimetres. */
  lay(stencil: Stencil, x: number, y: number, width: number, under = false): void {
    const name = this.stencils.get(stencil) ?? `S${this.stencils.size}`;
    this.stencils.set(stencil, name);
    const scale = (width * mm) / stencil.size[0];
    const base = this.top - y * mm - stencil.size[1] * scale;
    const place = `q ${scale.toFixed(5)} 0 0 ${scale.toFixed(5)} ${n(x * mm)} ${n(base)} cm /${name} Do Q`;
    if (under) this.page.unshift(place);
    else this.page.push(place);
  }

  /** The finished file; drawing the same view again gives the same bytes. */
  bytes(): Buffer {
    const forms = [...this.stencils].map(([stencil, name]) => [name, this.form(stencil)] as const);
    for (const operators of this.pages) {
      this.doc.addPage();
      const page = this.doc.page as unknown as { fonts: Record<string, object>; xobjects: Record<string, object> };
      for (const font of this.fonts.values()) page.fonts[font.id] ??= font.ref();
      for (const [name, form] of forms) page.xobjects[name] = form;
      // pdfkit turns the page upside down; the same matrix again turns it back.
      this.doc.addContent(`1 0 0 -1 0 ${n(this.top)} cm\n${operators.join('\n')}`);
    }
    this.doc.end();
    return Buffer.concat(this.doc.chunks ?? []);
  }

  private form(stencil: Stencil): ReturnType<PaperFile['ref']> {
    const form = this.doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, ...stencil.size],
      Filter: 'FlateDecode',
    });
    form.end(stencil.bytes);
    return form;
  }
}
