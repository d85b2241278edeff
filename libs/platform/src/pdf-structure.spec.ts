import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { nothingActs } from './pdf-names.js';
import { findInPdf, pdfBounds } from './pdf-structure.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const pdf = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat([
    bytes('%PDF-1.5\n'),
    ...parts.map((part) => Buffer.from(part as string, 'latin1')),
    bytes('\n%%EOF\n'),
  ]);
const streamOf = (dict: string, body: Buffer): Buffer =>
  Buffer.concat([bytes(`7 0 obj<<${dict}/Length ${body.length}>>stream\n`), body, bytes('\nendstream endobj\n')]);
const packed = (body: string, dict = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'): Buffer =>
  streamOf(dict, deflateSync(bytes(body)));
const runs = '<</S/JavaScript/JS(app.alert(1))>>';

describe('A document', () => {
  it.each([
    ['in clear', pdf(`1 0 obj<</OpenAction${runs}>>endobj`)],
    ['by numbers', pdf('1 0 obj<</S/J#61vaScript/#4aS(1)>>endobj')],
    ['packed', pdf(packed(`2 0 ${runs}`))],
    ['packed under another name', pdf(packed(`2 0 ${runs}`, '/Type/#4fbjStm/N 1/First 4/Filter[/FlateDecode]'))],
    ['packed without a type', pdf(packed(`2 0 ${runs}`, '/N 1/First 4/Filter/FlateDecode'))],
    ['as an older object of the same number', pdf(`1 0 obj${runs}endobj 1 0 obj<<>>endobj`)],
    ['behind a comment', pdf(`% 1 0 obj${runs}endobj\n`)],
    ['within a text', pdf(`1 0 obj(9 0 obj${runs}endobj)endobj`)],
    ['within a stream that a table of objects may point into', pdf(streamOf('', bytes(`xx 9 0 obj${runs}endobj`)))],
    ['where the structure is broken', pdf('1 0 obj<</A(endobj)/S/JavaScript/JS(1)/Odd>>endobj')],
    ['where it is nested without end', pdf(`1 0 obj<</A${'['.repeat(50_000)} /S/JavaScript>>endobj`)],
    ['in a list of very many', pdf(`1 0 obj[${'0 '.repeat(200_000)}${runs}]endobj`)],
    ['as a program to start', pdf('1 0 obj<</S/Launch/F(cmd.exe)>>endobj')],
    ['as an attachment', pdf('1 0 obj<</Names<</EmbeddedFiles 3 0 R>>>>endobj')],
  ])('that acts is found out: %s', (_what, content) => {
    expect([findInPdf(content), nothingActs(content)]).toEqual(['acts', false]);
  });

  it.each([
    ['a title that speaks of it', pdf('1 0 obj<</Title(How /JS and /Launch work in PDF)>>endobj')],
    ['a page that speaks of it', pdf(streamOf('', bytes('BT (/JavaScript /JS ) Tj ET')))],
    ['a picture whose bytes spell it', pdf(streamOf('/Subtype/Image', bytes('\u0001/JS \u00ff /XFA obj /JS')))],
    ['words packed in a stream', pdf(packed('2 0 <</Title(/JS)/Pages 3 0 R>>'))],
    ['an empty object', pdf('1 0 obj\nendobj\n2 0 obj<</Type/Catalog>>endobj')],
    ['colours with N', pdf(streamOf('/N 3', bytes('xx')))],
  ])('that does not act is kept: %s', (_what, content) => expect(findInPdf(content)).toBeNull());

  it.each([
    ['streams of objects that no one reads', pdf(packed('2 0 <<>>', '/Type/ObjStm/N 1/First 4/Filter/LZWDecode'))],
    ['a stream of objects that is broken', pdf(streamOf('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bytes('xxxx')))],
    ['one whose numbers stand elsewhere', pdf(packed('2 0 <<>>', '/Type/ObjStm/N 8 0 R/First 4/Filter/FlateDecode'))],
  ])('that cannot be unpacked is told from one that acts: %s', (_what, content) =>
    expect(findInPdf(content)).toBe('closed'),
  );

  it('is read within bounds of objects, of what they unpack to, and of walks', () => {
    const many = pdf(...Array.from({ length: 40 }, () => packed(`2 0 (${'a'.repeat(100_000)})`)));
    expect(findInPdf(many)).toBeNull();
    expect(findInPdf(many, { ...pdfBounds, unpacked: 3_000_000 })).toBe('closed');
    expect(findInPdf(many, { ...pdfBounds, objects: 79 })).toBe('closed');
    const square = pdf('1 0 obj<<>>stream\n'.repeat(20_000));
    expect(findInPdf(square)).toBe('closed');
    const same = pdf(
      packed(`${'2 0 '.repeat(5000)}(${'a'.repeat(200_000)})`, '/N 5000/First 20000/Filter/FlateDecode'),
    );
    expect(findInPdf(same)).toBe('closed');
  });
});
