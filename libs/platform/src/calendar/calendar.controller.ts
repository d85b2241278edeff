import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, type CalendarYear, Clock, calendarYearFromHoliday, formatDay, holds } from '#kernel';
import { ForPosts } from '../access/access.decorators.js';
import { Calendars } from '../calendars.js';
import { formOf } from '../fields/form-of.js';
import { Scans } from '../fields/scans.service.js';
import { Done, Page, Shown } from '../page.js';
import { Me, Public, Shared } from '../public.js';
import { inputProblem } from '../validation.js';
import { CalendarKeeper, type Change, type ClosureOrder } from './calendar-keeper.service.js';
import { ClosureInput, YearInput } from './calendar.input.js';
import { calendarProblems } from './calendar.problems.js';
import { calendarView, movedView } from './calendar.view.js';

/** The calendar: seen by everybody, changed by the county's administrator, who sees first what would move. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendars: Calendars,
    private readonly keeper: CalendarKeeper,
    private readonly clock: Clock,
    private readonly scans: Scans,
  ) {}

  @Public()
  @Shared()
  @Get()
  @Page('calendar/index')
  async show(@Me() me: Actor): Promise<Shown> {
    const { years, closures, versions } = await this.calendars.whole();
    const view = calendarView(years, closures, versions, this.clock.today(), holds(me, 'county_administrator'));
    return new Shown(view, { closure: formOf(ClosureInput), notice: formOf(YearInput) });
  }

  @Post('years/preview')
  @HttpCode(200)
  @ForPosts('county_administrator')
  @Page('calendar/preview')
  async previewYear(@Body() input: YearInput, @Req() request: FastifyRequest, @Me() me: Actor): Promise<object> {
    await this.scans.fill(YearInput, input, request);
    const { year, content } = yearOf(input);
    const change = await this.keeper.tryYear(year, me);
    const about = `${year.year} 年放假安排：放假 ${year.off.length} 天，调休上班 ${year.worked.length} 天。${year.decree.url ?? ''}`;
    return preview(`装入 ${year.year} 年放假安排`, about, change, '/calendar/years', { content });
  }

  @Post('years')
  @ForPosts('county_administrator')
  async loadYear(@Body() input: YearInput, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done> {
    await this.scans.fill(YearInput, input, request);
    const { year } = yearOf(input);
    const change = await this.keeper.loadYear(year, me);
    const flash = change.changed
      ? `${year.year} 年放假安排装好了，${change.moved.length} 个期限变了。`
      : '和原来的一样，什么都没有变。';
    return new Done('/calendar', { changed: change.changed, moved: movedView(change.moved) }, flash);
  }

  @Post('closures/preview')
  @HttpCode(200)
  @ForPosts('county_administrator')
  @Page('calendar/preview')
  async previewClosure(@Body() input: ClosureInput, @Me() me: Actor): Promise<object> {
    const order = orderOf(input);
    const change = await this.keeper.tryClosure(order, me);
    const about = `${formatDay(order.from)} 至 ${formatDay(order.to)}，${order.reason}（${order.authority} ${order.documentNumber}）`;
    return preview('登记停止办公', about, change, '/calendar/closures', { ...order });
  }

  @Post('closures')
  @ForPosts('county_administrator')
  async close(@Body() input: ClosureInput, @Me() me: Actor): Promise<Done> {
    const change = await this.keeper.close(orderOf(input), me);
    return new Done(
      '/calendar',
      { changed: true, moved: movedView(change.moved) },
      `登记好了，${change.moved.length} 个期限变了。`,
    );
  }
}

function preview(
  title: string,
  about: string,
  { changed, moved }: Change,
  href: string,
  fields: Record<string, string>,
): object {
  return {
    title,
    about,
    changed,
    moved: movedView(moved),
    href,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  };
}

function yearOf(input: YearInput): { year: CalendarYear; content: string } {
  const asked =
    input.year === undefined
      ? undefined
      : JSON.stringify({ year: input.year, papers: input.papers ?? [], days: input.days ?? [] });
  const content = input.notice?.content.toString('utf8').replace(/^\uFEFF/, '') ?? input.content ?? asked;
  if (content === undefined) throw inputProblem([{ pointer: '#/notice', detail: '请选放假安排的文件。' }]);
  const year = read(content);
  if (year.status === 'missing')
    throw calendarProblems.notice({ detail: `${year.year} 年的文件里没有一天，等国务院的通知出来再装。` });
  if (!/^https?:\/\/\S+$/.test(year.decree.url ?? '')) {
    throw calendarProblems.notice({
      detail: '文件里没有国务院通知的网址（papers 的第一项）。没有出处的放假安排不能装。',
    });
  }
  return { year, content };
}

function read(content: string): CalendarYear {
  try {
    return calendarYearFromHoliday(JSON.parse(content));
  } catch (error) {
    const reason = error instanceof TypeError ? error.message : '不是 JSON 文件';
    throw calendarProblems.notice({ detail: `${reason}。` });
  }
}

function orderOf(input: ClosureInput): ClosureOrder {
  return { ...input, to: input.to ?? input.from };
}
