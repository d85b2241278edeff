import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, type Day, addDays, at, dayOf, startOf, timeOf } from '#kernel';
import { WallClock } from '../access/wall-clock.js';
import { Acts } from '../acts/acts.service.js';
import { Calendars } from '../calendars.js';
import { CONFIG, type Config } from '../config.js';
import { MovableClock } from '../movable-clock.js';
import { requestContext } from '../request-context.js';
import { clockSaid } from './clock.acts.js';
import { clockFaults, clockProblems } from './clock.problems.js';
import type { TrainingClockView } from './clock.view.js';
import { Sweeper } from './sweeper.js';

const longest = 731;

/** The training county's clock: moved forward only, and the county catches up day by day. */
@Injectable()
export class TrainingClock {
  private moving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly wall: WallClock,
    private readonly calendars: Calendars,
    private readonly sweeper: Sweeper,
    private readonly acts: Acts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same time of day, so many days later. */
  passDays(days: number, actor: Actor): Promise<void> {
    return this.next(() => this.move(at(addDays(this.clock.today(), days), timeOf(this.clock.now())), actor));
  }

  /** The same time of day, so many working days later. */
  passWorkingDays(workingDays: number, actor: Actor): Promise<void> {
    return this.next(async () => {
      const { lastDay } = (await this.calendars.current()).after(this.clock.today(), workingDays);
      await this.move(at(lastDay, timeOf(this.clock.now())), actor);
    });
  }

  /** A moment to come. */
  passTo(moment: Date, actor: Actor): Promise<void> {
    return this.next(() => this.move(moment, actor));
  }

  /** Refuses in live mode. */
  movable(): MovableClock {
    if (this.config.mode !== 'training' || !(this.clock instanceof MovableClock)) throw clockProblems.fixed();
    return this.clock;
  }

  async view(): Promise<TrainingClockView> {
    this.movable();
    const now = this.clock.now();
    const ahead = Math.round((now.getTime() - this.wall.now().getTime()) / 86_400_000);
    return { now, today: dayOf(now), daysAhead: Math.max(0, ahead), next: await this.sweeper.coming(now) };
  }

  /** One after the other: two people who press at once move it twice, never backwards. */
  private next(work: () => Promise<void>): Promise<void> {
    const done = this.moving.then(work);
    this.moving = done.catch(() => undefined);
    return done;
  }

  private async move(to: Date, actor: Actor): Promise<void> {
    const clock = this.movable();
    const from = clock.now();
    if (to <= from) throw clockProblems.backwards({ detail: clockFaults.now(dayOf(from), timeOf(from)) });
    if (dayOf(to) > addDays(dayOf(from), longest)) throw clockProblems.tooFar();
    // First the history: whoever asks twice with one key is told so before anything moves.
    const line = { action: 'forward', label: clockSaid.forward, detail: { from, to } };
    await this.acts.begin(actor, (act) => act.note('clock', { id: 'training', officeCode: '' }, line));
    // What the clock does by itself is not part of the request that moved it.
    await requestContext.exit(() => this.catchUp(clock, from, to));
  }

  /** Lives through each midnight on the way, so that what falls due on a day happens on that day. */
  private async catchUp(clock: MovableClock, from: Date, to: Date): Promise<void> {
    for (let day: Day = addDays(dayOf(from), 1); startOf(day) < to; day = addDays(day, 1)) {
      await this.set(clock, startOf(day));
      await this.sweeper.sweep();
    }
    await this.set(clock, to);
    await this.sweeper.sweep();
  }

  private async set(clock: MovableClock, moment: Date): Promise<void> {
    clock.set(moment);
    await this.acts.byClock((act) => clock.keep(act.tx));
  }
}
