import { type CalendarYear, calendarYearFromHoliday, type Day } from '#kernel';
import { inputProblem } from '../validation.js';
import type { ClosureInput, YearInput } from './calendar.input.js';
import { calendarProblems, noticeWords } from './calendar.problems.js';

/** A local order over one or more days. */
export interface ClosureOrder {
  from: Day;
  to: Day;
  reason: string;
  authority: string;
  documentNumber: string;
  officeCode: string;
}

/** A year as its notice says it, and the text that says so. */
export function yearOf(input: YearInput): { year: CalendarYear; content: string } {
  const asked =
    input.year === undefined
      ? undefined
      : JSON.stringify({ year: input.year, papers: input.papers ?? [], days: input.days ?? [] });
  const content = input.notice?.content.toString('utf8').replace(/^\uFEFF/, '') ?? input.content ?? asked;
  if (content === undefined) throw inputProblem([{ pointer: '#/notice', detail: noticeWords.missing }]);
  const year = read(content);
  if (year.status === 'missing') throw calendarProblems.notice({ detail: noticeWords.empty(year.year) });
  if (!/^https?:\/\/\S+$/.test(year.decree.url ?? '')) {
    throw calendarProblems.notice({
      detail: noticeWords.source,
    });
  }
  return { year, content };
}

function read(content: string): CalendarYear {
  try {
    return calendarYearFromHoliday(JSON.parse(content));
  } catch (error) {
    const reason = error instanceof TypeError ? error.message : noticeWords.json;
    throw calendarProblems.notice({ detail: noticeWords.unread(reason) });
  }
}

/** An order over one day or more. */
export const orderOf = (input: ClosureInput): ClosureOrder => ({ ...input, to: input.to ?? input.from });
