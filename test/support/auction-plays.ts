import fc from 'fast-check';
import { decide } from '../../libs/auctions/src/bids/bid.rules.js';
import type { Bidder, Book, Decided, Entry, Line } from '../../libs/auctions/src/bids/book.js';
import { leaderOf } from '../../libs/auctions/src/bids/leader.js';
import { type Result, resultOf } from '../../libs/auctions/src/bids/result.js';
import { type Deed, type Moment, type Price, type Process, deeds, ranks } from './auction-deeds.js';
import { ModelAuction, type ModelRules } from './auction-model.js';

/** The rules of the product, or the same with something broken on purpose. */
export interface Rules {
  decide: (book: Book, entry: Entry) => Decided;
  resultOf: typeof resultOf;
}
export const realRules: Rules = { decide, resultOf };

const bidders = new Map<number, Bidder>(
  [...ranks].map(([number, rank]) => [number, { number, level: rank === 0 ? null : rank - 1 }]),
);
const [startsAt, length] = [1_000_000, 7_200_000];

/** One auction decided by the rules. */
class Played {
  book: Book;
  readonly lines: Line[] = [];
  readonly quotes = new Map<number, number>();

  constructor(
    private readonly rules: Rules,
    private readonly model: ModelRules,
  ) {
    const { windowMs, reserveFen: _, ...announced } = model;
    this.book = {
      ...{ rules: { ...announced, windowSeconds: windowMs / 1000 }, bidders, startsAt, endsAt: startsAt + length },
      ...{ extensions: 0, seq: 0, topFen: null, claims: [], maxima: [], pauses: [], closedAt: null },
    };
  }

  put(entry: Entry): Line {
    const { book, lines } = this.rules.decide(this.book, entry);
    this.book = book;
    this.lines.push(...lines);
    const [line] = lines as [Line];
    if (entry.kind === 'bid' && line.outcome === 'accepted') this.quotes.set(entry.number ?? 0, entry.amountFen ?? 0);
    return line;
  }

  /** What the exchange itself does. */
  own(kind: Entry['kind'], at: number, until?: number): void {
    this.put({ kind, number: null, amountFen: null, at, ...(until !== undefined && { until }) });
  }

  result = (): Result => this.rules.resultOf(this.book, this.model.reserveFen, this.quotes);
}

type Attempt = { kind: 'bid' | 'maximum' | 'withdrawal'; number: number; fen: number; at: number };
/** The model beside it, and what each of the two processes has in hand. */
interface Side {
  model: ModelAuction;
  now: number;
  hands: [Attempt[], Attempt[]];
  lost: Attempt[];
}

class Act implements fc.Command<Side, Played> {
  constructor(private readonly deed: Deed) {}

  /** Suspended twice, or moved after the closing: the workflow refuses. */
  check({ model, lost }: Readonly<Side>): boolean {
    if (['suspend', 'outage', 'close'].includes(this.deed.do)) return !model.over && !model.halted;
    if (this.deed.do === 'resume') return !model.over && model.halted;
    return this.deed.do !== 'again' || lost.length > 0;
  }

  run(side: Side, played: Played): void {
    done(this.deed, side, played);
    agree(side, played);
  }

  toString = (): string => JSON.stringify(this.deed);
}

function done(deed: Deed, side: Side, played: Played): void {
  const { model, hands, lost } = side;
  if ('moment' in deed) side.now = passed(side, deed.moment);
  switch (deed.do) {
    case 'decide':
      return decided(side, played, deed.process);
    case 'crash':
      return void lost.push(...hands[deed.process].splice(0));
    case 'again':
      return void hands[deed.process].push(...lost.splice(0).map((each) => ({ ...each, at: side.now })));
    case 'suspend':
      model.suspend(side.now);
      return played.own('suspension', side.now);
    case 'resume':
      model.runOn(side.now + deed.more, side.now);
      return played.own('resumption', side.now, side.now + deed.more);
    case 'outage':
      model.runOn(side.now + deed.more);
      return played.own('outage', side.now, side.now + deed.more);
    case 'close':
      return closed(side, played);
    default:
      hands[deed.process].push({ kind: deed.do, number: deed.number, fen: fenOf(model, deed.price), at: side.now });
      if (deed.atOnce) decided(side, played, deed.process);
  }
}

function closed(side: Side, played: Played): void {
  side.now = passed(side, { from: 'end', by: 0 });
  for (const nth of [0, 1] as const) decided(side, played, nth);
  // What was in hand may have moved the end: then nobody closes yet.
  if (side.now < side.model.endsAt) return;
  side.model.close();
  played.own('closing', side.now);
}

function decided(side: Side, played: Played, nth: Process): void {
  for (const { kind, number, fen, at } of side.hands[nth].splice(0)) {
    const taken = side.model.attempt(kind, number, fen, at);
    const line = played.put({ kind, number, amountFen: fen, at });
    same(`${kind} of ${number} at ${fen}`, line.outcome, taken ? 'accepted' : 'refused');
  }
}

function passed({ model, now }: Side, { from, by }: Moment): number {
  const places = { now, end: model.endsAt, window: model.endsAt - model.rules.windowMs, start: model.startsAt };
  return Math.max(now, places[from] + by);
}

const fenOf = ({ topFen, rules }: ModelAuction, { steps, off, bare }: Price): number =>
  bare ? off : (topFen ?? rules.startFen) + steps * rules.stepFen + off;

function agree({ model }: Side, played: Played): void {
  const { topFen, endsAt, seq } = played.book;
  same('top', topFen, model.topFen);
  same('leader', leaderOf(played.book), model.leader);
  same('end', endsAt, model.endsAt);
  same('result', played.result(), model.result());
  // What needs no model: the numbers have no gap and no repeat, and the price never falls.
  const numbers = played.lines.map((line) => line.seq);
  same(
    'numbers',
    numbers,
    [...numbers.keys()].map((index) => index + 1),
  );
  same('last number', seq, numbers.length);
  const tops = played.lines.flatMap((line) => line.topFen ?? []);
  const rising = tops.toSorted((one, other) => one - other);
  same('tops', tops, rising);
}

function same(what: string, told: unknown, expected: unknown): void {
  if (JSON.stringify(told) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(told)} where the model says ${JSON.stringify(expected)}`);
}

const modelRules = fc.record<ModelRules>({
  mode: fc.constantFrom<ModelRules['mode'][]>('live', 'live', 'live', 'countdown', 'sealed', 'posted'),
  ...{ startFen: fc.constant(100_000), stepFen: fc.constant(1000), windowMs: fc.constant(300_000) },
  ceilingFen: fc.constantFrom(null, null, 104_000),
  mostExtensions: fc.constantFrom(null, null, 0, 2),
  mostSteps: fc.constantFrom(null, null, 3),
  reserveFen: fc.constantFrom(100_000, 102_000),
});
const commands = fc.commands(
  deeds.map((deed) => deed.map((each) => new Act(each))),
  { maxCommands: 40, size: '+1' },
);

/** Rules and the model through random acts, each time anew; throws at the first difference. */
export const plays = (rules: Rules): fc.IPropertyWithHooks<[ModelRules, Iterable<fc.Command<Side, Played>>]> =>
  fc.property(modelRules, commands, (announced, acts) => {
    fc.modelRun(() => {
      const model = new ModelAuction(announced, ranks, startsAt, startsAt + length);
      const side: Side = { model, now: startsAt - 10, hands: [[], []], lost: [] };
      return { model: side, real: new Played(rules, announced) };
    }, acts);
  });
