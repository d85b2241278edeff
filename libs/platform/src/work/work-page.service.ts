import { Injectable } from '@nestjs/common';
import { type Actor, type Calendar, Clock, dayOf, daysBetween, dueDayOf } from '#kernel';
import { ManyActs } from '../acts/many-acts.service.js';
import { Calendars } from '../calendars.js';
import type { Asked } from '../lists/list.js';
import { chipsOf, listPage, listView, optionsOf } from '../lists/list-page.js';
import { sheetOf } from '../lists/sheet.js';
import { type Download, Shown } from '../page.js';
import { dueView } from '../period.view.js';
import { workbook } from '../workbook.js';
import { WorkDesk } from './work-desk.service.js';
import { WorkHands } from './work-hands.service.js';
import { countedAtMost } from '../lists/statement.js';
import { workList } from './work.list.js';
import type { DeskView, WorkCount, WorkLine } from './work.view.js';
import { otherDesks } from './other-desks.words.js';
import { workWords } from './work.words.js';

/** A workbook holds so many rows; a desk with more has another trouble. */
const sheetRows = 2000;
const columns = [
  { field: 'dueAt', width: 22 },
  'dueWords',
  'kindWord',
  { field: 'number', width: 24 },
  'stateWord',
  { field: 'round', width: 8 },
  { field: 'place', width: 24 },
  'areaMu',
  { field: 'party', width: 24 },
  { field: 'counterparty', width: 30 },
  'waitingDays',
  'assignee',
];

/** The desk as it is shown: to a program its rows and counts, to a person the page, and as a workbook. */
@Injectable()
export class WorkPage {
  constructor(
    private readonly desk: WorkDesk,
    private readonly hands: WorkHands,
    private readonly many: ManyActs,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked, me: Actor): Promise<Shown<DeskView>> {
    const { rows, next, counts } = await this.desk.page(asked, me);
    const view = { ...listView(workList, asked, { rows, next }, rows), counts };
    return new Shown(view, async () => {
      const [calendars, colleagues] = await Promise.all([this.calendars.everywhere(), this.hands.colleagues(me)]);
      const hands = optionsOf(workWords.hands);
      return {
        ...listPage(workList, asked, view, { hands, kind: this.kinds(counts) }),
        title: workWords.title,
        ...totals(counts),
        kinds: chipsOf(
          workList,
          asked,
          'kind',
          [{ value: '', label: workWords.allKinds }, ...this.kinds(counts)],
          waitingOf(counts),
        ),
        hands: chipsOf(workList, asked, 'hands', hands),
        rows: rows.map((row) => this.item(row, calendars(row.officeCode))),
        acts: this.acts(rows, me),
        places: otherDesks(me).slice(1),
        colleagues: colleagues.map(({ id, name }) => ({ value: id, label: name })),
      };
    });
  }

  async sheet(asked: Asked, me: Actor): Promise<Download> {
    const [rows, calendars] = await Promise.all([this.desk.first(asked, me, sheetRows), this.calendars.everywhere()]);
    const items = rows.map((row) => {
      const { due, kindWord, stateTag, waitingDays, ...rest } = this.item(row, calendars(row.officeCode));
      return { ...rest, kindWord, waitingDays, stateWord: stateTag.label, dueWords: due?.words ?? workWords.noDue };
    });
    const sheet = sheetOf(workList, workWords.title, columns, workWords as unknown as Record<string, string>, items);
    return workbook(`${workWords.title} ${this.clock.today()}.xlsx`, [sheet]);
  }

  /** The most urgent piece of work that nobody else has in hand; null if all is done. */
  async next(asked: Asked, me: Actor): Promise<WorkLine | null> {
    const rows = await this.desk.first(asked, me, 20);
    return rows.find(({ assigneeId }) => assigneeId === null || assigneeId === me.accountId) ?? rows[0] ?? null;
  }

  /** What may be done to several of these rows at once. */
  private acts(rows: readonly WorkLine[], me: Actor) {
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    return kinds.flatMap((kind) =>
      this.many.offers(
        kind,
        rows.filter((row) => row.kind === kind),
        me,
      ),
    );
  }

  private kinds(counts: readonly WorkCount[]) {
    return counts.map(({ kind }) => ({ value: kind, label: this.desk.find(kind)?.label ?? kind }));
  }

  private item(row: WorkLine, calendar: Calendar) {
    const kind = this.desk.find(row.kind);
    const now = this.clock.now();
    return {
      ...row,
      kindWord: kind?.label ?? row.kind,
      stateTag: kind?.stateWord(row.state) ?? { label: row.state, tone: '' },
      due: row.dueAt && dueOf(row.dueAt, now, calendar),
      late: row.dueAt !== null && row.dueAt <= now,
      waitingDays: daysBetween(dayOf(row.since), dayOf(now)),
    };
  }
}

/** What a deadline says that is only known by its moment. */
export function dueOf(dueAt: Date, now: Date, calendar: Calendar): ReturnType<typeof dueView> {
  return dueView({ start: dayOf(now), lastDay: dueDayOf(dueAt), dueAt }, now, calendar, 1);
}

function waitingOf(counts: readonly WorkCount[]): Record<string, number> {
  return Object.fromEntries([
    ['', counts.reduce((sum, { waiting }) => sum + waiting, 0)],
    ...counts.map(({ kind, waiting }) => [kind, waiting]),
  ]);
}

function totals(counts: readonly WorkCount[]) {
  const sum = (of: 'waiting' | 'late' | 'today'): number => counts.reduce((whole, count) => whole + count[of], 0);
  return {
    waiting: sum('waiting'),
    late: sum('late'),
    today: sum('today'),
    more: counts.some(({ waiting }) => waiting >= countedAtMost),
  };
}
