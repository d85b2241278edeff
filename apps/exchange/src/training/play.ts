import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Calendar, type Clock, type Day, addDays, addMinutes, at, dayOf } from '#kernel';
import { Calendars, Database, MovableClock, Sweeper, SystemClock } from '#platform';
import { TransferStory, type TransferRequest } from './transfer-story.js';
import { Desks } from './desks.js';
import { lotPlotOf } from './lot-plots.js';
import { LotStory, type Scene } from './lot-story.js';
import { scan } from './made-up-files.js';
import { madeUpLots } from './made-up-lots.js';
import { madeUpWishes } from './made-up-wishes.js';
import { type Pause, plots } from './plots.js';

/** How many are played. */
export interface Playing {
  cases: number;
  lots: number;
  told?: (done: number, of: number) => void;
  /** When the play ends: on the machine's time, or on a test's. */
  real?: Pick<Clock, 'now'>;
}

interface Running {
  number: number;
  story: AsyncGenerator<Pause, void>;
  next: Date;
  over: boolean;
}

/** Days before today on which the training county's first case comes in. */
const since = 70;

/** So many desks are at work at once: as many as keep both processes busy; each connection more plans every statement anew. */
const sideBySide = 4;

/**
 * Plays cases through the real services, with the clock moved from some weeks ago to now: every act goes through the API.
 * Rerunning adds cases; a story that is refused stops where it stands and is counted.
 */
export async function play(
  app: NestFastifyApplication,
  clock: MovableClock,
  { cases, lots, told = () => undefined, real = new SystemClock() }: Playing,
): Promise<{ played: number; stopped: string[] }> {
  const today = dayOf(real.now());
  const database = app.get(Database);
  const calendar = await app.get(Calendars).current();
  const wishes = await madeUpWishes(database, cases, today);
  const scene = { desks: new Desks(app), database, clock, paper: await scan('signed paper') };
  const base = await casesThere(database);
  const running = cast(scene, { wishes, base, today, calendar });
  const taken = new Set(wishes.flatMap(({ parcels }) => parcels.map(({ code }) => code)));
  running.push(...(await castLots(scene, { lots, taken, today, calendar, first: running.length })));
  const stopped: string[] = [];
  /** Tells a story on until its day is over, each act in its own moment. */
  const tellDay = async (current: Running, today: Day): Promise<void> => {
    try {
      while (!current.over && dayOf(current.next) <= today) {
        const step = await clock.during(current.next, () => current.story.next());
        if (step.done) current.over = true;
        else current.next = momentOf(step.value, current.next, calendar);
      }
    } catch (error) {
      stopped.push(error instanceof Error ? error.message : 'stopped');
      current.over = true;
    }
  };
  const waiting = (): Running[] => running.filter((each) => !each.over && dayOf(each.next) <= today);
  for (let left = waiting(); left.length > 0; left = waiting()) {
    left.sort((one, other) => one.next.getTime() - other.next.getTime() || one.number - other.number);
    const now = left[0]?.next ?? clock.now();
    const day = dayOf(now);
    clock.set(now);
    await app.get(Sweeper).sweep();
    // Desks work side by side: a story takes the next free one of the day.
    const queue = left.filter((each) => dayOf(each.next) === day);
    const desk = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await tellDay(next, day);
    };
    await Promise.all(Array.from({ length: sideBySide }, desk));
    told(running.length - waiting().length, running.length);
  }
  clock.set(real.now());
  await app.get(Sweeper).sweep();
  return { played: running.length, stopped };
}

/** A story for each wish, and the moment at which it begins. */
function cast(
  { desks, database, clock, paper }: Scene,
  {
    wishes,
    base,
    today,
    calendar,
  }: { wishes: readonly TransferRequest[]; base: number; today: Day; calendar: Calendar },
): Running[] {
  return wishes.map((wish, index) => {
    const plot = plots[(base + index) % plots.length] ?? plots[0];
    const termed = plot.term ? { ...wish, term: termFrom(plot.term, today) } : wish;
    const story = new TransferStory(desks, database, clock, termed, paper, base + index + 1);
    const day = calendar.sameOrNext(addDays(today, -Math.min(plot.daysBack(index), since)));
    return { number: index, story: plot.tell(story), next: at(day, plot.time ?? '09:10'), over: false };
  });
}

/** The same for what is offered; its papers are numbered far from those of the cases. */
async function castLots(
  scene: Scene,
  {
    lots,
    taken,
    today,
    calendar,
    first,
  }: { lots: number; taken: ReadonlySet<string>; today: Day; calendar: Calendar; first: number },
): Promise<Running[]> {
  const stationOnly = (index: number): boolean => lotPlotOf(index).station === true;
  const kindOf = (index: number) => lotPlotOf(index).kind ?? 'contracted';
  const wishes = await madeUpLots(scene.database, lots, { today, taken, stationOnly, kindOf });
  return wishes.map((wish, index) => {
    const plot = lotPlotOf(index);
    const day = calendar.sameOrNext(addDays(today, -plot.daysBack));
    const story = plot.tell(new LotStory(scene, wish, 900_000 + index));
    return { number: first + index, story, next: at(day, '09:10'), over: false };
  });
}

const termFrom = ({ from, to }: { from: number; to: number }, today: Day): { start: Day; end: Day } => ({
  start: addDays(today, from),
  end: addDays(today, to),
});

async function casesThere(database: Database): Promise<number> {
  const [row] = await database.ask<{ many: number }>('SELECT count(*)::int AS many FROM transfer');
  return row?.many ?? 0;
}

function momentOf(pause: Pause, now: Date, calendar: Calendar): Date {
  const today = dayOf(now);
  if ('minutes' in pause) return addMinutes(now, pause.minutes);
  const day = pause.workingDays === 0 ? today : calendar.after(today, pause.workingDays).lastDay;
  return at(day, pause.time);
}
