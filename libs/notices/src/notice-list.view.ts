import { type Calendar, type Day, addDays, addMonths, dayOf, startOf } from '#kernel';
import { type DueView, type MiniView, dueView, miniView } from '#platform';
import { noLastDay } from './notice.entity.js';
import type { NoticeRow } from './notice.list.js';
import { titleFrame } from '#publications';
import type { NoticeState } from './notice.workflow.js';

/** A state as it is read now; a period whose hour has struck is over, whether the clock has been here or not. */
export const seenState = (state: string, overAt: Date | null, now: Date): NoticeState =>
  state === 'running' && overAt !== null && overAt <= now ? 'over' : (state as NoticeState);

/** 个人信息保存期限为实现目的所必要的最短时间（个人信息保护法第十九条）：after it the notice stays, the names go. */
export function isArchived(publishedAt: Date | null, months: number, today: Day): boolean {
  return publishedAt !== null && addMonths(dayOf(publishedAt), months) <= today;
}

/** Before this moment everything published is archived: the beginning of the first day that is not. */
function archivedBefore(months: number, today: Day): Date {
  let first = addMonths(today, -months);
  while (addMonths(first, months) <= today) first = addDays(first, 1);
  return startOf(first);
}

/** What a page says of a notice's period. */
interface Said {
  due: DueView | null;
  mini: MiniView | null;
}

/** Reads the rows of one list at one moment; notices of the same period share what is said of it. */
export class ListReading {
  private readonly said = new Map<string, Said>();
  private readonly today: Day;
  private readonly archivedBefore: Date;

  constructor(
    private readonly calendar: Calendar,
    private readonly now: Date,
    months: number,
  ) {
    this.today = dayOf(now);
    this.archivedBefore = archivedBefore(months, this.today);
  }

  /** The row as everybody may see it now. */
  line(row: NoticeRow): NoticeRow {
    return {
      ...row,
      title: row.title.replaceAll(titleFrame, ''),
      parties: row.publishedAt < this.archivedBefore ? null : row.parties,
      state: seenState(row.state, row.dueAt, this.now),
      lastDay: row.lastDay === noLastDay ? null : row.lastDay,
    };
  }

  /** When the lines would change by themselves: a period strikes its hour, or at midnight another day is archived. */
  trueUntil(lines: readonly NoticeRow[]): Date {
    const hours = lines.flatMap(({ dueAt }) => (dueAt !== null && dueAt > this.now ? [dueAt] : []));
    return hours.reduce((least, hour) => (hour < least ? hour : least), startOf(addDays(this.today, 1)));
  }

  /** The same with what its page says of it. */
  item(line: NoticeRow) {
    return { ...line, ...this.period(line) };
  }

  private period({ state, periodStart: start, lastDay, dueAt }: NoticeRow): Said {
    if (state !== 'running' || start === null || lastDay === null || dueAt === null) return { due: null, mini: null };
    const key = `${start} ${lastDay} ${dueAt.getTime()}`;
    const known = this.said.get(key);
    if (known) return known;
    const days = Math.max(1, this.calendar.workingDaysLeft(start, lastDay));
    const words = {
      due: dueView({ start, lastDay, dueAt }, this.now, this.calendar),
      mini: miniView(this.calendar.after(start, days).counted, this.today),
    };
    this.said.set(key, words);
    return words;
  }
}
