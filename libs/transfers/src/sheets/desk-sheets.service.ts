import { Injectable } from '@nestjs/common';
import { Clock, formatDay } from '#kernel';
import { type Download, workbook } from '#platform';
import { DirectorService } from '../desks/director.service.js';

interface Figures {
  stats: { label: string; value: string | number; unit: string }[];
  towns: { table: Table };
  months: { table: Table };
  steps: { table: Table };
  late: { number: string; title: string; holder: string; reason: string; due: { words: string; note: string } }[];
}

interface Table {
  caption: string;
  heads: string[];
  rows: string[][];
}

/** What the director's page says, as a workbook. */
@Injectable()
export class DeskSheets {
  constructor(
    private readonly directors: DirectorService,
    private readonly clock: Clock,
  ) {}

  /** The director's figures, from the tables that stand under the charts. */
  async director(view: string): Promise<Download> {
    const seen = (await this.directors.show(view)) as Figures;
    const sheetOf = ({ caption, heads, rows }: Table) => ({
      name: caption,
      columns: heads.map((head) => ({ head })),
      rows: rows.map((row) => row.map(numbered)),
    });
    const today = formatDay(this.clock.today());
    return workbook(`县里情况 ${this.clock.today()}.xlsx`, [
      {
        name: '总数',
        columns: [{ head: '项目', width: 24 }, { head: '数' }, { head: '单位' }, { head: '截至', width: 20 }],
        rows: seen.stats.map(({ label, value, unit }) => [label, numbered(String(value)), unit, today]),
      },
      ...[seen.towns, seen.months, seen.steps].map(({ table }) => sheetOf(table)),
      {
        name: '正在超时',
        columns: [
          { head: '案件编号', width: 24 },
          { head: '案件', width: 30 },
          { head: '在谁手里' },
          { head: '停在哪' },
          { head: '超了多久', width: 20 },
          { head: '到期', width: 24 },
        ],
        rows: seen.late.map((row) => [row.number, row.title, row.holder, row.reason, row.due.words, row.due.note]),
      },
    ]);
  }
}

/** A figure in a table's cell is a number again, so that it can be summed. */
function numbered(text: string): string | number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
