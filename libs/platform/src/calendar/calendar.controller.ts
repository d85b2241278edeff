import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, type CalendarYear, Clock, holds } from '#kernel';
import { ForPosts } from '../access.decorators.js';
import { Calendars } from '../calendars.js';
import { formOf } from '../fields/form-of.js';
import { Scans } from '../acts/scans.service.js';
import { Page, Shown } from '../page.js';
import { Me, Public, Shared } from '../public.js';
import { Gives } from '../views/gives.js';
import { CalendarKeeper, type Change } from './calendar-keeper.service.js';
import { ClosureInput, YearInput } from './calendar.input.js';
import { orderOf, yearOf, type ClosureOrder } from './calendar-notice.js';
import { type CalendarView, type ChangeView, calendarOf, calendarView, changeOf, changeView } from './calendar.view.js';

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
  @Gives(calendarView)
  async show(@Me() me: Actor): Promise<Shown<CalendarView>> {
    const mayChange = holds(me, 'county_administrator');
    const forms = { closure: formOf(ClosureInput), notice: formOf(YearInput), values: {} };
    return new Shown(calendarOf(await this.calendars.whole(), this.clock.today()), { mayChange, ...forms });
  }

  @Post('years/preview')
  @HttpCode(200)
  @ForPosts('county_administrator')
  @Page('calendar/preview')
  @Gives(changeView)
  async previewYear(@Body() input: YearInput, @Req() request: FastifyRequest, @Me() me: Actor) {
    await this.scans.fill(YearInput, input, request);
    const { year, content } = yearOf(input);
    return preview(await this.keeper.tryYear(year, me), '/calendar/years', { year }, { content });
  }

  @Post('closures/preview')
  @HttpCode(200)
  @ForPosts('county_administrator')
  @Page('calendar/preview')
  @Gives(changeView)
  async previewClosure(@Body() input: ClosureInput, @Me() me: Actor) {
    const order = orderOf(input);
    return preview(await this.keeper.tryClosure(order, me), '/calendar/closures', { order }, { ...order });
  }
}

/** What a change would move; its page says of what, and sends the same again for good. */
function preview(
  change: Change,
  href: string,
  about: { year: CalendarYear } | { order: ClosureOrder },
  fields: Record<string, string>,
): Shown<ChangeView> {
  const hidden = Object.entries(fields).map(([name, value]) => ({ name, value }));
  return new Shown(changeOf(change), { ...about, href, fields: hidden });
}
