import { formatDay } from '#kernel';
import type { BookedLine, TrialLine } from './ledger.queries.js';

export const accountNames = {
  bank: '银行存款（专户）',
  held: '保管中',
  payable: '已批准待退',
  escrow: '已批准待付（动用）',
} as const;

/** A text that a spreadsheet would read as a formula is kept a text (ASVS 1.2.10). */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const yuanOf = (amount: number): number => amount / 100;

/** The ledger as a workbook: balances by town, and every booking. Amounts are numbers in yuan with two decimals. */
export async function ledgerSheet(
  trial: readonly TrialLine[],
  booked: readonly BookedLine[],
  nameOf: (code: string) => string,
): Promise<Buffer> {
  // Loaded with the first workbook: it is a third of what a start would load.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const balances = book.addWorksheet('试算平衡');
  balances.addRow(['镇街', ...Object.values(accountNames), '差额']);
  for (const row of trial) {
    const owed = row.heldFen + row.payableFen + row.escrowFen;
    const amounts = [row.bankFen, row.heldFen, row.payableFen, row.escrowFen, row.bankFen - owed];
    balances.addRow([plain(nameOf(row.officeCode)), ...amounts.map(yuanOf)]);
  }
  const entries = book.addWorksheet('记账');
  entries.addRow(['日期', '镇街', '案件编号', '摘要', '借方', '贷方', '金额（元）', '经手人']);
  for (const row of booked) {
    const words = [
      formatDay(row.day),
      nameOf(row.officeCode),
      row.caseNumber,
      row.description,
      accountNames[row.debit],
      accountNames[row.credit],
    ];
    entries.addRow([...words.map(plain), yuanOf(row.amountFen), plain(row.by)]);
  }
  for (const sheet of [balances, entries]) {
    sheet.getRow(1).font = { bold: true };
    for (const column of sheet.columns) {
      column.width = 20;
      column.numFmt = '#,##0.00';
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
