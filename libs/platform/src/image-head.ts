/** What the head of a picture says, read without drawing it: a small file may unfold into gigabytes. */
export interface ImageHead {
  /** Null where the head does not say. */
  width: number | null;
  height: number | null;
  /** Where the picture ends; null if it is cut off. */
  end: number | null;
}

const unknown = { width: null, height: null };

/** Reads the head of a JPEG, PNG, WebP or HEIC file. */
export function imageHead(content: Buffer, mediaType: string): ImageHead {
  if (mediaType === 'image/jpeg') return jpegHead(content);
  if (mediaType === 'image/png') return pngHead(content);
  if (mediaType === 'image/webp') return webpHead(content);
  return heicHead(content);
}

/** Segments of a JPEG from its second byte on: marker and body, up to the picture itself. */
export function* jpegSegments(content: Buffer): Generator<{ marker: number; start: number; end: number }> {
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end <= at + 3 || end > content.length) return;
    yield { marker, start: at, end };
    // The picture itself follows: it is no segment.
    if (marker === 0xda) return;
    at = end;
  }
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegHead(content: Buffer): ImageHead {
  let size: Pick<ImageHead, 'width' | 'height'> = unknown;
  for (let at = 2; at + 4 <= content.length && content[at] === 0xff;) {
    const marker = content[at + 1] ?? 0;
    if (marker === 0xd9) return { ...size, end: at + 2 };
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end > content.length || end < at + 4) break;
    if (isFrame(marker) && end - at >= 9)
      size = { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    at = marker === 0xda ? endOfScan(content, end) : end;
  }
  return content.length >= 2 && content.subarray(-2).equals(endOfJpeg)
    ? { ...size, end: content.length }
    : { ...size, end: null };
}

const endOfJpeg = Buffer.from([0xff, 0xd9]);

/** Where the picture's own bytes stop: at a marker that is neither stuffing nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  let at = content.indexOf(0xff, from);
  const goesOn = (marker: number): boolean => marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
  while (at >= 0 && goesOn(content[at + 1] ?? 0xd9))
    at = content.indexOf(0xff, at + (content[at + 1] === 0xff ? 1 : 2));
  return at < 0 ? content.length : at;
}

function pngHead(content: Buffer): ImageHead {
  if (content.length < 33) return { ...unknown, end: null };
  const size = { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) break;
    if (content.toString('latin1', at + 4, at + 8) === 'IEND') return { ...size, end };
    at = end;
  }
  return { ...size, end: null };
}

function webpHead(content: Buffer): ImageHead {
  if (content.length < 30) return { ...unknown, end: null };
  const whole = content.readUInt32LE(4) + 8;
  const end = whole <= content.length ? whole : null;
  const kind = content.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1, end };
  if (kind === 'VP8 ')
    return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff, end };
  const bits = content.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, end };
}

/** Brands of pictures in HEVC and of the families that hold them (ISO 23008-12, annex B); AV1 has brands of its own. */
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1'];

/** Whether a file is a HEIF picture, by whichever of its brands comes first. */
export function isHeif(content: Buffer): boolean {
  if (content.length < 16 || content.toString('latin1', 4, 8) !== 'ftyp') return false;
  const brands = content.toString('latin1', 16, Math.min(content.readUInt32BE(0), 256)).match(/.{4}/gs) ?? [];
  const first = content.toString('latin1', 8, 12);
  return heifBrands.includes(first) && ![first, ...brands].some((brand) => /^avi[fs]$/.test(brand));
}

/** Boxes one after the other; what a camera hung behind them is none, and no part of the picture. */
function heicHead(content: Buffer): ImageHead {
  let at = 0;
  const kinds = new Set<string>();
  while (at + 8 <= content.length) {
    const kind = content.toString('latin1', at + 4, at + 8);
    if (!/^[\x20-\x7e]{4}$/.test(kind)) break;
    const said = content.readUInt32BE(at);
    const size = said === 1 && at + 16 <= content.length ? Number(content.readBigUInt64BE(at + 8)) : said;
    if (size !== 0 && size < 8) break;
    kinds.add(kind);
    at = size === 0 ? content.length : at + size;
  }
  const extent = content.indexOf('ispe', 0, 'latin1');
  const told = extent >= 0 && extent + 16 <= content.length;
  return {
    width: told ? content.readUInt32BE(extent + 8) : null,
    height: told ? content.readUInt32BE(extent + 12) : null,
    end: at <= content.length && kinds.has('meta') ? at : null,
  };
}
