import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, formatDay, holds } from '#kernel';
import { ForPosts } from '../access/access.decorators.js';
import { Calendars } from '../calendars.js';
import { formOf } from '../fields/form-of.js';
import { Scans } from '../fields/scans.service.js';
import { Page, Shown } from '../page.js';
import { Me, Public, Shared } from '../public.js';
import { CalendarKeeper, type Change } from './calendar-keeper.service.js';
import { ClosureInput, YearInput } from './calendar.input.js';
import { orderOf, yearOf } from './calendar-notice.js';
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
