/** What strangers send to keep everybody else waiting. */
import { crc32, deflateSync } from 'node:zlib';

const bytes = (text) => Buffer.from(text, 'latin1');

/** JSON of so many names that nobody asks for. */
export const jsonNames = (many) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: many }, (_, index) => [`u${index}`, '1'])));

/** A form of so many fields. */
export const names = (many) => Array.from({ length: many }, (_, index) => `u${index}=1`).join('&');

export const plainPdf = bytes('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const pdf = (...parts) => Buffer.concat([bytes('%PDF-1.5\n'), ...parts, bytes('\n%%EOF\n')]);
function packed(body, dict) {
  const packedBody = deflateSync(bytes(body));
  const head = `7 0 obj<</Type/ObjStm${dict}/Filter/FlateDecode/Length ${packedBody.length}>>stream\n`;
  return Buffer.concat([bytes(head), packedBody, bytes('\nendstream endobj\n')]);
}
/** Few bytes that unpack to very many objects. */
export const packedPdf = pdf(
  ...Array.from({ length: 60 }, () => packed(`${'2 0 '.repeat(5000)}(${'a'.repeat(200_000)})`, '/N 5000/First 20000')),
);
/** A scan in which each beginning of a stream has a reader look for an end that never comes. */
export const squarePdf = pdf(bytes('1 0 obj<<>>stream\n'.repeat(20_000)));

/** One line that never ends. */
export const csvLine = `FBFBM,FBFMC\n${'1,'.repeat(3_000_000)}`;

/** A workbook of a kilobyte whose one row, or one column, stands where a reader makes room for everything before it. */
export function workbook(where) {
  const rels = (type, target) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const cell = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const heads = `<row r="1">${cell('A1', 'FBFBM')}${cell('B1', 'FBFMC')}</row>`;
  const far =
    where === 'row' ? `<row r="2147483000">${cell('A2147483000', '1')}</row>` : `<row r="2">${cell('XFD2', '1')}</row>`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': rels('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${heads}${far}</sheetData></worksheet>`,
  });
}

/** Parts that are not packed, as one archive. */
function zip(files) {
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [body, head, tail] = [Buffer.from(text), Buffer.alloc(26), Buffer.alloc(14)];
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(name.length, 22);
    tail.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), body]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), head, tail, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const [central, end] = [Buffer.concat(directory), Buffer.alloc(18)];
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end]);
}
