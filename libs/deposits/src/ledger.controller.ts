import { Controller, Get, Query } from '@nestjs/common';
import {
  type Actor,
  Clock,
  type Day,
  addMonths,
  fen,
  formatDay,
  formatMoment,
  formatYuan,
  isDay,
  widestScope,
} from '#kernel';
import { OfficesService } from '#offices';
import { Database, Download, ForPosts, Me, Page } from '#platform';
import { LedgerSearch } from './deposit.input.js';
import { type BookedLine, type TrialLine, bookings, lastCheck, trialBalance } from './ledger.queries.js';
import { accountNames, ledgerSheet } from './ledger.sheet.js';

const shown = 200;
const exported = 50_000;

/** The ledger: what each town has, whose it is, and every booking. */
@Controller('ledger')
@ForPosts('town_finance', 'county_director', 'supervisor', 'county_administrator')
export class LedgerController {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Page('ledger/show', { wide: true })
  async show(@Query() search: LedgerSearch, @Me() me: Actor): Promise<object> {
    const { from, to } = this.span(search);
    const prefix = widestScope(me);
    const names = await this.offices.names();
    const trial = await trialBalance(this.database, prefix);
    const booked = await bookings(this.database, prefix, from, to, shown);
    const checked = await lastCheck(this.database);
    return {
      title: '风险保障金账本',
      trial: trial.map((row) => trialView(row, names.place(row.officeCode))),
      balanced: trial.every((row) => row.bankFen === row.heldFen + row.payableFen + row.escrowFen),
      checked: checked && { at: formatMoment(checked.checkedAt), findings: checked.findings },
      bookings: booked.map((row) => bookedView(row, names.place(row.officeCode))),
      period: `${formatDay(from)} 至 ${formatDay(to)}`,
      more: booked.length === shown,
      sheet: `/ledger/sheet?from=${from}&to=${to}`,
      values: { from, to },
    };
  }

  /** The same as a workbook. */
  @Get('sheet')
  async sheet(@Query() search: LedgerSearch, @Me() me: Actor): Promise<Download> {
    const { from, to } = this.span(search);
    const prefix = widestScope(me);
    const names = await this.offices.names();
    const content = await ledgerSheet(
      await trialBalance(this.database, prefix),
      await bookings(this.database, prefix, from, to, exported),
      (code) => names.place(code),
    );
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return new Download(content, type, `风险保障金账本 ${from} 至 ${to}.xlsx`, { cache: 'no-store' });
  }

  /** The asked days, or the last twelve months. */
  private span({ from, to }: LedgerSearch): { from: Day; to: Day } {
    const today = this.clock.today();
    return { from: isDay(from) ? from : addMonths(today, -12), to: isDay(to) ? to : today };
  }
}

function trialView(row: TrialLine, place: string): object {
  const owed = row.heldFen + row.payableFen + row.escrowFen;
  const text = (amount: number): string => formatYuan(fen(amount));
  return {
    ...row,
    place,
    bank: text(row.bankFen),
    held: text(row.heldFen),
    payable: text(row.payableFen),
    escrow: text(row.escrowFen),
    difference: text(row.bankFen - owed),
    even: row.bankFen === owed,
  };
}

function bookedView(row: BookedLine, place: string): object {
  return {
    ...row,
    place,
    href: `/deposits/${row.depositId}`,
    dayText: formatDay(row.day),
    debitText: accountNames[row.debit],
    creditText: accountNames[row.credit],
    amount: formatYuan(row.amountFen),
  };
}
