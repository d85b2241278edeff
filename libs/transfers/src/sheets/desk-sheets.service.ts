import { Injectable } from '@nestjs/common';
import { type Actor, Clock, formatDay, formatMoment, termText, widestScope } from '#kernel';
import { Calendars, Database, type Download, workbook } from '#platform';
import { termOf } from '#rights';
import { dueOf } from '../desks/case-lists.service.js';
import { statesOf } from '../desks/desk.service.js';
import { DirectorService } from '../desks/director.service.js';
import { type CaseRow, queueSql } from '../transfers.queries.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** A workbook holds so many rows; a desk with more has another trouble. */
const most = 2000;
const first = '00000000-0000-0000-0000-000000000000';

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

/** What the desks' pages say, as workbooks. */
@Injectable()
export class DeskSheets {
  constructor(
    private readonly database: Database,
    private readonly directors: DirectorService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async queue(me: Actor): Promise<Download> {
    const now = this.clock.now();
    const states = statesOf(me.posts.map((held) => held.post));
    const values = [states, `${widestScope(me)}%`, '-infinity', first, most];
    const rows = await this.database.rows<CaseRow>('desk queue', queueSql, values);
    const calendar = await this.calendars.current();
    return workbook(`待办 ${this.clock.today()}.xlsx`, [
      {
        name: '待办',
        columns: [
          { head: '到期', width: 22 },
          { head: '还剩' },
          { head: '案件编号', width: 24 },
          { head: '停在哪' },
          { head: '轮次', as: 'count', width: 8 },
          { head: '镇街、村', width: 24 },
          { head: '面积（亩）', as: 'mu' },
          { head: '年限' },
          { head: '价款（元/亩/年）', as: 'yuan' },
          { head: '转出方', width: 24 },
          { head: '受让方', width: 30 },
          { head: '起草', width: 18 },
        ],
        rows: rows.map((row) => [
          row.dueAt ? formatMoment(row.dueAt) : '',
          row.dueAt ? dueOf(row.dueAt, now, calendar).words : '没有期限',
          row.number,
          transferWorkflow.states[row.state].label,
          row.round,
          row.place,
          row.areaMu,
          termText(termOf(row.term)),
          row.priceFen,
          row.transferorName,
          row.transfereeName,
          formatMoment(row.createdAt),
        ]),
      },
    ]);
  }

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
