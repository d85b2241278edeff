import { jpegSegments } from './image-head.js';

/** Chunks of a PNG that say how to draw it; everything else is notes. */
const drawing = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs']);

/**
 * A photo without what the camera wrote into it: place, device, owner, preview. For photos that everybody will see; where
 * and when it was taken is typed beside it. Null if this kind of picture cannot be cleaned.
 */
export function withoutNotes(content: Buffer, mediaType: string): Buffer | null {
  if (mediaType === 'image/jpeg') return bareJpeg(content);
  if (mediaType === 'image/png') return barePng(content);
  return null;
}

function bareJpeg(content: Buffer): Buffer {
  const kept: Buffer[] = [content.subarray(0, 2)];
  let rest = 2;
  const turned = orientationOf(content);
  if (turned > 1) kept.push(orientationSegment(turned));
  for (const { marker, start, end } of jpegSegments(content)) {
    rest = end;
    // APP0 (JFIF), APP2 (colours) and APP14 (Adobe's colours) are needed to draw; APP1 and the others, and COM, are notes.
    const notes = (marker >= 0xe1 && marker <= 0xef && ![0xe2, 0xee].includes(marker)) || marker === 0xfe;
    if (!notes) kept.push(content.subarray(start, end));
  }
  const picture = content.indexOf(Buffer.from([0xff, 0xd9]), rest);
  return Buffer.concat([...kept, content.subarray(rest, picture < 0 ? content.length : picture + 2)]);
}

/** Which way up the camera was held (Exif 0x0112); 1 is upright, and what is told when nothing is. */
function orientationOf(content: Buffer): number {
  for (const { marker, start, end } of jpegSegments(content)) {
    if (marker !== 0xe1 || content.toString('latin1', start + 4, start + 8) !== 'Exif') continue;
    const tiff = content.subarray(start + 10, end);
    if (tiff.length < 14) return 1;
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    if (first + 2 > tiff.length) return 1;
    for (let entry = first + 2, left = short(first); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1)
      if (short(entry) === 0x0112) return short(entry + 8) <= 8 ? short(entry + 8) : 1;
  }
  return 1;
}

function orientationSegment(value: number): Buffer {
  const head = 'ffe10022' + '457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001';
  return Buffer.from(`${head}${value.toString(16).padStart(4, '0')}0000` + '00000000', 'hex');
}

function barePng(content: Buffer): Buffer {
  const kept: Buffer[] = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    const name = content.toString('latin1', at + 4, at + 8);
    if (drawing.has(name)) kept.push(content.subarray(at, end));
    if (name === 'IEND' || end > content.length) break;
    at = end;
  }
  return Buffer.concat(kept);
}
