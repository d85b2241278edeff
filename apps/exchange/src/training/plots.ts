import { addDays, day } from '#kernel';
import type { TransferStory } from './transfer-story.js';

/** How long a story rests before its next act. */
export type Pause = { minutes: number } | { workingDays: number; time: string };

/** One kind of case: when it comes in, and what becomes of it. */
export interface Plot {
  name: string;
  /** Calendar days before today, varied by the number of the case. */
  daysBack: (index: number) => number;
  time?: string;
  /** The term, in days from today, where it is not one that lies ahead. */
  term?: { from: number; to: number };
  tell: (story: TransferStory) => AsyncGenerator<Pause, void>;
}

export const soon: Pause = { minutes: 40 };
export const morning = (workingDays: number): Pause => ({ workingDays, time: '09:30' });
export const afternoon = (workingDays: number): Pause => ({ workingDays, time: '14:40' });

/** The way of a case, chapter by chapter. */
const course = {
  async *handedIn(story: TransferStory): AsyncGenerator<Pause, void> {
    // A renewal was drafted on the right that it renews.
    if (story.id === '') await story.draft();
    await story.consents();
    yield soon;
    await story.submit();
  },
  async *accepted(story: TransferStory): AsyncGenerator<Pause, void> {
    yield soon;
    await story.accept();
  },
  async *endorsed(story: TransferStory): AsyncGenerator<Pause, void> {
    yield soon;
    await story.endorse();
  },
  async *pushed(story: TransferStory): AsyncGenerator<Pause, void> {
    yield afternoon(1);
    await story.survey();
    yield soon;
    await story.submitToCounty();
  },
  async *noticed(story: TransferStory): AsyncGenerator<Pause, void> {
    yield morning(1);
    await story.review();
    await story.approve();
  },
  async *running(story: TransferStory): AsyncGenerator<Pause, void> {
    yield soon;
    await story.proveScreens();
    yield soon;
    await story.proveBoard();
  },
  // The eighth working day after the last proof: the period is over, and the clock has moved the case on.
  async *clear(): AsyncGenerator<Pause, void> {
    yield { workingDays: 8, time: '10:30' };
  },
  async *signed(story: TransferStory): AsyncGenerator<Pause, void> {
    yield afternoon(0);
    await story.scan();
    await story.sign();
  },
  async *filed(story: TransferStory): AsyncGenerator<Pause, void> {
    yield morning(1);
    await story.file();
  },
  async *paid(story: TransferStory): AsyncGenerator<Pause, void> {
    yield morning(1);
    await story.pay();
  },
  async *recorded(story: TransferStory): AsyncGenerator<Pause, void> {
    yield soon;
    await story.record();
  },
  async *certified(story: TransferStory): AsyncGenerator<Pause, void> {
    yield morning(1);
    await story.certify();
  },
};
type Chapter = keyof typeof course;

/** The usual way, from one chapter through another. */
export async function* along(
  story: TransferStory,
  last: Chapter,
  first: Chapter = 'handedIn',
): AsyncGenerator<Pause, void> {
  const names = Object.keys(course) as Chapter[];
  for (const name of names.slice(names.indexOf(first), names.indexOf(last) + 1)) yield* course[name](story);
}

const upTo =
  (last: Chapter): Plot['tell'] =>
  (story) =>
    along(story, last);

/** Handed in without one member's signature, and sent back for it. */
async function* sentBack(story: TransferStory): AsyncGenerator<Pause, void> {
  await story.draft();
  await story.consents(1);
  yield soon;
  await story.submit();
  await story.accept();
  yield soon;
  await story.returnForCorrection('共有人同意', '还差 1 名共有人，补签同意书');
}

const plot = (name: string, days: number, tell: Plot['tell'], spread = 1, term?: Plot['term']): Plot => ({
  name,
  ...(term ? { term } : {}),
  daysBack: (index) => days + (index % (spread + 1)),
  tell,
});

/** Some sixty cases in every state, in the order in which a county would meet them. */
export const plots: readonly [Plot, ...Plot[]] = [
  plot('is in force', 60, upTo('certified'), 8, { from: -12, to: 1083 }),
  plot('is being noticed', 6, upTo('running'), 3),
  plot('waits at the county', 3, upTo('pushed')),
  plot('holds a certificate', 55, upTo('certified'), 8),
  plot('is in preliminary review', 1, upTo('accepted')),
  plot('waits for its survey', 2, upTo('endorsed')),
  plot('waits for the board’s photo', 5, upTo('noticed'), 1),
  plot('waits for its certificate', 20, upTo('recorded'), 1),
  plot('waits for its contract', 16, upTo('clear'), 1),
  plot('waits for the deposit', 18, upTo('filed'), 1),
  plot('has handed in', 1, async function* (story) {
    await story.draft();
    await story.consents(1);
    yield soon;
    await story.submit();
  }),
  plot('was sent back for a missing consent', 6, sentBack, 2),
  plot(
    'went back and came again',
    58,
    async function* (story) {
      yield* sentBack(story);
      yield morning(1);
      await story.consents();
      await story.resubmit();
      yield* along(story, 'certified', 'accepted');
    },
    5,
  ),
  plot(
    'is held by an objection',
    8,
    async function* (story) {
      yield* along(story, 'running');
      yield afternoon(2);
      await story.object();
    },
    3,
  ),
  plot('waits for its right to be recorded', 19, upTo('paid'), 1),
  plot('waits to be filed', 17, upTo('signed'), 1),
  plot('was returned by the county', 4, async function* (story) {
    yield* along(story, 'pushed');
    yield morning(1);
    await story.countyReturn();
  }),
  plot(
    'was refused',
    30,
    async function* (story) {
      yield* along(story, 'pushed');
      yield morning(1);
      await story.reject();
    },
    9,
  ),
  plot(
    'was withdrawn',
    20,
    async function* (story) {
      await story.draft();
      yield soon;
      await story.submit();
      yield morning(1);
      await story.withdraw();
    },
    9,
  ),
  plot('is a draft', 2, async function* (story) {
    await story.draft();
    yield soon;
  }),
  plot(
    'is suspended',
    18,
    async function* (story) {
      yield* along(story, 'running');
      yield afternoon(1);
      await story.suspend();
    },
    4,
  ),
  plot('lapsed for want of a signature', 45, upTo('clear'), 5),
  plot(
    'was ended by agreement',
    65,
    async function* (story) {
      yield* along(story, 'certified');
      yield morning(2);
      await story.terminate();
    },
    2,
  ),
  plot('is late at the county', 6, upTo('pushed'), 1),
  plot('has expired', 62, upTo('certified'), 2, { from: -25, to: -4 }),
  plot(
    'was renewed',
    68,
    async function* (story) {
      yield* along(story, 'certified');
      while ((await story.view()).stateName === 'certified') yield morning(1);
      yield* along(await story.renew(addDays(day(story.wish.term.end), 730)), 'certified');
    },
    1,
    { from: -38, to: -3 },
  ),
  plot(
    'has handed the land back',
    64,
    async function* (story) {
      yield* along(story, 'certified');
      while ((await story.view()).stateName !== 'expired') yield morning(1);
      yield afternoon(1);
      await story.returnLand();
    },
    2,
    { from: -30, to: -9 },
  ),
];
