import type { OpenedFont } from 'fontkit';

const tables = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

/**
 * The part of a TrueType font that one paper uses, cut out byte by byte.
 * Has the two methods that pdfkit asks of a subset; glyph 0 stays glyph 0, as PDF demands.
 */
export class FontSubset {
  private readonly glyphs = [0];
  private readonly places = new Map([[0, 0]]);

  constructor(
    private readonly bytes: Buffer,
    private readonly font: OpenedFont,
  ) {}

  includeGlyph(id: number): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    const place = this.glyphs.length;
    this.glyphs.push(id);
    this.places.set(id, place);
    return place;
  }

  encode(): Buffer {
    const outlines: Buffer[] = [];
    const offsets = [0];
    // Compound glyphs add their parts while the loop runs, so the length is asked anew each time.
    for (let i = 0; i < this.glyphs.length; i++) {
      const outline = this.outline(this.glyphs[i] ?? 0);
      outlines.push(outline);
      offsets.push((offsets.at(-1) ?? 0) + outline.length);
    }
    const count = this.glyphs.length;
    const parts: Record<string, Buffer> = {
      glyf: Buffer.concat(outlines),
      loca: Buffer.alloc((count + 1) * 4),
      hmtx: this.metrics(),
      head: Buffer.from(this.table('head')),
      hhea: Buffer.from(this.table('hhea')),
      maxp: Buffer.from(this.table('maxp')),
    };
    offsets.forEach((offset, i) => parts['loca']?.writeUInt32BE(offset, i * 4));
    parts['head']?.writeInt16BE(1, 50);
    parts['hhea']?.writeUInt16BE(count, 34);
    parts['maxp']?.writeUInt16BE(count, 4);
    return fontFile(
      tables.map((tag) => [tag, parts[tag] ?? this.table(tag)] as const).filter(([, part]) => part.length),
    );
  }

  private table(tag: string): Buffer {
    const entry = this.font.directory.tables[tag];
    return entry ? this.bytes.subarray(entry.offset, entry.offset + entry.length) : Buffer.alloc(0);
  }

  private outline(id: number): Buffer {
    const { offsets } = this.font.loca;
    const whole = this.table('glyf').subarray(offsets[id], offsets[id + 1]);
    const padded = (whole.length + 3) & ~3;
    if (whole.length < 10 || whole.readInt16BE(0) >= 0) return padTo(whole, padded);
    const copy = padTo(Buffer.from(whole), padded);
    this.renumberParts(copy);
    return copy;
  }

  /** Components of a compound glyph carry the numbers of the whole font; the subset has its own. */
  private renumberParts(glyph: Buffer): void {
    let at = 10;
    for (;;) {
      const flags = glyph.readUInt16BE(at);
      glyph.writeUInt16BE(this.includeGlyph(glyph.readUInt16BE(at + 2)), at + 2);
      at += flags & 1 ? 8 : 6;
      if (flags & 8) at += 2;
      else if (flags & 0x40) at += 4;
      else if (flags & 0x80) at += 8;
      if (!(flags & 0x20)) return;
    }
  }

  private metrics(): Buffer {
    const source = this.table('hmtx');
    const long = this.table('hhea').readUInt16BE(34);
    const out = Buffer.alloc(this.glyphs.length * 4);
    this.glyphs.forEach((id, i) => {
      const full = Math.min(id, long - 1) * 4;
      source.copy(out, i * 4, full, full + 4);
      // Glyphs beyond the long metrics share the last advance and keep only their own bearing.
      if (id >= long) source.copy(out, i * 4 + 2, long * 4 + (id - long) * 2, long * 4 + (id - long) * 2 + 2);
    });
    return out;
  }
}

function padTo(bytes: Buffer, length: number): Buffer {
  return bytes.length === length ? bytes : Buffer.concat([bytes], length);
}

function fontFile(parts: (readonly [string, Buffer])[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(parts.length));
  const head = Buffer.alloc(12 + parts.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(parts.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((parts.length - power) * 16, 10);
  let offset = head.length;
  const body = parts.map(([tag, part], i) => {
    const at = 12 + i * 16;
    head.write(tag, at, 'latin1');
    // Checksums stay 0: no PDF reader looks at them in an embedded font, and summing costs time.
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(part.length, at + 12);
    const padded = padTo(part, (part.length + 3) & ~3);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...body]);
}
