import { Body, Controller, Get, Post } from '@nestjs/common';
import { type Actor, Clock, addMinutes, at, formatMoment, instant, isDay, widestScope } from '#kernel';
import { ForPosts } from '../access/access.decorators.js';
import { formOf } from '../fields/form-of.js';
import { Done, Page, Shown } from '../page.js';
import { Me } from '../public.js';
import { inputProblem } from '../validation.js';
import { ClockInput, DaysInput, MomentInput, WorkingDaysInput } from './clock.input.js';
import { ClockTroubles } from './clock-troubles.js';
import { Sweeper } from './sweeper.js';
import { TrainingClock } from './training-clock.service.js';

/** Minutes without a sweep after which a clock is said to stand; it walks every half minute. */
const patienceMinutes = 5;

/** The training clock, which live mode refuses to move, and what the clock could not move by itself. */
@Controller('clock')
export class ClockController {
  constructor(
    private readonly training: TrainingClock,
    private readonly troubles: ClockTroubles,
    private readonly sweeper: Sweeper,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Page('clock/show')
  async show(): Promise<Shown> {
    const [workingDays, to] = formOf(ClockInput).map((field) => [field]);
    return new Shown(await this.training.view(), { workingDays, to });
  }

  @Post()
  async pass(@Body() input: ClockInput, @Me() me: Actor): Promise<Done> {
    this.training.movable();
    if (input.days !== undefined) await this.training.passDays(input.days, me);
    else if (input.workingDays !== undefined) await this.training.passWorkingDays(input.workingDays, me);
    else if (input.to !== undefined && isDay(input.to)) await this.training.passTo(at(input.to, '09:00'), me);
    else throw inputProblem([{ pointer: '#/workingDays', detail: '请填拨几天，或者拨到哪一天。' }]);
    return this.done();
  }

  @Post('days')
  async days(@Body() input: DaysInput, @Me() me: Actor): Promise<Done> {
    await this.training.passDays(input.days, me);
    return this.done();
  }

  @Post('working-days')
  async workingDays(@Body() input: WorkingDaysInput, @Me() me: Actor): Promise<Done> {
    await this.training.passWorkingDays(input.workingDays, me);
    return this.done();
  }

  @Post('moment')
  async moment(@Body() input: MomentInput, @Me() me: Actor): Promise<Done> {
    await this.training.passTo(momentIn(input.moment), me);
    return this.done();
  }

  /** Records whose time is over and which could not be moved on, with the reasons, the longest first. */
  @Get('blocked')
  @ForPosts(
    'town_reviewer',
    'town_trade',
    'town_information',
    'county_reviewer',
    'county_director',
    'county_information',
    'county_administrator',
    'supervisor',
  )
  @Page('clock/blocked', { wide: true })
  async blocked(@Me() me: Actor): Promise<object> {
    const rows = await this.sweeper.blocked(widestScope(me), 200);
    return {
      title: '到期了还动不了的',
      walked: await this.walked(),
      rows: rows.map((row) => ({
        label: row.label,
        href: row.href,
        kind: row.kind,
        state:
          row.kind === 'failed' ? { label: '系统出错，在重试', tone: 'stop' } : { label: '还有事没办完', tone: 'act' },
        reasons: row.reasons,
        since: formatMoment(row.firstAt),
        tries: row.tries,
      })),
    };
  }

  /** A clock that stopped decides nothing wrongly, but somebody should know. */
  private async walked(): Promise<{ late: boolean; text: string }> {
    const at = await this.troubles.lastWalked();
    if (at === null) return { late: true, text: '时钟还没有走过。请系统管理员看看服务器。' };
    const late = addMinutes(at, patienceMinutes) < this.clock.now();
    const text = `时钟上次走动：${formatMoment(at)}。`;
    return { late, text: late ? `${text}已经停了超过 ${patienceMinutes} 分钟，请系统管理员看看服务器。` : text };
  }

  private async done(): Promise<Done> {
    return new Done('/clock', () => this.training.view(), '时钟拨好了，该到期的都到期了。');
  }
}

function momentIn(text: string): Date {
  try {
    return instant(text);
  } catch {
    throw inputProblem([{ pointer: '#/moment', detail: `“${text}”不是有效时刻。` }]);
  }
}
