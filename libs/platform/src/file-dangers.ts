import { inflateSync } from 'node:zlib';
import { imageHead } from './image-head.js';
import { fileDangers } from './files.problems.js';

/** A picture of more is not drawn by the browsers of a town hall; cameras reach 200 million. */
const mostPixels = 200_000_000;
/** What a viewer of PDF would run, open or unpack by itself (PDF 32000-1, 12.6 and 7.11.4). */
const acting = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** Beginnings of another kind of file behind a picture: one name, two natures. */
const foreign = ['<script', '<html', '<svg', '<?php', '%PDF-', 'PK\u0003\u0004', 'MZ\u0090'];
const mostUnfolded = 8 * 1024 * 1024;

/** What is dangerous or broken about a photo or scan, in words for who sent it; undefined if nothing was found. */
export function dangerOf(content: Buffer, mediaType: string): string | undefined {
  return mediaType === 'application/pdf' ? dangerOfPdf(content) : dangerOfImage(content, mediaType);
}

function dangerOfImage(content: Buffer, mediaType: string): string | undefined {
  const { width, height, end } = imageHead(content, mediaType);
  if (width === 0 || height === 0) return fileDangers.noSize;
  if (width !== null && height !== null && width * height > mostPixels) return fileDangers.tooManyPixels(width, height);
  if (end === null) return fileDangers.cutOff;
  const behind = content.subarray(end).toString('latin1').toLowerCase();
  if (foreign.some((word) => behind.includes(word.toLowerCase()))) return fileDangers.behind;
  return undefined;
}

function dangerOfPdf(content: Buffer): string | undefined {
  const text = content.toString('latin1');
  if (!text.slice(-2048).includes('%%EOF')) return fileDangers.pdfCutOff;
  if (acting.test(plain(text)) || [...unfolded(content, text)].some((part) => acting.test(plain(part))))
    return fileDangers.pdfActs;
  return undefined;
}

/** Names may be written with numbers: /J#61vaScript. */
const plain = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** Objects may stand packed in streams (PDF 1.5); what cannot be unpacked in bounds is left to the viewer. */
function* unfolded(content: Buffer, text: string): Generator<string> {
  for (const { index } of text.matchAll(/\/ObjStm/g)) {
    const head = text.indexOf('stream', index);
    if (head < 0 || head - index > 2048) continue;
    const start = head + 6 + (text[head + 6] === '\r' ? 2 : 1);
    const end = text.indexOf('endstream', start);
    if (end < 0) continue;
    try {
      yield inflateSync(content.subarray(start, end), { maxOutputLength: mostUnfolded }).toString('latin1');
    } catch {
      yield '';
    }
  }
}
