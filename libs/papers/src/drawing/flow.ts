import { ink, mm, type Colour } from './ink.js';
import { breakLines, type Line, type Span } from './line-break.js';
import type { Weight } from './face.js';
import type { Sheet } from './sheet.js';

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ParagraphStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: Colour;
  /** First-line indent in characters; Chinese letters use two. */
  readonly indent?: number;
  /** Left edge in millimetres from the column's own. */
  readonly hang?: number;
  readonly align?: 'left' | 'centre' | 'right';
  /** Height of a line as a multiple of the type size. */
  readonly lead?: number;
  /** Space after, in millimetres. */
  readonly after?: number;
}

export type Cell = string | readonly Span[];

export const spansOf = (cell: Cell, weight: Weight = 'regular'): readonly Span[] =>
  typeof cell === 'string' ? [{ text: cell, weight }] : cell;

/** A column of text that runs down the page and on to the next: the cursor for everything that is not fixed in place. */
export class Flow {
  y: number;
  /** The type size of plain text; a receipt in large print sets it to 18. */
  size = 12;
  /** Below 1 the lines stand closer, to bring a signature back to the page before. */
  density = 1;

  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
    private readonly pageAdded: () => void = () => undefined,
  ) {
    this.y = area.top;
  }

  get width(): number {
    return this.area.right - this.area.left;
  }

  /** Makes sure that this much of the page is left, in millimetres. */
  room(height: number): void {
    if (this.y + height <= this.area.bottom + 0.01 || this.y <= this.area.top + 0.01) return;
    this.turnPage();
  }

  turnPage(): void {
    this.sheet.addPage();
    this.y = this.area.top;
    this.pageAdded();
  }

  paragraph(cell: Cell, style: ParagraphStyle = {}): void {
    const size = style.size ?? this.size;
    const left = this.area.left + (style.hang ?? 0);
    const width = this.area.right - left;
    const lines = this.broken(cell, width, size, style);
    const height = (size * (style.lead ?? 1.65) * this.density) / mm;
    lines.forEach((line, i) => {
      // A lone first line at the foot of a page, or a lone last line at the head, goes with its neighbour.
      this.room(i === 0 && lines.length > 1 ? height * 2 : height);
      const indent = i === 0 ? ((style.indent ?? 0) * size) / mm : 0;
      this.set(line, left + indent, width - indent, size, height, style);
      this.y += height;
    });
    this.y += style.after ?? 0.8;
  }

  private broken(cell: Cell, width: number, size: number, style: ParagraphStyle): Line[] {
    const room = (width * mm * 1000) / size;
    return breakLines(spansOf(cell, style.weight), room, room - (style.indent ?? 0) * 1000);
  }

  private set(line: Line, left: number, width: number, size: number, height: number, style: ParagraphStyle): void {
    const align = style.align ?? 'left';
    const x = align === 'left' ? left : align === 'right' ? left + width : left + width / 2;
    const taken = (line.width * size) / 1000 / mm;
    // Full lines end at the margin, as printed Chinese does; a line that is far short stays as it is.
    const stretch = align === 'left' && !line.last && width - taken < (size / mm) * 1.6 && width > taken;
    this.sheet.line(x, this.y + height / 2, line.pieces, {
      size,
      colour: style.colour ?? ink.text,
      align,
      ...(stretch ? { justify: width } : {}),
    });
  }

  /** A label at the left and a value beside it, with a hairline under both. */
  field(label: string, value: Cell, labelWidth = 34): void {
    const size = this.size;
    const height = (size * 1.5 * this.density) / mm;
    const room = ((this.width - labelWidth) * mm * 1000) / size;
    const lines = breakLines(spansOf(value, 'bold'), room);
    // A label a little too long is set smaller, a very long one on two lines; it never touches its value.
    const fit = (labelWidth - 2) / this.sheet.widthOf(label, size);
    const labelSize = fit >= 1 ? size : size * Math.max(0.78, fit);
    const labels = breakLines(spansOf(label), ((labelWidth - 1) * mm * 1000) / labelSize);
    const rows = Math.max(lines.length, labels.length);
    this.room(rows * height + 1.6);
    this.y += 0.8;
    labels.forEach((line, i) =>
      this.sheet.line(this.area.left, this.y + (i + 0.5) * height, line.pieces, {
        size: labelSize,
        colour: ink.second,
      }),
    );
    lines.forEach((line, i) =>
      this.sheet.line(this.area.left + labelWidth, this.y + (i + 0.5) * height, line.pieces, { size }),
    );
    this.y += rows * height + 0.8;
    this.sheet.rule(this.area.left, this.y, this.area.right, this.y);
  }

  title(text: string, size = 22, colour: Colour = ink.text): void {
    this.paragraph(text, { size, weight: 'bold', align: 'centre', lead: 1.4, after: 2, colour });
  }

  heading(text: string): void {
    // A heading takes at least two lines of its text along.
    this.room(((this.size * 1.6) / mm) * 3.6);
    this.y += 1.6;
    this.paragraph(text, { size: this.size + 1, weight: 'bold', after: 0.6 });
  }

  gap(height: number): void {
    this.y = Math.min(this.y + height * this.density, this.area.bottom);
  }
}
