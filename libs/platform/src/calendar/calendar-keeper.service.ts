import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type CalendarYear,
  type Closure,
  type Day,
  addDays,
  daysBetween,
  prefixOf,
  isDivisionCode,
} from '#kernel';
import { Calendars } from '../calendars.js';
import type { Act } from '../act.js';
import type { Elsewhere } from '../acts/act-table.js';
import { Acts } from '../acts/acts.service.js';
import { Deadlines, type Moved } from '../deadlines.js';
import { inputProblem } from '../validation.js';
import { orderOf, yearOf, type ClosureOrder } from './calendar-notice.js';
import type { ClosureInput, YearInput } from './calendar.input.js';
import { closureFaults, noticeWords } from './calendar.problems.js';
import { changeOf } from './calendar.view.js';
import { calendarActs } from './calendar.words.js';

/** What a change of the calendar does to the clocks that run. */
export interface Change {
  changed: boolean;
  moved: readonly Moved[];
}

/** Carries the result of a trial out of the transaction that is undone. */
class Trial extends Error {
  constructor(readonly change: Change) {
    super('trial');
  }
}

/** Longest closure by one order; longer ones are ordered anew. */
const longest = 60;

/** Changes the calendar: a year's notice, a local closure; first as a trial, then for good. */
@Injectable()
export class CalendarKeeper {
  constructor(
    private readonly acts: Acts,
    private readonly calendars: Calendars,
    private readonly deadlines: Deadlines,
  ) {}

  /** What loading a year would move. Nothing is kept. */
  tryYear(year: CalendarYear, actor: Actor): Promise<Change> {
    return this.tried(actor, (act) => this.loadYearIn(act, year));
  }

  /** Loads a year's notice and counts every open clock anew. */
  async load(act: Act, _none: object, input: YearInput): Promise<Elsewhere> {
    const { year } = yearOf(input);
    const change = await this.loadYearIn(act, year);
    const said = change.changed ? noticeWords.loaded(year.year, change.moved.length) : noticeWords.same;
    return { id: '', view: changeOf(change), said };
  }

  tryClosure(order: ClosureOrder, actor: Actor): Promise<Change> {
    return this.tried(actor, (act) => this.closeIn(act, order));
  }

  /** Adds a local closure; only the clocks of its offices are counted anew. */
  async close(act: Act, _none: object, input: ClosureInput): Promise<Elsewhere> {
    const change = await this.closeIn(act, orderOf(input));
    return { id: '', view: changeOf(change), said: noticeWords.closed(change.moved.length) };
  }

  private async tried(actor: Actor, work: (act: Act) => Promise<Change>): Promise<Change> {
    try {
      await this.acts.begin(actor, async (act) => {
        throw new Trial(await work(act));
      });
    } catch (error) {
      if (error instanceof Trial) return error.change;
      throw error;
    }
    throw new Error('A trial was kept.');
  }

  private async loadYearIn(act: Act, year: CalendarYear): Promise<Change> {
    if (!(await this.calendars.loadYear(act, year))) return { changed: false, moved: [] };
    // The notice of a year may move days of the December before it.
    const moved = await this.deadlines.recount(act.tx, { from: `${year.year - 1}-12-01` as Day });
    const line = { action: 'load', label: calendarActs.load, detail: { decree: year.decree, moved: moved.length } };
    await act.note('calendar', { id: String(year.year), officeCode: '' }, line);
    return { changed: true, moved };
  }

  private async closeIn(act: Act, order: ClosureOrder): Promise<Change> {
    const officePrefix = isDivisionCode(order.officeCode) ? prefixOf(order.officeCode) : order.officeCode;
    for (const day of daysOf(order)) {
      const closure: Closure = {
        day,
        reason: order.reason,
        authority: order.authority,
        documentNumber: order.documentNumber,
        officePrefix,
      };
      await this.calendars.addClosure(act, closure);
    }
    const moved = await this.deadlines.recount(act.tx, { from: order.from, officePrefix });
    const line = { action: 'close', label: calendarActs.close, detail: { ...order, moved: moved.length } };
    await act.note('calendar', { id: order.from, officeCode: order.officeCode }, line);
    return { changed: true, moved };
  }
}

function daysOf({ from, to }: ClosureOrder): Day[] {
  const length = daysBetween(from, to) + 1;
  if (length < 1) throw inputProblem([{ pointer: '#/to', detail: closureFaults.backwards }]);
  if (length > longest) throw inputProblem([{ pointer: '#/to', detail: closureFaults.tooLong(longest) }]);
  return Array.from({ length }, (_, index) => addDays(from, index));
}
