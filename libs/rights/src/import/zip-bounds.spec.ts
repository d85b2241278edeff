import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readSheet } from './sheet.js';
import { unfoldsWithin } from './zip-bounds.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('A workbook', () => {
  it('that unfolds without end is not opened, whatever its directory says', async () => {
    const name = bytes('xl/worksheets/sheet1.xml');
    const body = deflateRawSync(Buffer.alloc(260 * 1024 * 1024), { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(1000, 22); // It says a thousand bytes.
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(body.length, 20);
    central.writeUInt32LE(1000, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(46 + name.length, 12);
    end.writeUInt32LE(30 + name.length + body.length, 16);
    const bomb = Buffer.concat([local, name, body, central, name, end]);
    expect(bomb.length).toBeLessThan(600_000);
    await expect(readSheet('register.xlsx', bomb)).rejects.toThrow('展开以后太大');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('表').addRow(['承包方代码', '承包方名称']);
    const honest = Buffer.from(await book.xlsx.writeBuffer());
    expect(unfoldsWithin(honest)).toBe(true);
    expect(unfoldsWithin(honest, { bytes: 1000, entries: 1000 })).toBe(false);
    expect(unfoldsWithin(honest, { bytes: 10_000_000, entries: 2 })).toBe(false);
  });
});
