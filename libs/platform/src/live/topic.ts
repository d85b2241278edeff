import { randomBytes } from 'node:crypto';
import type { Watcher } from './watcher.js';

/** So many of the last events are kept for who missed them. */
const keeps = 64;
/** So many watchers are written to before others get their turn. */
const atOnce = 500;
/** What was read stands for so long for whoever comes next; milliseconds. */
const freshFor = 1000;
/** How long after a read failed it is tried again; milliseconds. */
const again = 1000;

/** How a thing stood before the event of a number. */
interface Base {
  readonly before: number;
  readonly bytes: Buffer;
}

/**
 * All who watch one thing. Each event is made into bytes once; a watcher is a number, that of the last event it has, and is
 * brought up from there: one that joins, that was away or is slow is told how things stand and what came after.
 */
export class Topic {
  readonly watchers = new Set<Watcher>();
  /** Who watches, and who is about to. */
  holders = 0;
  /** Events of another process or of an earlier topic have other names. */
  private readonly name = randomBytes(6).toString('hex');
  private kept: Buffer[] = [];
  private last = 0;
  private base: Base | null = null;
  private reading: Promise<boolean> | null = null;
  private passing = false;
  private passAgain = false;
  private deaf = false;
  /** Raised when the line is cut and when it stands again: what was read before does not count after it. */
  private line = 0;
  private quiet = true;

  constructor(
    private readonly read: () => Promise<object | null>,
    private readonly gone: () => void,
  ) {}

  /** Whether there is anything to watch; reads how it stands, once for all who come within a second. */
  async stands(): Promise<boolean> {
    return this.fresh() !== null || this.renew();
  }

  join(watcher: Watcher, lastEventId: string | null): void {
    const [name, number] = (lastEventId ?? '').split('-');
    if (name === this.name && /^\d{1,15}$/.test(number ?? '')) {
      const has = Number(number);
      watcher.has = has <= this.last && this.last - has <= this.kept.length ? has : null;
    }
    this.watchers.add(watcher);
    this.bringUp(watcher);
  }

  leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
  }

  /** An event for all, as it was told. */
  tell(text: string): void {
    this.last += 1;
    this.kept.push(this.event('change', this.last, text));
    if (this.kept.length > keeps) this.kept.shift();
    this.quiet = false;
    this.pass();
  }

  /** Events may be missed from now on: whoever watches is told, and nothing that was read counts any more. */
  lost(): void {
    this.deaf = true;
    this.line += 1;
    [this.base, this.kept] = [null, []];
    for (const watcher of this.watchers) {
      watcher.has = null;
      if (!watcher.full) watcher.write('event: away\ndata: {}\n\n');
    }
  }

  found(): void {
    this.deaf = false;
    this.line += 1;
    [this.base, this.kept] = [null, []];
    for (const watcher of this.watchers) watcher.has = null;
    if (this.watchers.size > 0) void this.renew();
  }

  /** A sign of life where nothing else was said; one that has taken nothing for two beats is cut. */
  beat(): void {
    for (const watcher of this.watchers) {
      if (watcher.full && (watcher.patience += 1) > 2) watcher.cut();
      else if (this.quiet && !watcher.full) watcher.write(':\n\n');
    }
    this.quiet = true;
  }

  bringUp(watcher: Watcher): void {
    if (watcher.full || this.deaf) return;
    if (watcher.has !== null && this.last - watcher.has > this.kept.length) watcher.has = null;
    if (watcher.has === null) {
      const base = this.fresh();
      if (base === null) return void this.renew();
      watcher.write(base.bytes);
      watcher.has = base.before;
    }
    const behind = this.last - watcher.has;
    if (behind === 0) return;
    watcher.write(behind === 1 ? (this.kept.at(-1) ?? '') : Buffer.concat(this.kept.slice(-behind)));
    watcher.has = this.last;
  }

  private fresh(): Base | null {
    return this.base !== null && this.last - this.base.before <= this.kept.length ? this.base : null;
  }

  /** Brings all up, some hundreds at a time; whoever came first gets two events at once where a second came meanwhile. */
  private pass(): void {
    this.passAgain = this.passing;
    if (this.passing) return;
    this.passing = true;
    const rest = this.watchers.values();
    const some = (): void => {
      let many = 0;
      for (const watcher of rest) {
        this.bringUp(watcher);
        if ((many += 1) >= atOnce) return void setImmediate(some);
      }
      this.passing = false;
      if (this.passAgain) this.pass();
    };
    some();
  }

  private renew(): Promise<boolean> {
    this.reading ??= this.readOnce().finally(() => (this.reading = null));
    return this.reading;
  }

  private async readOnce(): Promise<boolean> {
    // What is told from here on may be in what is read, or not: it is told again after it.
    const [before, line] = [this.last, this.line];
    const view = await this.read().catch((error: unknown) => {
      if (this.watchers.size === 0) throw error;
      setTimeout(() => this.watchers.size > 0 && !this.deaf && void this.renew(), again).unref();
      return undefined;
    });
    if (line !== this.line && !this.deaf) return this.readOnce();
    if (view === undefined || this.deaf) return true;
    if (view === null) {
      this.gone();
      return false;
    }
    const base = { before, bytes: this.event('snapshot', before, JSON.stringify(view)) };
    this.base = base;
    setTimeout(() => this.base === base && (this.base = null), freshFor).unref();
    this.pass();
    return true;
  }

  private event(kind: string, number: number, text: string): Buffer {
    return Buffer.from(`id: ${this.name}-${number}\nevent: ${kind}\ndata: ${text.replace(/[\r\n]+/g, ' ')}\n\n`);
  }
}
