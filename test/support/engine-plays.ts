import fc from 'fast-check';
import { type Deed, type Moment, type Price, type Process, deeds, ranks } from './auction-deeds.js';
import { ModelAuction, type ModelRules } from './auction-model.js';
import { type Told } from './auction-history.js';
import type { Receipt } from '../../libs/auctions/src/bids/attempt.js';
import type { Auctioned, TwoProcesses } from './two-processes.js';
import { faultsOf } from './witness.js';

interface Attempt {
  kind: 'bid' | 'maximum' | 'withdrawal';
  number: number;
  yuan: string;
  key: string;
}
/** The model beside it, what each process has in hand, and what nobody heard of. */
interface Side {
  model: ModelAuction;
  now: number;
  hands: [Attempt[], Attempt[]];
  lost: Attempt[];
  sent: number;
}

/** One auction of the real engine: two processes take what comes, and the database says in which order it was decided. */
class Engine {
  seq = 0;
  readonly lines: Receipt[] = [];
  /** The number of whatever was asked, by its key. */
  readonly heard = new Map<string, number>();

  constructor(
    readonly processes: TwoProcesses,
    readonly auction: Auctioned,
    private readonly numbers: ReadonlyMap<number, number>,
  ) {}

  /** Sends all of it at once; what is not answered by a receipt is lost. */
  async sent(nth: Process, attempts: readonly Attempt[]): Promise<Attempt[]> {
    const answers = await Promise.all(attempts.map((each) => this.processes.send(nth, this.auction, each)));
    return attempts.filter(({ key }, at) => {
      const { statusCode, body } = answers[at]!;
      const seq = statusCode === 201 ? (JSON.parse(body) as Receipt).seq : Number(/receipts\/(\d+)/.exec(body)?.[1]);
      if (!Number.isInteger(seq)) {
        if (statusCode < 500) throw new Error(`${statusCode} without a receipt: ${body}`);
        return true;
      }
      same(`number of ${key}`, this.heard.get(key) ?? seq, seq);
      this.heard.set(key, seq);
      return false;
    });
  }

  /** Follows what was decided since, in the order of the numbers, with the model. */
  async follow({ model, now }: Side): Promise<void> {
    const lines = await this.processes.lines(this.auction, this.seq);
    this.lines.push(...lines);
    this.seq = lines.at(-1)?.seq ?? this.seq;
    for (const [at, line] of lines.entries()) {
      if (line.kind !== 'automatic') this.step(model, line);
      if (line.at < now || line.at > now + 1000) throw new Error(`${line.seq} entered ${line.at - now} ms from now`);
      // What the exchange bids for others belongs to the line before.
      if (lines[at + 1]?.kind === 'automatic') continue;
      same(`top after ${line.seq}`, line.topFen, model.topFen);
      same(`leader after ${line.seq}`, line.topNumber === null ? null : this.numbers.get(line.topNumber), model.leader);
      same(`end after ${line.seq}`, line.endsAt, model.endsAt);
    }
    for (const [key, seq] of this.heard)
      if (seq > this.seq) throw new Error(`${key} was told ${seq}, which is not written`);
  }

  private step(model: ModelAuction, { kind, seq, at, until, number, amountFen, outcome }: Receipt): void {
    if (kind === 'suspension') model.suspend(at);
    else if (kind === 'resumption') model.runOn(until ?? 0, at);
    else if (kind === 'outage') model.runOn(until ?? 0);
    else if (kind === 'closing') model.close();
    else if (kind === 'bid' || kind === 'maximum' || kind === 'withdrawal') {
      const who = number === null ? 99 : this.numbers.get(number)!;
      const taken = model.attempt(kind, who, amountFen ?? Number.NaN, at);
      same(`${seq}: ${kind} of ${who} at ${amountFen}`, outcome, taken ? 'accepted' : 'refused');
    }
  }

  async outcome(): Promise<{ state: string; winner: number | null; priceFen: number | null }> {
    const [row] = await this.processes.exchanges[0].database.ask<{
      state: string;
      winner: number | null;
      priceFen: number | null;
    }>('SELECT state, winner_number AS winner, price_fen::float8 AS "priceFen" FROM auction WHERE id = $1', [
      this.auction.id,
    ]);
    return { ...row!, winner: row!.winner === null ? null : (this.numbers.get(row!.winner) ?? null) };
  }
}

class Act implements fc.AsyncCommand<Side, Engine> {
  constructor(private readonly deed: Deed) {}

  check({ model, lost, now }: Readonly<Side>): boolean {
    // What was away after the end is made up for before anybody is told that it has ended.
    if (this.deed.do === 'outage' && now + 1000 >= model.endsAt) return false;
    if (['suspend', 'outage', 'close'].includes(this.deed.do)) return !model.over && !model.halted;
    if (this.deed.do === 'resume') return !model.over && model.halted;
    return this.deed.do !== 'again' || lost.length > 0;
  }

  async run(side: Side, engine: Engine): Promise<void> {
    if ('moment' in this.deed) side.now = passed(side, this.deed.moment);
    engine.processes.on(side.now);
    await done(this.deed, side, engine);
    await engine.follow(side);
  }

  toString = (): string => JSON.stringify(this.deed);
}

