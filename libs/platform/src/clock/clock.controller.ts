import { Body, Controller, Get, Post } from '@nestjs/common';
import { type Actor, Clock, addDays, addMinutes, at, instant, isDay, scopesOf } from '#kernel';
import { ForPosts } from '../access.decorators.js';
import { formOf } from '../fields/form-of.js';
import { Done, Page, Shown } from '../page.js';
import { Me } from '../public.js';
import { inputProblem } from '../validation.js';
import { Gives } from '../views/gives.js';
import { clockSaid } from './clock.acts.js';
import { ClockInput, DaysInput, MomentInput, WorkingDaysInput } from './clock.input.js';
import { clockFaults } from './clock.problems.js';
import { type BlockedView, type TrainingClockView, blockedView, statusOf, trainingClockView } from './clock.view.js';
import { ClockTroubles } from './clock-troubles.js';
import { Sweeper } from './sweeper.js';
import { TrainingClock } from './training-clock.service.js';

/** Minutes without a sweep after which a clock is said to stand; it walks every half minute. */
const patience = 5;

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
  @Gives(trainingClockView)
  async show(): Promise<Shown<TrainingClockView>> {
    const view = await this.training.view();
    const [workingDays, to] = formOf(ClockInput).map((field) => [field]);
    return new Shown(view, { workingDays, to, values: { workingDays: '1', to: addDays(view.today, 1) } });
  }

  @Post()
  @Gives(trainingClockView)
  async pass(@Body() input: ClockInput, @Me() me: Actor): Promise<Done<TrainingClockView>> {
    this.training.movable();
    if (input.days !== undefined) await this.training.passDays(input.days, me);
    else if (input.workingDays !== undefined) await this.training.passWorkingDays(input.workingDays, me);
    else if (input.to !== undefined && isDay(input.to)) await this.training.passTo(at(input.to, '09:00'), me);
    else throw inputProblem([{ pointer: '#/workingDays', detail: clockFaults.nothing }]);
    return this.done();
  }

  @Post('days')
  @Gives(trainingClockView)
  async days(@Body() input: DaysInput, @Me() me: Actor): Promise<Done<TrainingClockView>> {
    await this.training.passDays(input.days, me);
    return this.done();
  }

  @Post('working-days')
  @Gives(trainingClockView)
  async workingDays(@Body() input: WorkingDaysInput, @Me() me: Actor): Promise<Done<TrainingClockView>> {
    await this.training.passWorkingDays(input.workingDays, me);
    return this.done();
  }

  @Post('moment')
  @Gives(trainingClockView)
  async moment(@Body() input: MomentInput, @Me() me: Actor): Promise<Done<TrainingClockView>> {
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
  @Gives(blockedView)
  async blocked(@Me() me: Actor): Promise<Shown<BlockedView>> {
    const rows = await this.sweeper.blocked(scopesOf(me), 200);
    const walkedAt = await this.troubles.lastWalked();
    // A clock that stopped decides nothing wrongly, but somebody should know.
    const late = walkedAt === null || addMinutes(walkedAt, patience) < this.clock.now();
    return new Shown({ walkedAt, late, rows: rows.map(statusOf) }, { patience });
  }

  private async done(): Promise<Done<TrainingClockView>> {
    return new Done('/clock', () => this.training.view(), clockSaid.moved);
  }
}

function momentIn(text: string): Date {
  try {
    return instant(text);
  } catch {
    throw inputProblem([{ pointer: '#/moment', detail: clockFaults.moment(text) }]);
  }
}
