import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readSheet } from './sheet.js';

const csv = (text: string) => readSheet('register.csv', Buffer.from(text));

/** A workbook of one sheet, its parts not packed. */
function book(sheet: string): Buffer {
  const rels = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zip({
    '_rels/.rels': rels('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}>${sheet}</worksheet>`,
  });
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [body, head] = [Buffer.from(text), Buffer.alloc(26)];
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
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

const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const heads = `<row r="1">${cell('A1', 'FBFBM')}${cell('B1', 'FBFMC')}</row>`;
const read = (sheet: string) => readSheet('register.xlsx', book(sheet));

describe('A sheet', () => {
  it('is read, whatever area it says to be one cell', async () => {
    const row = `<row r="2">${cell('A2', '1')}${cell('B2', '2')}</row>`;
    const merged = '<mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells>';
    const rules = '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>';
    expect(await read(`<sheetData>${heads}${row}</sheetData>${merged}${rules}`)).toEqual([
      { number: 2, fields: { FBFBM: '1', FBFMC: '2' } },
    ]);
  });

  it.each([
    ['a row numbered 2,147,483,000', `<row r="2147483000">${cell('A2147483000', '1')}</row>`],
    ['a row numbered 4,294,967,000', `<row r="4294967000">${cell('A4294967000', '1')}</row>`],
    ['a cell in column XFD', `<row r="2">${cell('XFD2', '1')}</row>`],
    ['a head in column XFD', `<row r="2">${cell('A2', '1')}</row><row r="1">${cell('XFD1', '1')}</row>`],
  ])('is refused for %s', async (_what, row) => {
    await expect(read(`<sheetData>${heads}${row}</sheetData>`)).rejects.toThrow('表太大');
  });

  it.each([
    [
      'a head of 201 columns',
      `${Array.from({ length: 201 }, (_, index) => `F${index}`).join(',')}\n1\n`,
      '最多 300000 行、200 列',
    ],
    ['one line of 6 MB', `FBFBM,FBFMC\n${'1,'.repeat(3_000_000)}`, '太长'],
    ['a head of 6 MB', 'a,'.repeat(3_000_000), '太长'],
    ['a text that never ends', `FBFBM,FBFMC\n"${'1\n'.repeat(1_000_000)}`, '太长'],
    ['a row more than may be', `A\n${'1\n'.repeat(300_001)}`, '最多 300000 行'],
  ])('is refused as CSV for %s', async (_what, text, words) => {
    await expect(csv(text)).rejects.toThrow(words);
  });
});