async function done(deed: Deed, side: Side, engine: Engine): Promise<void> {
  const { processes, auction } = engine;
  switch (deed.do) {
    case 'decide':
      return decided(side, engine, deed.process);
    case 'crash':
      return crashed(side, engine, deed.process);
    case 'again':
      side.lost = await engine.sent(deed.process, side.lost);
      return;
    case 'suspend':
      return processes.course(0, auction, 'suspend');
    case 'resume':
      return processes.course(1, auction, 'resume');
    case 'outage':
      return processes.course(1, auction, 'makeUp');
    case 'close':
      return closed(side, engine);
    default:
      side.sent += 1;
      side.hands[deed.process].push({
        ...{
          kind: deed.do,
          number: deed.number,
          yuan: yuanOf(side.model, deed.price),
          key: `${auction.id} ${side.sent}`,
        },
      });
      if (deed.atOnce) await decided(side, engine, deed.process);
  }
}

async function decided(side: Side, engine: Engine, nth: Process): Promise<void> {
  const attempts = side.hands[nth].splice(0);
  // The first is asked for once more, elsewhere: the same key is answered by the same number.
  const lost = [...(await engine.sent(nth, attempts)), ...(await engine.sent(nth === 0 ? 1 : 0, attempts.slice(0, 1)))];
  if (lost.length > 0) throw new Error(`not answered: ${JSON.stringify(lost)}`);
}

/** The connections of a process break while it decides; nobody hears what became of it. */
async function crashed(side: Side, engine: Engine, nth: Process): Promise<void> {
  const attempts = side.hands[nth].splice(0);
  const sent = engine.sent(nth, attempts);
  await engine.processes.cut();
  side.lost.push(...(await sent));
}

/** Both try at once, with what they have in hand decided. One closes, and the other finds it closed. */
async function closed(side: Side, engine: Engine): Promise<void> {
  for (const nth of [0, 1] as const) await decided(side, engine, nth);
  await engine.follow(side);
  side.now = passed(side, { from: 'end', by: 0 });
  engine.processes.on(side.now);
  same('closing', await engine.processes.closed(engine.auction), ['closed', 'closed']);
  await engine.follow(side);
  if (!side.model.over) throw new Error('it did not close');
  const result = side.model.result();
  const { state, winner, priceFen } = await engine.outcome();
  if ('winner' in result) same('result', [state, winner, priceFen], ['sold', result.winner, result.priceFen]);
  else if ('draw' in result) same('result', [state, winner, priceFen], ['drawing', null, result.priceFen]);
  else same('result', [state, winner], ['failed', null]);
  same('closings', engine.lines.filter(({ kind }) => kind === 'closing').length, 1);
  const told = engine.lines.map((line): Told => ({
    ...{ ...line, number: String(line.number), amountFen: line.amountFen ?? 0, enteredAt: line.at },
    topNumber: line.topNumber === null ? null : String(line.topNumber),
  }));
  const numbers = [...engine.auction.numbers].map(
    ([number, dealt]) => [String(dealt), ranks.get(number as 1)] as const,
  );
  const terms = { ...side.model.rules, ranks: Object.fromEntries(numbers.filter(([, rank]) => rank !== 0)) as never };
  // A posted price is gone with the first who takes it: its end comes nearer.
  const wanted = side.model.rules.mode === 'posted' ? /number/ : /number|end|late/;
  const faults = faultsOf([], told, terms, engine.auction.endsAt).filter((fault) => wanted.test(fault));
  same('witness', faults, []);
}

function passed({ model, now }: Side, { from, by }: Moment): number {
  const places = { now, end: model.endsAt, window: model.endsAt - model.rules.windowMs, start: model.startsAt };
  return Math.max(now + 50, places[from] + by);
}

function yuanOf({ topFen, rules }: ModelAuction, { steps, off, bare }: Price): string {
  const fen = bare ? off : (topFen ?? rules.startFen) + steps * rules.stepFen + off;
  return Number.isNaN(fen) ? 'NaN' : (fen / 100).toFixed(2);
}

function same(what: string, told: unknown, expected: unknown): void {
  if (JSON.stringify(told) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(told)} where ${JSON.stringify(expected)} was expected`);
}

const modelRules = fc.record<ModelRules>({
  mode: fc.constantFrom<ModelRules['mode'][]>('live', 'live', 'live', 'sealed', 'posted'),
  ...{ startFen: fc.constant(90_000), stepFen: fc.constant(1000), windowMs: fc.constant(300_000) },
  ceilingFen: fc.constantFrom(null, null, 94_000),
  mostExtensions: fc.constantFrom(null, null, 2),
  mostSteps: fc.constantFrom(null, null, 3),
  reserveFen: fc.constantFrom(90_000, 92_000),
});
const commands = fc.commands(
  deeds.map((deed) => deed.map((each) => new Act(each))),
  { maxCommands: 30, size: '+1' },
);

/** The engine and the model through random acts, each time an auction of its own that is closed in the end; throws at the first difference. */
export const enginePlays = (
  processes: TwoProcesses,
): fc.IAsyncPropertyWithHooks<[ModelRules, Iterable<fc.AsyncCommand<Side, Engine>>]> =>
  fc.asyncProperty(modelRules, commands, async (announced, acts) => {
    const auction = await processes.announced(announced);
    const numbers = new Map([...auction.numbers].map(([number, dealt]) => [dealt, number]));
    const model = new ModelAuction(announced, ranks, auction.startsAt, auction.endsAt);
    const side: Side = { model, now: auction.startsAt - 500, hands: [[], []], lost: [], sent: 0 };
    const engine = new Engine(processes, auction, numbers);
    const last = [
      new Act({ do: 'resume', moment: { from: 'now', by: 0 }, more: 0 }),
      new Act({ do: 'again', process: 0 }),
      new Act({ do: 'close' }),
    ];
    await fc.asyncModelRun(() => ({ model: side, real: engine }), acts);
    for (const act of last) if (act.check(side)) await act.run(side, engine);
  });
