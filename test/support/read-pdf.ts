import { inflateSync } from 'node:zlib';

/** Reads back what our own papers say, for specs: enough of PDF for the files that pdfkit writes. */
interface Part {
  readonly head: string;
  readonly body: string;
}

function parts(pdf: Buffer): Map<number, Part> {
  const out = new Map<number, Part>();
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\n(?:stream\n|endobj)/g)) {
    const head = match[2] ?? '';
    const length = /\/Length (\d+)/.exec(head)?.[1];
    const start = match.index + match[0].length;
    const raw = length && match[0].endsWith('stream\n') ? pdf.subarray(start, start + Number(length)) : Buffer.alloc(0);
    const body = head.includes('FlateDecode') ? inflateSync(raw) : raw;
    out.set(Number(match[1]), { head, body: body.toString('latin1') });
  }
  return out;
}

export function pageCount(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type \/Page\n/g) ?? []).length;
}

/** All words in the order they were written, without spaces. */
export function wordsOf(pdf: Buffer): string {
  const all = parts(pdf);
  const reference = (head: string, key: string): Part | undefined => {
    const found = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
    return found ? all.get(Number(found)) : undefined;
  };
  const words: string[] = [];
  for (const { head } of all.values()) {
    if (!/\/Type \/Page\n/.test(head)) continue;
    const resources = reference(head, 'Resources')?.head ?? head;
    const fonts = new Map<string, string[]>();
    for (const font of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
      fonts.set(font[1] ?? '', characters(reference(all.get(Number(font[2]))?.head ?? '', 'ToUnicode')?.body ?? ''));
    const content = reference(head, 'Contents')?.body ?? '';
    for (const shown of content.matchAll(/\/(F\d+) [\d.]+ Tf \[(.*?)\] TJ/g)) {
      const map = fonts.get(shown[1] ?? '') ?? [];
      const codes =
        (shown[2] ?? '')
          .replace(/>[^<]*</g, '')
          .replace(/[<>]/g, '')
          .match(/.{4}/g) ?? [];
      words.push(codes.map((code) => map[Number.parseInt(code, 16)] ?? '').join(''));
    }
  }
  return words.join('').replace(/[ 　]/g, '');
}

function characters(cmap: string): string[] {
  const out: string[] = [];
  for (const range of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)) {
    const first = Number.parseInt(range[1] ?? '0', 16);
    [...(range[2] ?? '').matchAll(/<([0-9a-f ]+)>/g)].forEach((entry, i) => {
      const units = (entry[1] ?? '').split(' ').map((unit) => Number.parseInt(unit, 16));
      out[first + i] = String.fromCharCode(...units);
    });
  }
  return out;
}
