import type { CaseStory } from './case-story.js';

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
  tell: (story: CaseStory) => AsyncGenerator<Pause, void>;
}

const soon: Pause = { minutes: 40 };
const morning = (workingDays: number): Pause => ({ workingDays, time: '09:30' });
const afternoon = (workingDays: number): Pause => ({ workingDays, time: '14:40' });

async function* toTown(story: CaseStory): AsyncGenerator<Pause, void> {
  await story.draft();
  await story.consents();
  yield soon;
  await story.submit();
  yield soon;
  await story.accept();
}

async function* toSurvey(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toTown(story);
  yield soon;
  await story.endorse();
}

async function* toCounty(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toSurvey(story);
  yield afternoon(1);
  await story.survey();
  yield soon;
  await story.push();
}

async function* toNotice(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toCounty(story);
  yield morning(1);
  await story.review();
  await story.approve();
}

async function* toRunning(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toNotice(story);
  yield soon;
  await story.proveScreens();
  yield soon;
  await story.proveBoard();
}

async function* toSigning(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toRunning(story);
  // The eighth working day after the last proof: the period is over, and the clock has moved the case on.
  yield { workingDays: 8, time: '10:30' };
}

async function* toFiling(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toSigning(story);
  yield afternoon(0);
  await story.scan();
  await story.sign();
}

async function* toDeposit(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toFiling(story);
  yield morning(1);
  await story.file();
}

async function* toRecording(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toDeposit(story);
  yield morning(1);
  await story.pay();
}

async function* toCertifying(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toRecording(story);
  yield soon;
  await story.record();
}

async function* toCertified(story: CaseStory): AsyncGenerator<Pause, void> {
  yield* toCertifying(story);
  yield morning(1);
  await story.certify();
}

const plot = (name: string, days: number, tell: Plot['tell'], spread = 1, term?: Plot['term']): Plot => ({
  name,
  ...(term ? { term } : {}),
  daysBack: (index) => days + (index % (spread + 1)),
  tell,
});

/** Some sixty cases in every state, in the order in which a county would meet them. */
export const plots: readonly [Plot, ...Plot[]] = [
  plot('is in force', 60, toCertified, 8, { from: -12, to: 1083 }),
  plot('is being noticed', 6, toRunning, 3),
  plot('waits at the county', 3, toCounty),
  plot('holds a certificate', 55, toCertified, 8),
  plot('is in preliminary review', 1, toTown),
  plot('waits for its survey', 2, toSurvey),
  plot('waits for the board’s photo', 5, toNotice, 1),
  plot('waits for its certificate', 20, toCertifying, 1),
  plot('waits for its contract', 16, toSigning, 1),
  plot('waits for the deposit', 18, toDeposit, 1),
  plot('has handed in', 1, async function* (story) {
    await story.draft();
    await story.consents(1);
    yield soon;
    await story.submit();
  }),
  plot(
    'was sent back for a missing consent',
    6,
    async function* (story) {
      await story.draft();
      await story.consents(1);
      yield soon;
      await story.submit();
      await story.accept();
      yield soon;
      await story.sendBack('共有人同意', '还差 1 名共有人，补签同意书');
    },
    2,
  ),
  plot(
    'went back and came again',
    58,
    async function* (story) {
      await story.draft();
      await story.consents(1);
      yield soon;
      await story.submit();
      await story.accept();
      yield soon;
      await story.sendBack('共有人同意', '还差 1 名共有人，补签同意书');
      yield morning(1);
      await story.consents();
      await story.resubmit();
      yield soon;
      await story.accept();
      yield soon;
      await story.endorse();
      yield afternoon(1);
      await story.survey();
      await story.push();
      yield morning(1);
      await story.review();
      await story.approve();
      await story.proveScreens();
      yield afternoon(1);
      await story.proveBoard();
      yield { workingDays: 8, time: '10:30' };
      await story.scan();
      await story.sign();
      yield morning(1);
      await story.file();
      yield morning(1);
      await story.pay();
      await story.record();
      yield morning(1);
      await story.certify();
    },
    5,
  ),
  plot(
    'is held by an objection',
    8,
    async function* (story) {
      yield* toRunning(story);
      yield afternoon(2);
      await story.object();
    },
    3,
  ),
  plot('waits for its right to be recorded', 19, toRecording, 1),
  plot('waits to be filed', 17, toFiling, 1),
  plot('was returned by the county', 4, async function* (story) {
    yield* toCounty(story);
    yield morning(1);
    await story.countyReturn();
  }),
  plot(
    'was refused',
    30,
    async function* (story) {
      yield* toCounty(story);
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
      yield* toRunning(story);
      yield afternoon(1);
      await story.suspend();
    },
    4,
  ),
  plot('lapsed for want of a signature', 45, toSigning, 5),
  plot(
    'was ended by agreement',
    65,
    async function* (story) {
      yield* toCertified(story);
      yield morning(2);
      await story.terminate();
    },
    2,
  ),
  plot('is late at the county', 6, toCounty, 1),
  plot('has expired', 62, toCertified, 2, { from: -25, to: -4 }),
];
