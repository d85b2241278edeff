import { Aside } from './aside.js';
import { fileDangers } from './files.problems.js';
import { imageHead } from './image-head.js';
import { nothingActs } from './pdf-names.js';
import type { FoundInPdf } from './pdf-structure.js';

/** A picture of more is not drawn by the browsers of a town hall; cameras reach 200 million. */
const mostPixels = 200_000_000;
/** Beginnings of another kind of file right behind a picture: one name, two natures. */
const foreign = ['<', '%pdf-', 'pk\u0003\u0004', 'mz\u0090'];
/** So small a document is looked at where it is: a thread would cost more. */
const small = 64 * 1024;

/** A file that may be kept, or in words for who sent it what is dangerous or broken about it. */
export type Safe = { content: Buffer } | { danger: string };

/** Looks into photos and scans before anybody opens them. Files of PDF are read in a thread of their own. */
export class FileDangers {
  private readonly pdfs = new Aside<Uint8Array, { found: FoundInPdf }>('./pdf.worker.js', import.meta.url);

  /** Of a picture the picture alone is kept: a film or a second picture that a phone hung behind it falls off. */
  async safe(content: Buffer, mediaType: string): Promise<Safe> {
    if (mediaType !== 'application/pdf') return safeImage(content, mediaType);
    const danger = await this.dangerOfPdf(content);
    return danger === undefined ? { content } : { danger };
  }

  end(): Promise<void> {
    return this.pdfs.end();
  }

  private async dangerOfPdf(content: Buffer): Promise<string | undefined> {
    if (!content.subarray(-2048).includes('%%EOF')) return fileDangers.pdfCutOff;
    if (content.length <= small && nothingActs(content)) return undefined;
    const answer = await this.pdfs.ask(content, content.length);
    if (answer === null || answer.found === 'closed') return fileDangers.pdfClosed;
    return answer.found === 'acts' ? fileDangers.pdfActs : undefined;
  }
}

function safeImage(content: Buffer, mediaType: string): Safe {
  const { width, height, end } = imageHead(content, mediaType);
  if (width === 0 || height === 0) return { danger: fileDangers.noSize };
  if (width !== null && height !== null && width * height > mostPixels)
    return { danger: fileDangers.tooManyPixels(width, height) };
  if (end === null) return { danger: fileDangers.cutOff };
  const behind = content
    .toString('latin1', end, end + 256)
    .trimStart()
    .toLowerCase();
  if (foreign.some((word) => behind.startsWith(word))) return { danger: fileDangers.behind };
  return { content: content.subarray(0, end) };
}
