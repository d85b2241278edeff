import { Injectable } from '@nestjs/common';
import { type Actor, Clock, holds, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import { type Asked, Calendars, type Download, type DueView, Lists, type Scope, dueView, ofOffice } from '#platform';
import { type DepositRow, depositList, standingBids } from './deposit.list.js';

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
  show(asked: Asked, me: Actor) {
    return this.lists.show(depositList, asked, scopeOf(me), this.placed(), async (rows) => ({
      dues: await this.dues(rows),
    }));
  }

  /** The same as a workbook: of what is asked, the first two thousand. */
  async sheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(depositList, asked, scopeOf(me), (rows) => rows);
  }

  private async placed() {
    const names = await this.offices.names();
    return (row: DepositRow) => ({ ...row, place: names.place(row.officeCode) });
  }

  private async dues(rows: readonly DepositRow[]): Promise<Record<string, DueView>> {
    const now = this.clock.now();
    const calendarOf = await this.calendars.everywhere();
    const due = rows.flatMap(({ id, officeCode, startDay: start, lastDay, dueAt }) =>
      dueAt && start && lastDay
        ? [[id, dueView({ start, lastDay, dueAt }, now, calendarOf(officeCode), 1)] as const]
        : [],
    );
    return Object.fromEntries(due);
  }
}

function scopeOf(me: Actor): Scope {
  const office = ofOffice('d.office_code', ...scopesOf(me));
  if (holds(me, 'town_finance')) return office;
  return { name: `${office.name}-standing`, where: (say) => `(${office.where(say)}) AND NOT (${standingBids})` };
}
