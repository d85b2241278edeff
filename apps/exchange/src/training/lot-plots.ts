import type { RightKind } from '#kernel';
import type { LotStory } from './lot-story.js';
import { type Pause, afternoon, along, morning, soon } from './plots.js';

/** One kind of lot: when it comes in, and what becomes of it. */
export interface LotPlot {
  name: string;
  /** Calendar days before today. */
  daysBack: number;
  /** It needs a village with a station: somebody puts the notice up there. */
  station?: true;
  /** Of another kind than contracted land. */
  kind?: Exclude<RightKind, 'contracted'>;
  tell: (lot: LotStory) => AsyncGenerator<Pause, void>;
}

async function* drafted(lot: LotStory): AsyncGenerator<Pause, void> {
  yield soon;
  await lot.enter();
}

async function* submitted(lot: LotStory): AsyncGenerator<Pause, void> {
  // A lot that is listed anew has its draft.
  if (lot.id === '') await lot.enter();
  await lot.gather();
  await lot.consents();
  yield soon;
  await lot.submit();
}

async function* accepted(lot: LotStory): AsyncGenerator<Pause, void> {
  yield* submitted(lot);
  yield soon;
  await lot.accept();
}

async function* listed(lot: LotStory): AsyncGenerator<Pause, void> {
  yield* accepted(lot);
  yield morning(1);
  await lot.approve();
}

// The eighth working day after the approval: the period is over, and the clock has moved the lot on.
const over = morning(8);

async function* wantedByOne(lot: LotStory): AsyncGenerator<Pause, void> {
  yield* listed(lot);
  yield afternoon(2);
  await lot.admit();
  yield over;
}

/** On offer with a photo; somebody asks about it and is answered, and others look for such land. */
async function* askedAbout(lot: LotStory): AsyncGenerator<Pause, void> {
  yield* listed(lot);
  yield soon;
  await lot.photograph();
  await lot.ask(
    '机井通电吗？路通到地头吗？',
    '三相电到地头，路是 4 米宽的水泥路。',
    '三相电到地头；路是 4 米宽的土路，雨天不好走。',
  );
  await lot.ask('能不能只租一半？');
  await lot.seek('cooperative', { yearsLeast: 2 });
  await lot.seek('farmer');
}

const right = (kind: NonNullable<LotPlot['kind']>, daysBack: number, tell: LotPlot['tell']): LotPlot => ({
  ...{ name: `offers ${kind}`, kind, daysBack, station: true, tell },
});

const open = (daysBack: number): LotPlot => ({ name: 'is on offer', daysBack, tell: listed });

/** Lots in every state; what is open to everybody comes most often. */
export const lotPlots: readonly [LotPlot, ...LotPlot[]] = [
  open(5),
  {
    name: 'is wanted',
    daysBack: 6,
    async *tell(lot) {
      yield* listed(lot);
      yield soon;
      await lot.register();
    },
  },
  {
    name: 'was agreed on, and is on notice',
    ...{ daysBack: 24, station: true },
    async *tell(lot) {
      yield* wantedByOne(lot);
      yield* along(await lot.agree(), 'running', 'running');
    },
  },
  { name: 'waits for the town', daysBack: 1, tell: submitted },
  open(4),
  {
    name: 'lacks one consent',
    daysBack: 2,
    async *tell(lot) {
      await lot.enter();
      yield soon;
      await lot.gather();
      await lot.consents(1);
    },
  },
  {
    name: 'waits for who wants it to be looked at',
    daysBack: 17,
    async *tell(lot) {
      yield* listed(lot);
      yield soon;
      await lot.register();
    },
  },
  { name: 'waits for the county', daysBack: 1, tell: accepted },
  open(6),
  {
    name: 'is a draft',
    daysBack: 2,
    tell: drafted,
  },
  {
    name: 'found its taker',
    ...{ daysBack: 48, station: true },
    async *tell(lot) {
      yield* wantedByOne(lot);
      yield* along(await lot.agree(), 'signed', 'running');
    },
  },
  {
    name: 'is on offer for longer',
    daysBack: 9,
    async *tell(lot) {
      yield* listed(lot);
      yield afternoon(2);
      await lot.extend();
    },
  },
  { name: 'was wanted by nobody', daysBack: 19, tell: listed },
  {
    name: 'goes to the auction',
    daysBack: 18,
    async *tell(lot) {
      yield* listed(lot);
      yield afternoon(1);
      await lot.admit();
      await lot.admit(1, 20);
      yield over;
      await lot.openBidding();
    },
  },
  {
    name: 'was withdrawn',
    daysBack: 12,
    async *tell(lot) {
      yield* listed(lot);
      yield morning(2);
      await lot.withdraw();
    },
  },
  {
    name: 'is offered anew',
    daysBack: 19,
    async *tell(lot) {
      yield* listed(lot);
      yield over;
      await lot.relist();
      yield* listed(lot);
    },
  },
  {
    name: 'is suspended',
    daysBack: 7,
    async *tell(lot) {
      yield* listed(lot);
      yield afternoon(1);
      await lot.suspend();
    },
  },
  {
    name: 'was sent back',
    daysBack: 4,
    async *tell(lot) {
      yield* submitted(lot);
      yield morning(1);
      await lot.returned();
    },
  },
  {
    name: 'was terminated',
    daysBack: 14,
    async *tell(lot) {
      yield* listed(lot);
      yield morning(3);
      await lot.terminate();
    },
  },
  { name: 'is asked about', daysBack: 4, tell: askedAbout },
  right('forest', 5, listed),
  right('wasteland', 4, listed),
  right('assets', 6, askedAbout),
  right('equipment', 1, submitted),
  right('waterworks', 6, async function* tell(lot) {
    yield* listed(lot);
    yield soon;
    await lot.register();
  }),
  right('knowledge', 5, listed),
  right('other', 1, accepted),
];

/** What is played once every state has its lot: mostly what is on offer. */
const more: readonly [LotPlot, ...LotPlot[]] = [
  open(5),
  open(4),
  right('assets', 4, listed),
  open(6),
  { name: 'is a draft', daysBack: 1, tell: drafted },
];

/** The plot of a lot by its place in the play. */
export const lotPlotOf = (index: number): LotPlot => lotPlots[index] ?? more[index % more.length] ?? more[0];
