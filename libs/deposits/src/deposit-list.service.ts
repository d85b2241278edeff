import { Injectable } from '@nestjs/common';
import { type Actor, Clock, widestScope } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Calendars, type Download, Lists, dueView, ofOffice } from '#platform';
import { type DepositRow, depositList } from './deposit.list.js';
import { queueLine } from './deposit.view.js';

/** The finance desk's list of deposits, on a page, to a program, and as a workbook. */
@Injectable()
export class DepositListService {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly offices: OfficesService,
  ) {}

  /** Deposits of this person's offices; those that wait for somebody, unless another state is asked for. */
  async show(asked: Asked, me: Actor) {
    const scope = ofOffice('d.office_code', widestScope(me));
    return this.lists.show(
      depositList,
      asked,
      scope,
      (row) => row,
      async (rows) => ({
        acts: [],
        queue: { caption: '风险保障金，最急的在前', rows: await this.lines(rows, me) },
        explain: '通知缴纳的当天不算，从下一个工作日数起。分几次缴不延长期限。',
        empty: { title: '现在没有要办的', text: '有新的缴款、退款，会出现在这里。', href: '/ledger', label: '看账本' },
      }),
    );
  }

  /** The same as a workbook: of what is asked, the first two thousand. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(depositList, asked, ofOffice('d.office_code', widestScope(me)), (rows) => rows);
  }

  private async lines(rows: readonly DepositRow[], me: Actor): Promise<object[]> {
    const now = this.clock.now();
    const names = await this.offices.names();
    const calendar = await this.calendars.current(widestScope(me).padEnd(12, '0'));
    return rows.map((row) => {
      const { startDay: start, lastDay, dueAt } = row;
      const due = dueAt && start && lastDay ? dueView({ start, lastDay, dueAt }, now, calendar, 1) : null;
      return queueLine(row, names.place(row.officeCode), due);
    });
  }
}
