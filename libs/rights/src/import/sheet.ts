import type ExcelJS from 'exceljs';
import { doubtfulLine, textOf } from '#kernel';
import type { SheetRow } from './fault.js';
import { rowFaults, sheetFaults } from './import.problems.js';
import { unfoldsWithin } from './zip-bounds.js';

/** Digits beyond the fifteenth are lost in a number of Excel, so a code written as a number is not the code any more. */
const EXACT = 1e15;

/** A county has some 100,000 parcels; the widest table of the standard has thirty columns. */
export const sheetBounds = { rows: 300_000, columns: 200, line: 256 * 1024 } as const;

/** A file that is no table, in words for who sent it. */
export class Unreadable extends Error {}

/** Reads an uploaded file, whatever it is, into rows of named fields. */
export async function readSheet(fileName: string, content: Buffer): Promise<SheetRow[]> {
  if (content.length === 0) throw unreadable(sheetFaults.empty);
  if (content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return readExcel(content);
  if (content.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw unreadable(sheetFaults.oldExcel);
  const read = textOf(content);
  if ('line' in read) throw unreadable(sheetFaults.doubtful(read.line));
  const { text } = read;
  const found = /^\s*\{/.test(text) || /\.(geo)?json$/i.test(fileName) ? readGeoJson(text) : await readCsv(text);
  if (found.length === 0) throw unreadable(sheetFaults.noRows);
  if (found.length > sheetBounds.rows) throw unreadable(sheetFaults.tooMany(sheetBounds));
  return found;
}

async function readCsv(text: string): Promise<SheetRow[]> {
  // Opened when the first list comes, as the workbooks below.
  const { parse } = await import('csv-parse/sync');
  const firstLine = text.slice(0, sheetBounds.line).split(/\r?\n/, 1)[0]!;
  try {
    const delimiter = [',', '\t', ';', '，'].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0]!;
    const records: { info: { lines: number }; record: Record<string, string> }[] = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      info: true,
      max_record_size: sheetBounds.line,
      to: sheetBounds.rows + 2,
      columns: (names: string[]) => within(names).map(fieldName),
    });
    return records.map(({ record }, i) => ({ number: i + 2, fields: record }));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if ((error as { code?: unknown }).code === 'CSV_MAX_RECORD_SIZE')
      throw unreadable(sheetFaults.lineTooLong(lineOf(error)));
    throw unreadable(sheetFaults.unpaired(lineOf(error)));
  }
}

function within(names: string[]): string[] {
  if (names.length > sheetBounds.columns) throw unreadable(sheetFaults.tooMany(sheetBounds));
  return names;
}

/** What a sheet says beside its cells; one rectangle of it may cover seventeen thousand million. */
const beside = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'tableParts',
  'cols',
];

function lineOf(error: unknown): string {
  return String((error as { lines?: number }).lines ?? '?');
}

async function readExcel(content: Buffer): Promise<SheetRow[]> {
  if (!unfoldsWithin(content)) throw unreadable(sheetFaults.tooLarge);
  // Opened when the first workbook comes, not at every start.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  try {
    const bounds = { ignoreNodes: beside, maxRows: sheetBounds.rows + 1, maxCols: sheetBounds.columns };
    await book.xlsx.load(content as unknown as ArrayBuffer, bounds as Partial<ExcelJS.XlsxReadOptions>);
  } catch (error) {
    if (/^Max (row|column)/.test(String((error as Error).message))) throw unreadable(sheetFaults.tooMany(sheetBounds));
    throw unreadable(sheetFaults.locked);
  }
  const sheet = book.worksheets.find((each) => each.rowCount > 1);
  if (!sheet) throw unreadable(sheetFaults.noSheet);
  if (sheet.rowCount > sheetBounds.rows + 1 || sheet.columnCount > sheetBounds.columns)
    throw unreadable(sheetFaults.tooMany(sheetBounds));
  const names: string[] = [];
  sheet.getRow(1).eachCell((cell, column) => (names[column] = fieldName(cellText(cell.value))));
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const fields: Record<string, string> = {};
    names.forEach((name, column) => (fields[name] = cellText(row.getCell(column).value).trim()));
    const formulas = names.filter((_, column) => row.getCell(column).formula);
    if (Object.values(fields).some((value) => value !== ''))
      rows.push({ number, fields, ...(formulas.length > 0 ? { formulas } : {}) });
  });
  // A workbook that was made of a file in the wrong encoding holds the nonsense as sound characters.
  const line = doubtfulLine(
    rows
      .map(({ fields }) =>
        Object.values(fields)
          .join(' ')
          .replaceAll(/[\r\n]/g, ' '),
      )
      .join('\n'),
  );
  if (line !== null) throw unreadable(sheetFaults.doubtful(rows[line - 1]!.number));
  return rows;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Math.abs(value) >= EXACT ? `${value}${rowFaults.digitsLost}` : String(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('result' in value) return cellText(value.result ?? null);
  if ('text' in value) return String(value.text);
  return '';
}

function readGeoJson(text: string): SheetRow[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw unreadable(sheetFaults.notJson);
  }
  const features = (content as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) throw unreadable(sheetFaults.noFeatures);
  return features.map((feature: { properties?: Record<string, unknown> | null; geometry?: unknown } | null, i) => ({
    number: i + 1,
    fields: Object.fromEntries(
      Object.entries(feature?.properties ?? {}).map(([name, value]) => [fieldName(name), plain(value)]),
    ),
    geometry: feature?.geometry ?? null,
  }));
}

const plain = (value: unknown): string =>
  typeof value === 'number' && Math.abs(value) >= EXACT
    ? `${value}${rowFaults.digitsLost}`
    : value === null || value === undefined
      ? ''
      : String(value).trim();

/** CBFBM, cbfbm and CBFBM（承包方代码） are one field. */
function fieldName(name: string): string {
  return name
    .normalize('NFKC')
    .slice(0, 200)
    .replace(/\(.*\)$/, '')
    .trim()
    .toUpperCase();
}

function unreadable(detail: string): Error {
  return new Unreadable(detail);
}
