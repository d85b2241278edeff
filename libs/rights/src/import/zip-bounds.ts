import { inflateRawSync } from 'node:zlib';

/** A register of a county unfolds into some forty megabytes; a bomb of a few kilobytes into gigabytes. */
export const zipBounds = { bytes: 200 * 1024 * 1024, entries: 1000 } as const;

/**
 * Whether a workbook unfolds within bounds. What its directory says is not believed: every part is unfolded once, never
 * further than the bound, before the reader of workbooks gets it.
 */
export function unfoldsWithin(content: Buffer, bounds: { bytes: number; entries: number } = zipBounds): boolean {
  const tail = content.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (tail < 0 || tail + 22 > content.length) return false;
  const entries = content.readUInt16LE(tail + 10);
  if (entries > bounds.entries) return false;
  let left = bounds.bytes;
  let at = content.readUInt32LE(tail + 16);
  try {
    for (let n = 0; n < entries; n += 1) {
      if (content.readUInt32LE(at) !== 0x02014b50) return false;
      const [method, packed, start] = [
        content.readUInt16LE(at + 10),
        content.readUInt32LE(at + 20),
        content.readUInt32LE(at + 42),
      ];
      const from = start + 30 + content.readUInt16LE(start + 26) + content.readUInt16LE(start + 28);
      const body = content.subarray(from, from + packed);
      left -= method === 8 ? inflateRawSync(body, { maxOutputLength: Math.max(left, 1) }).length : body.length;
      if (left < 0) return false;
      at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
    }
  } catch {
    return false;
  }
  return true;
}
