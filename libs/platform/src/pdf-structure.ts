import { createRequire } from 'node:module';
import { inflateSync, constants } from 'node:zlib';
import type * as PdfLib from '@cantoo/pdf-lib';
import { actingName, namesWhatActs } from './pdf-names.js';

// Its CommonJS build is there in half the time of the other, which has four hundred files.
const { PDFArray, PDFContext, PDFDict, PDFName, PDFNumber, PDFObjectParser, PDFRawStream } = createRequire(
  import.meta.url,
)('@cantoo/pdf-lib') as typeof PdfLib;

/** What a document is refused for: something in it acts by itself, or its objects cannot be unpacked within bounds. */
export type FoundInPdf = 'acts' | 'closed' | null;

export interface PdfBounds {
  /** Objects, in clear and packed. */
  objects: number;
  /** What all streams of objects unpack to. */
  unpacked: number;
  /** How often the whole may be walked over: objects that hold each other's text are read again and again. */
  walks: number;
}

export const pdfBounds: PdfBounds = { objects: 200_000, unpacked: 64 * 1024 * 1024, walks: 4 };

class Closed extends Error {}

/**
 * Looks at each object of a document as viewers would: at every `obj`, wherever it stands, since a table of objects may point into a
 * comment, a text or a picture, and at each that is packed in a stream. Text and pictures are no structure.
 */
export function findInPdf(content: Buffer, bounds: PdfBounds = pdfBounds): FoundInPdf {
  const look = new Look(bounds, bounds.walks * content.length + 1024 * 1024);
  try {
    for (let at = nextWord(content, 0); at >= 0; at = nextWord(content, at + 3))
      if (look.at(content, at + 3, isHeader(content, at))) return 'acts';
    return null;
  } catch (error) {
    if (error instanceof Closed) return 'closed';
    throw error;
  }
}

/** Where `obj` stands next, as no part of `endobj`; -1 if nowhere. */
function nextWord(content: Buffer, from: number): number {
  let at = content.indexOf('obj', from);
  while (at > 2 && content.toString('latin1', at - 3, at) === 'end') at = content.indexOf('obj', at + 3);
  return at;
}

/** Two numbers before it, and comments between. */
const isHeader = (content: Buffer, at: number): boolean =>
  /\d[\s\0]+\d+[\s\0]*$/.test(
    content.toString('latin1', Math.max(0, at - 512), at).replaceAll(/%[^\r\n]*[\r\n]/g, ' '),
  );

/** What the parser makes of it; null if it does not understand it. */
function parsed(parser: PdfLib.PDFObjectParser): PdfLib.PDFObject | null {
  try {
    parser['skipWhitespaceAndComments']();
    return parser.parseObject();
  } catch {
    return null;
  }
}

class Look {
  private objects = 0;
  private unpacked = 0;

  constructor(
    private readonly bounds: PdfBounds,
    private walk: number,
  ) {}

  /** Whether the object that begins there acts. What the parser does not understand is looked at as text, up to the next one. */
  at(content: Buffer, start: number, isObject: boolean, isPacked = false): boolean {
    if (isObject && (this.objects += 1) > this.bounds.objects) throw new Closed();
    const parser = PDFObjectParser.forBytes(content.subarray(start), PDFContext.create());
    const found = parsed(parser);
    this.walk -= Math.min(parser['bytes'].offset(), content.length - start);
    if (this.walk < 0) throw new Closed();
    if (found === null) return isObject && this.saysInText(content, start, isPacked);
    // A name by itself is a word of a page or of a picture, unless it is an object.
    if (!isObject && found instanceof PDFName) return false;
    return actsIn(found) || (!isPacked && found instanceof PDFRawStream && this.within(found));
  }

  /** Objects packed in a stream, which viewers know by its two numbers, whatever it calls itself. */
  private within({ dict, contents }: PdfLib.PDFRawStream): boolean {
    const [first, many] = [dict.get(PDFName.of('First')), dict.get(PDFName.of('N'))];
    const named = dict.get(PDFName.of('Type')) === PDFName.of('ObjStm');
    if (!named && (first === undefined || many === undefined)) return false;
    if (!(first instanceof PDFNumber) || !(many instanceof PDFNumber)) throw new Closed();
    const content = this.unfolded(dict, contents);
    const numbers = content.toString('latin1', 0, first.asNumber()).match(/\d+/g) ?? [];
    const places = numbers.filter((_, index) => index % 2 === 1).slice(0, many.asNumber());
    return places.some((place) => this.at(content, first.asNumber() + Number(place), true, true));
  }

  private saysInText(content: Buffer, start: number, isPacked: boolean): boolean {
    let end = isPacked ? -1 : nextWord(content, start);
    while (end >= 0 && !isHeader(content, end)) end = nextWord(content, end + 3);
    const text = content.toString('latin1', start, end < 0 ? content.length : end);
    this.walk -= text.length;
    return namesWhatActs(text);
  }

  private unfolded(dict: PdfLib.PDFDict, contents: Uint8Array): Buffer {
    const asked = dict.get(PDFName.of('Filter'));
    const filter = asked instanceof PDFArray && asked.size() === 1 ? asked.get(0) : asked;
    if (filter === undefined) return Buffer.from(contents);
    if (filter !== PDFName.of('FlateDecode') || dict.get(PDFName.of('DecodeParms')) !== undefined) throw new Closed();
    const left = Math.max(1, this.bounds.unpacked - this.unpacked);
    try {
      const found = inflateSync(contents, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH });
      this.unpacked += found.length;
      this.walk += this.bounds.walks * found.length;
      return found;
    } catch {
      throw new Closed();
    }
  }
}

function actsIn(object: PdfLib.PDFObject): boolean {
  const waiting: PdfLib.PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFName && actingName.test(next.asString())) return true;
    if (next instanceof PDFArray) for (const each of next.asArray()) waiting.push(each);
    const dict = next instanceof PDFRawStream ? next.dict : next;
    if (dict instanceof PDFDict) for (const [name, value] of dict.entries()) waiting.push(name, value);
  }
  return false;
}
