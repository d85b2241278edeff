import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG, type Config, Files } from '#platform';
import { boardPhoto, scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { jpeg, pdf } from '../support/made-up-files.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const png = Buffer.from(await boardPhoto(1).arrayBuffer());
/** The same picture with another size in its head: a pixel high, a thousand million wide. */
const wide = (width: number, height: number): Buffer => {
  const made = Buffer.from(png);
  made.writeUInt32BE(width, 16);
  made.writeUInt32BE(height, 20);
  return made;
};
/** A document with something in its catalogue, in clear, by numbers, or packed in a stream of objects. */
const pdfWith = (what: string): Buffer =>
  bytes(`%PDF-1.5\n1 0 obj<</Type/Catalog ${what}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
const packed = (what: string): Buffer => {
  const body = deflateSync(bytes(`2 0 <</Type/Catalog ${what}>>`));
  return Buffer.concat([
    bytes(`%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${body.length}>>stream\n`),
    body,
    bytes('\nendstream endobj\n%%EOF\n'),
  ]);
};
const bigJpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.from('ffc0000b0800000000010111 00'.replaceAll(' ', ''), 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    frame,
    Buffer.from('ffd9', 'hex'),
  ]);
};
/** Exif with a place (GPS), a device and which way up: as a phone writes it. */
const exif = Buffer.from(
  '45786966000049492a0008000000' + '0300' + '0f010200060000003200000012010300010000000600000025880400010000003800000000000000' + '48756177656900' + '00', 'hex',
); // prettier-ignore
const withPlace = (): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
};

const bad: readonly (readonly [string, string, Buffer, string])[] = [
  ['an empty file', 'a.jpg', Buffer.alloc(0), '没有内容'],
  [
    'a drawing with a script',
    'a.svg',
    bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    '不是照片',
  ],
  ['a drawing that calls itself a photo', 'a.png', bytes('<svg onload="alert(1)"></svg>'), '不是照片'],
  [
    'a page that calls itself a document',
    'a.pdf',
    bytes('<!doctype html><script>alert(1)</script>'),
    '不是照片，也不是 PDF',
  ],
  ['a page before a document', 'a.pdf', Buffer.concat([bytes('<html><script>1</script>'), pdf]), '不是照片'],
  ['a document that calls itself a photo', 'a.jpg', pdf, '内容是 PDF'],
  ['a photo that calls itself a document', 'a.pdf', jpeg, '内容是 JPG'],
  ['a program', 'a.jpg', bytes('MZ\u0090\u0000\u0003\u0000\u0000\u0000'), '不是照片'],
  ['a moving picture', 'a.gif', bytes('GIF89a\u0001\u0000\u0001\u0000'), '不是照片'],
  ['a photo that is cut off', 'a.jpg', jpeg.subarray(0, jpeg.length - 4), '不完整'],
  ['a picture that is cut off', 'a.png', png.subarray(0, png.length - 12), '不完整'],
  ['a picture of 1 by 1,000,000,000', 'a.png', wide(1, 1_000_000_000), '太大了打不开'],
  ['a picture of 100,000 by 100,000', 'a.png', wide(100_000, 100_000), '太大了打不开'],
  ['a picture of no height', 'a.png', wide(100, 0), '是零'],
  ['a photo of 60,000 by 60,000', 'a.jpg', bigJpeg(60_000, 60_000), '太大了打不开'],
  [
    'a photo with an archive behind it',
    'a.jpg',
    Buffer.concat([jpeg, bytes('PK\u0003\u0004'), Buffer.alloc(64)]),
    '藏着别的内容',
  ],
  ['a photo with a page behind it', 'a.jpg', Buffer.concat([jpeg, bytes('<SCRIPT>alert(1)</SCRIPT>')]), '藏着别的内容'],
  ['a picture with a document behind it', 'a.png', Buffer.concat([png, pdf]), '藏着别的内容'],
  ['a document that runs', 'a.pdf', pdfWith('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), '自己运行'],
  ['a document that runs, by numbers', 'a.pdf', pdfWith('/OpenAction<</S/J#61vaScript/#4aS(1)>>'), '自己运行'],
  ['a document that runs, packed', 'a.pdf', packed('/AA<</O<</S/JavaScript/JS(1)>>>>'), '自己运行'],
  ['a document that starts a program', 'a.pdf', pdfWith('/OpenAction<</S/Launch/F(cmd.exe)>>'), '自己运行'],
  ['a document with an attachment', 'a.pdf', pdfWith('/Names<</EmbeddedFiles 3 0 R>>'), '附件'],
  ['a document that is cut off', 'a.pdf', pdf.subarray(0, pdf.length - 8), '不完整'],
  ['a document with an archive behind it', 'a.pdf', Buffer.concat([pdf, Buffer.alloc(4096, 'PK')]), '不完整'],
];

describe('A bad file', () => {
  let exchange: TestExchange;
  let files: Files;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    files = exchange.app.get(Files);
  });
  afterAll(() => exchange.close());

  it.each(bad)('stays outside, with words: %s', async (_what, fileName, content, words) => {
    const refused = files.receive({ fileName, content }, 20);
    await expect(refused).rejects.toMatchObject({
      members: { detail: expect.stringContaining(words) as unknown as string },
    });
  });

  it.each([
    ['a photo', 'a.jpg', jpeg],
    ['a picture', 'a.png', png],
    ['a scan', 'a.pdf', pdf],
    ['a document that opens at its first page', 'a.pdf', pdfWith('/OpenAction[3 0 R/Fit]')],
    ['a document whose words are packed', 'a.pdf', packed('/Pages 3 0 R')],
    ['a photo with a place, for the file', 'a.jpg', withPlace()],
  ])('is not %s', async (_what, fileName, content) => {
    expect(await files.receive({ fileName, content }, 20)).toMatchObject({ bytes: content.length });
  });

  const film = Buffer.concat([bytes('\u0000\u0000\u0000\u0018ftypmp42'), bytes('MZ\u0090 <script PK\u0003\u0004')]);
  const box = (kind: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length, 0);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const heif = (brand: string, ...also: string[]): Buffer =>
    Buffer.concat([
      box('ftyp', bytes([brand, '\0\0\0\0', ...also].join(''))),
      box('meta', box('ispe', bytes('\0\0\0\0\0\0\u0001\0\0\0\u0001\0'))),
      box('mdat', bytes('picture')),
    ]);

  it.each([
    ['a photo with a film behind it', 'a.jpg', jpeg, film],
    ['a photo with a second picture behind it', 'a.jpg', jpeg, jpeg],
    ['a picture with a film behind it', 'a.png', png, film],
    ['a HEIF picture with a trailer of its camera', 'a.heic', heif('heic'), Buffer.alloc(40, 1)],
  ])('is not %s: the picture is kept, the rest falls off', async (_what, fileName, picture, rest) => {
    const content = Buffer.concat([picture, rest]);
    expect(await files.receive({ fileName, content }, 20)).toMatchObject({ bytes: picture.length });
  });

  it.each(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'])(
    'is not a picture of the brand %s',
    async (brand) => {
      const kept = await files.receive({ fileName: 'IMG_1.HEIC', content: heif(brand, 'mif1', 'heic') }, 20);
      expect(kept.mediaType).toBe('image/heic');
    },
  );

  it('is a picture in AV1, which few can open', async () => {
    const content = heif('mif1', 'avif');
    await expect(files.receive({ fileName: 'a.heic', content }, 20)).rejects.toMatchObject({ type: 'file-wrong-type' });
  });

  it.each(['photo.jfif', 'photo.jpe', 'photo.JPEG', 'photo', '微信图片_20261130.1', '现场 2026.11.30'])(
    'is not a photo that is called %s',
    async (fileName) => {
      expect(await files.receive({ fileName, content: jpeg }, 20)).toMatchObject({ mediaType: 'image/jpeg' });
    },
  );

  it('is not a scan whose picture happens to spell a word of the structure', async () => {
    const picture = Buffer.concat([Buffer.alloc(300_000, 7), bytes('/JS '), Buffer.alloc(300_000, 9)]);
    const head = bytes(`%PDF-1.4\n1 0 obj<</Subtype/Image/Length ${picture.length}>>stream\n`);
    const content = Buffer.concat([head, picture, bytes('\nendstream endobj\n2 0 obj<</Title(/JS)>>endobj\n%%EOF\n')]);
    expect(await files.receive({ fileName: 'a.pdf', content }, 20)).toMatchObject({ bytes: content.length });
  });

  it('is one whose packed objects cannot be unpacked', async () => {
    const content = bytes(
      '%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\nxxx\nendstream endobj\n%%EOF\n',
    );
    await expect(files.receive({ fileName: 'a.pdf', content }, 20)).rejects.toMatchObject({
      members: { detail: expect.stringContaining('拆不开') as unknown as string },
    });
  });

  it('is not what paper the exchange itself prints', async () => {
    const made = await scan('contract');
    expect(
      await files.receive({ fileName: made.name, content: Buffer.from(await made.arrayBuffer()) }, 20),
    ).toMatchObject({
      mediaType: 'application/pdf',
    });
  });

  it('tells no place, device or owner where everybody sees the photo; which way up stays', async () => {
    expect(withPlace().includes('Huawei')).toBe(true);
    const kept = await files.receive({ fileName: 'a.jpg', content: withPlace() }, 20, 'without notes');
    const folder = exchange.app.get<Config>(CONFIG).filesFolder;
    const content = readFileSync(join(folder, kept.sha256.slice(0, 2), kept.sha256));
    expect(content.includes('Huawei')).toBe(false);
    expect(content.includes(Buffer.from('2588', 'hex')) || content.includes(Buffer.from('8825', 'hex'))).toBe(false);
    expect(content.toString('hex')).toContain('01120003000000010006');
    expect(content.subarray(-2).toString('hex')).toBe('ffd9');
    await expect(files.receive({ fileName: 'a.pdf', content: pdf }, 20, 'without notes')).rejects.toMatchObject({
      members: { detail: expect.stringContaining('请传 JPG 或 PNG') as unknown as string },
    });
  });

  it('that was taken away beside the exchange is told to be away', async () => {
    const given = new Given(exchange);
    const story = await given.story({ parcels: (await given.land('2.00')).slice(0, 1) });
    await story.draft();
    const clerk = given.as('101-clerk');
    const once = new File([pdfWith('/Infected true')], 'x.pdf');
    await clerk.post(`/transfers/${story.id}/files`, { kind: 'other', file: once });
    const [file] = await exchange.database.ask<{ id: string; sha256: string }>(
      `SELECT id, sha256 FROM evidence_file WHERE subject_id = $1 AND kind = 'other'`,
      [story.id],
    );
    const folder = exchange.app.get<Config>(CONFIG).filesFolder;
    rmSync(join(folder, file!.sha256.slice(0, 2), file!.sha256));
    expect(await refusal(clerk.get(`/files/${file?.id}`))).toMatchObject({ status: 410, type: 'file-away' });
  });

  it('is shown as what it is and nothing else', async () => {
    const given = new Given(exchange);
    const story = await given.story({ parcels: (await given.land('2.00')).slice(0, 1) });
    await story.draft();
    const [file] = await exchange.database.ask<{ id: string }>('SELECT id FROM evidence_file WHERE subject_id = $1', [
      story.id,
    ]);
    const { headers } = await given.as('101-clerk').ask(`/files/${file?.id}`);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' });
    expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
    expect(String(headers['content-disposition'])).toMatch(/^inline; filename/);
  });
});
