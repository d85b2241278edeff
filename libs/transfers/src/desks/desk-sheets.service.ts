import { Injectable } from '@nestjs/common';
import { type Calendar, Clock, formatDay, formatMu } from '#kernel';
import { Calendars, type Download, dueOf, workbook } from '#platform';
import { onTimeRule } from '../review/review-rates.rules.js';
import { percent } from './director.page.js';
import { DirectorService } from './director.service.js';
import type { County } from './director.view.js';
import { countyParts as parts, figureHeads as heads, holders } from './director.words.js';
import { muSign } from '../transfer.words.js';
import type { TransferState } from '../transfer-states.workflow.js';
import { transferWorkflow } from '../transfer.workflow.js';

const stateWord = (state: TransferState): string => transferWorkflow.states[state].label;
const columnsOf = (...names: string[]) => names.map((head) => ({ head }));
const holderOf = (state: TransferState): string => (holders as Readonly<Record<string, string>>)[state] ?? '';

/** What the director's page says, as a workbook. */
@Injectable()
export class DeskSheets {
  constructor(
    private readonly directors: DirectorService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async director(period: string): Promise<Download> {
    const county = await this.directors.figures(period);
    const { done, late, reviewsOverdue, overdue, underWay, towns, months, steps } = county;
    const today = this.clock.today();
    const { totals, towns: town, months: month, steps: step } = heads;
    const until = formatDay(today);
    return workbook(`${heads.file} ${today}.xlsx`, [
      {
        name: totals.name,
        columns: [
          { head: totals.item, width: 24 },
          ...columnsOf(totals.number, totals.unit),
          { head: totals.until, width: 20 },
          { head: totals.rule, width: 60 },
        ],
        rows: [
          [parts.done, done, parts.cases, until],
          [parts.reviewsOverdue, reviewsOverdue, parts.cases, until],
          [totals.onTime, percent({ done, late, overdue: reviewsOverdue }), '', until, onTimeRule],
          [parts.overdue, overdue, parts.cases, until],
          [parts.underWay, underWay, parts.cases, until],
        ],
      },
      {
        name: town.name,
        columns: columnsOf(town.town, town.done, town.late, town.overdue, town.onTime),
        rows: towns.map((each) => [each.name, each.done, each.late, each.overdue, percent(each)]),
      },
      {
        name: month.name,
        columns: [{ head: month.month }, { head: month.mu, as: 'mu' }],
        rows: months.map((each) => [each.month, each.areaMu]),
      },
      {
        name: step.name,
        columns: columnsOf(step.step, step.cases),
        rows: steps.map(({ state, cases }) => [stateWord(state), cases]),
      },
      lateSheet(county, this.clock.now(), await this.calendars.current()),
    ]);
  }
}

function lateSheet({ lateCases }: County, now: Date, calendar: Calendar) {
  const { name, number, case: what, holder, step, over, due } = heads.late;
  return {
    name,
    columns: [
      ...[{ head: number, width: 24 }, { head: what, width: 30 }, ...columnsOf(holder, step)],
      ...[
        { head: over, width: 20 },
        { head: due, width: 24 },
      ],
    ],
    rows: lateCases.map((row) => {
      const { words, note } = dueOf(row.dueAt, now, calendar);
      const title = `${row.place} ${formatMu(row.areaMu)} ${muSign}`;
      return [row.number, title, holderOf(row.state), stateWord(row.state), words, note];
    }),
  };
}
