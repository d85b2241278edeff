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
  let [size, last]: [{ width: number | null; height: number | null }, number] = [unknown, 2];
  for (const { marker, start, end } of jpegSegments(content)) {
    last = end;
    if (isFrame(marker) && end - start >= 9)
      size = { height: content.readUInt16BE(start + 5), width: content.readUInt16BE(start + 7) };
  }
  // A preview among the segments has an end of its own; the picture's comes after them.
  const end = content.indexOf(Buffer.from([0xff, 0xd9]), last);
  return { ...size, end: end < 0 ? null : end + 2 };
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

function heicHead(content: Buffer): ImageHead {
  let at = 0;
  while (at + 8 <= content.length) {
    const said = content.readUInt32BE(at);
    const size = said === 1 && at + 16 <= content.length ? Number(content.readBigUInt64BE(at + 8)) : said;
    if (size === 0) at = content.length;
    else if (size < 8) break;
    else at += size;
  }
  const extent = content.indexOf('ispe', 0, 'latin1');
  const told = extent >= 0 && extent + 16 <= content.length;
  return {
    width: told ? content.readUInt32BE(extent + 8) : null,
    height: told ? content.readUInt32BE(extent + 12) : null,
    end: at === content.length ? at : null,
  };
}
