/**
 * An auction in a hundred lines, told from the announced rules and the law alone; it shares nothing with the product. It keeps whatever
 * was taken and works out everything from that each time: slow, and easy to see through.
 */
export interface ModelRules {
  mode: 'live' | 'countdown' | 'sealed' | 'posted';
  startFen: number;
  stepFen: number;
  ceilingFen: number | null;
  windowMs: number;
  mostExtensions: number | null;
  mostSteps: number | null;
  reserveFen: number;
}

export type ModelResult =
  { winner: number; priceFen: number } | { draw: number[]; priceFen: number } | { nobody: string };

interface Taken {
  number: number;
  fen: number;
  at: number;
}

export class ModelAuction {
  private readonly taken: Taken[] = [];
  private maxima: Taken[] = [];
  private readonly halts: { from: number; to: number }[] = [];
  private extensions = 0;
  over = false;

  /** `ranks`: 1 before 2, of whoever has priority; a bidder without is 0. */
  constructor(
    readonly rules: ModelRules,
    private readonly ranks: ReadonlyMap<number, number>,
    readonly startsAt: number,
    public endsAt: number,
  ) {}

  /** Whether an attempt that entered at a moment is taken; the book is moved if so. */
  attempt(kind: 'bid' | 'maximum' | 'withdrawal', number: number, fen: number, at: number): boolean {
    // 拍卖法 36: who has bid cannot take it back.
    if (kind === 'withdrawal' || !this.ranks.has(number) || !this.openAt(at)) return false;
    if (!Number.isSafeInteger(fen) || fen <= 0) return false;
    if (kind === 'maximum') {
      if (this.quiet || !this.onLadder(fen)) return false;
      this.maxima = [...this.maxima.filter((each) => each.number !== number), { number, fen, at }];
    } else {
      if (!this.fits(number, fen)) return false;
      this.take({ number, fen, at });
    }
    this.bidForOthers(at);
    return true;
  }

  openAt = (at: number): boolean =>
    !this.over && at >= this.startsAt && at < this.endsAt && !this.halts.some(({ from, to }) => at >= from && at < to);

  get halted(): boolean {
    return this.halts.some(({ to }) => to === Infinity);
  }
  suspend = (at: number): unknown => this.halts.push({ from: at, to: Infinity });
  /** Suspended or struck by an outage, the lot runs on at least until a moment. */
  runOn(until: number, at?: number): void {
    for (const halt of this.halts) if (at !== undefined && halt.to === Infinity) halt.to = at;
    this.endsAt = Math.max(this.endsAt, until);
  }
  close = (): unknown => (this.over = true);

  get topFen(): number | null {
    return this.taken.length === 0 || this.rules.mode === 'sealed'
      ? null
      : Math.max(...this.taken.map(({ fen }) => fen));
  }

  /** Who leads: at the highest price the best rank, of one rank the first; a posted price is his who came first. */
  get leader(): number | null {
    return this.rules.mode === 'sealed' ? null : (this.atTop()[0]?.number ?? null);
  }

  result(): ModelResult {
    const top = this.atTop();
    const [first] = top;
    if (!first) return { nobody: 'no-bid' };
    if (first.fen < this.rules.reserveFen) return { nobody: 'below-reserve' };
    const equal = top
      .filter(({ number }) => this.rankOf(number) === this.rankOf(first.number))
      .map(({ number }) => number);
    return equal.length === 1 || this.rules.mode === 'posted'
      ? { winner: first.number, priceFen: first.fen }
      : { draw: equal.toSorted((one, other) => one - other), priceFen: first.fen };
  }

  private get quiet(): boolean {
    return this.rules.mode === 'sealed' || this.rules.mode === 'posted';
  }

  private rankOf = (number: number): number => this.ranks.get(number) || 1000;

  private atTop(): Taken[] {
    const most = Math.max(...this.taken.map(({ fen }) => fen));
    const top = this.taken.filter(({ fen }) => fen === most);
    return this.rules.mode === 'posted'
      ? top.toSorted((one, other) => one.at - other.at)
      : top.toSorted((one, other) => this.rankOf(one.number) - this.rankOf(other.number));
  }

  private onLadder(fen: number): boolean {
    const { startFen, stepFen, ceilingFen } = this.rules;
    return fen >= startFen && fen <= (ceilingFen ?? Infinity) && Number.isInteger((fen - startFen) / stepFen);
  }

  private fits(number: number, fen: number): boolean {
    const { mode, startFen, stepFen, ceilingFen, mostSteps } = this.rules;
    if (mode === 'posted') return fen === startFen;
    if (mode === 'sealed')
      return fen >= startFen && fen <= (ceilingFen ?? Infinity) && !this.taken.some((each) => each.number === number);
    if (!this.onLadder(fen)) return false;
    const top = this.topFen;
    const equals = this.atTop().filter((each) => this.rankOf(each.number) === this.rankOf(this.leader ?? 0));
    if (this.leader === number && (equals.length < 2 || fen === top)) return false;
    if ((fen - (top ?? startFen)) / stepFen > (mostSteps ?? Infinity)) return false;
    if (top === null || fen > top) return true;
    // Whoever has priority may bid the top price itself; at the ceiling nobody can go higher, so anybody may.
    const standing = this.atTop();
    if (fen < top || standing.some((each) => each.number === number)) return false;
    const mine = this.rankOf(number);
    return fen === ceilingFen || (mine < 1000 && standing.every((each) => this.rankOf(each.number) >= mine));
  }

  private take(bid: Taken): void {
    this.taken.push(bid);
    const { mode, windowMs, mostExtensions } = this.rules;
    if (mode === 'posted') this.endsAt = Math.min(this.endsAt, bid.at + 1);
    if (this.quiet || bid.at + windowMs <= this.endsAt || this.extensions >= (mostExtensions ?? Infinity)) return;
    this.endsAt = bid.at + windowMs;
    this.extensions += 1;
  }

  /** The highest maximum leads by one step over whatever the others bid or would bid; of two that are equal, the earlier. */
  private bidForOthers(at: number): void {
    if (this.quiet) return;
    const { startFen, stepFen } = this.rules;
    const floor = this.topFen ?? startFen - stepFen;
    const [best] = this.maxima.filter(({ fen }) => fen > floor).toSorted((one, other) => other.fen - one.fen);
    if (!best) return;
    const rivals = this.maxima.filter((each) => each !== best && each.fen > floor).map(({ fen }) => fen);
    if (best.number === this.leader && rivals.length === 0) return;
    this.take({ number: best.number, fen: Math.min(best.fen, Math.max(floor, ...rivals) + stepFen), at });
  }
}
