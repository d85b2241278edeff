import { quarantineLabels } from './import.words.js';
import type { QuarantinedRow } from './quarantined-row.entity.js';

/** What is told of a row that did not come in. */
type ToldRow = Pick<QuarantinedRow, 'rowNumber' | 'field' | 'reason' | 'shown'>;

const { title, fields } = quarantineLabels;
const heads = [fields.rowNumber, fields.field, fields.reason, fields.shown];

/** A cell that begins like a formula is shown, not run (CSV injection). */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function lines(rows: readonly ToldRow[]): string[][] {
  return rows.map((row) => [String(row.rowNumber), row.field, row.reason, row.shown].map(harmless));
}

/** UTF-8 with its mark, which Excel needs to read Chinese. */
export function errorCsv(rows: readonly ToldRow[]): Buffer {
  const quoted = [heads, ...lines(rows)].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  return Buffer.from(`\uFEFF${quoted.join('\r\n')}\r\n`, 'utf8');
}

export async function errorXlsx(rows: readonly ToldRow[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(title);
  sheet.addRow(heads).font = { bold: true };
  for (const line of lines(rows)) sheet.addRow(line);
  sheet.columns.forEach((column, i) => (column.width = [8, 12, 60, 30][i] ?? 12));
  return Buffer.from(await book.xlsx.writeBuffer());
}
