import { deflateSync } from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc(named));
  return Buffer.concat([head, named, tail]);
}

const [width, height] = [320, 240];

/** The furrows shift with the seed and come round again, so few pictures are ever drawn. */
const furrows = 24;
const drawn = new Map<number, Uint8Array<ArrayBuffer>>();

/** A drawn photo: sky, a field in rows, and in front of it a board with a white sheet. No face, no place. */
export function boardPhoto(seed: number): File {
  const shift = ((seed % 4) * furrows) / 4;
  const content = drawn.get(shift) ?? Uint8Array.from(draw(shift));
  drawn.set(shift, content);
  return new File([content], `photo-${seed}.png`, { type: 'image/png' });
}

/** The same field under a note of its own, so that no two lots show the same photo. */
export function landPhoto(seed: number): File {
  const content = Buffer.from(
    draw(((seed % 4) * furrows) / 4, chunk('tEXt', Buffer.from(`Comment\0${seed}`, 'latin1'))),
  );
  return new File([content], `land-${seed}.png`, { type: 'image/png' });
}

function draw(shift: number, note: Buffer = Buffer.alloc(0)): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const [red, green, blue] = colourAt(x, y, shift);
      rows[at] = red;
      rows[at + 1] = green;
      rows[at + 2] = blue;
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    note,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number, shift: number): [number, number, number] {
  const onBoard = x > 90 && x < 230 && y > 60 && y < 180;
  if (onBoard && x > 110 && x < 210 && y > 72 && y < 170)
    return (y - 72) % 12 < 4 && x > 120 && x < 200 ? [70, 70, 70] : [250, 250, 246];
  if (onBoard) return [28, 95, 64];
  if ((x > 100 && x < 108 && y >= 180) || (x > 212 && x < 220 && y >= 180)) return [90, 70, 50];
  if (y < 120) return [196 - Math.trunc(y / 4), 222 - Math.trunc(y / 6), 236];
  return (x + y * 2 + shift) % furrows < furrows / 2 ? [143, 168, 84] : [126, 152, 70];
}

/** A scan: one page that says what it stands for and that it is worth nothing. A name in other letters is left out. */
export function scan(what: string): Promise<File> {
  const said = `TRAINING ONLY: ${what.replaceAll(/[^ -~]|[()\\\\]/g, '')}`;
  const lines = [
    `/F1 20 Tf 72 500 Td (${said}) Tj`,
    '/F1 12 Tf 0 -36 Td (A made-up scan. Signed by nobody, worth nothing.) Tj',
  ];
  const content = `BT ${lines.join(' ')} ET`;
  const page = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
  return Promise.resolve(new File([page], `${what}.pdf`, { type: 'application/pdf' }));
}

/** The smallest file of these objects; to load a program that draws would take longer than to write it. */
function pdfOf(objects: readonly string[]): string {
  const places: string[] = [];
  let text = '%PDF-1.4\n';
  for (const [index, object] of objects.entries()) {
    places.push(`${String(text.length).padStart(10, '0')} 00000 n \n`);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const [start, many] = [text.length, objects.length + 1];
  return `${text}xref\n0 ${many}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${many} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}
