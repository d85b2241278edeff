import { Injectable } from '@nestjs/common';
import { type Actor, Clock, widestScope } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Asked,
  Calendars,
  type Download,
  Lists,
  Shown,
  chipsOf,
  dueView,
  listPage,
  listView,
  ofOffice,
  sheetOf,
  workbook,
} from '#platform';
import { type DepositRow, depositList } from './deposit.list.js';
import { queueLine, stateView } from './deposit.view.js';
import { depositWords } from './deposit.words.js';

/** So many deposits fit one workbook. */
const sheetRows = 2000;
const sheetColumns = ['caseNumber', 'state', 'payer', 'amountFen', 'heldFen', 'areaMu', 'dueAt', 'stateSince'];
/** The states that a finance desk looks for, as chips. */
const chips = [
  'requested',
  'partial',
  'releasing',
  'claimed',
  'topup_due',
  'held',
  'secured',
  'waived',
  'released',
] as const;

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
  async show(asked: Asked, me: Actor): Promise<Shown> {
    const page = await this.lists.page(depositList, asked, ofOffice('d.office_code', widestScope(me)));
    const view = listView(depositList, asked, page, page.rows);
    const states = chips.map((value) => ({ value, label: stateView(value).label }));
    return new Shown(view, async () => ({
      ...listPage(depositList, asked, view, { state: states }),
      title: '风险保障金',
      chips: chipsOf(depositList, asked, 'state', [{ value: '', label: '要办的' }, ...states]),
      queue: { caption: '风险保障金，最急的在前', rows: await this.lines(page.rows, me) },
      sheet: depositList.address(asked, { after: '' }).replace('/deposits', '/deposits/sheet'),
      explain: '通知缴纳的当天不算，从下一个工作日数起。分几次缴不延长期限。',
      empty: { title: '现在没有要办的', text: '有新的缴款、退款，会出现在这里。', href: '/ledger', label: '看账本' },
    }));
  }

  /** The same as a workbook: of what is asked, the first two thousand. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const rows = await this.lists.first(depositList, asked, ofOffice('d.office_code', widestScope(me)), sheetRows);
    return workbook(`${depositWords.sheet} ${this.clock.today()}.xlsx`, [
      sheetOf(depositList, depositWords.sheet, sheetColumns, depositWords, rows),
    ]);
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
