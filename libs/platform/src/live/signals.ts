import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { codeOf } from '../database-errors.js';
import { busyWords, generalProblems } from '../general.problems.js';
import { type Tx, soon } from '../transaction.js';

/** Who listens on a channel. */
export interface Hearer {
  /** What was told, after the commit of the transaction that told it, in the order of commits. */
  heard(payload: string): void;
  /** The line is cut: what is told from now on is missed. */
  lost(): void;
  /** The line stands, for the first time or again: whatever is known is to be read anew. */
  found(): void;
}

/** PostgreSQL takes no longer payload (8000 bytes, its own end included). */
const longest = 7999;
/** A line is asked whether it stands every so often, and counts as cut without an answer in that time; milliseconds. */
const askEvery = 10_000;
/** How long to wait before the line is opened again: doubled with each failure; milliseconds. */
const pauses = { first: 100, longest: 5000 } as const;
/** Whoever needs the line waits so long for it; seconds. */
const patience = 5;

/**
 * Tells every process on the database when the transaction is committed, and nobody if it is not. A channel is a word of small
 * letters; the payload is JSON of at most 7999 bytes.
 */
export function signal(tx: Tx, channel: string, payload: object): void {
  const text = JSON.stringify(payload);
  if (Buffer.byteLength(text) > longest)
    throw new RangeError(`A signal of ${channel} is longer than ${longest} bytes.`);
  soon(tx, tx.query('SELECT pg_notify($1, $2)', [channel, text]));
}

/** One connection of the process that hears what all processes tell (LISTEN); opened when the first who needs it asks. */
@Injectable()
export class Signals implements OnModuleDestroy {
  private readonly log = new Logger('signals');
  private readonly hearers = new Map<string, Hearer[]>();
  private line: pg.Client | null = null;
  private opening: Promise<void> | null = null;
  private failures = 0;
  private closed = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Names who listens on a channel, before the line is asked for. */
  hear(channel: string, hearer: Hearer): void {
    if (!/^[a-z_]{1,40}$/.test(channel)) throw new TypeError(`${channel} is no channel.`);
    this.hearers.set(channel, [...(this.hearers.get(channel) ?? []), hearer]);
    if (this.line) void this.line.query(`LISTEN ${channel}`).then(() => hearer.found(), ignored);
  }

  /** Waits until the line stands. @throws Problem busy after five seconds. */
  async stand(): Promise<void> {
    if (this.line) return;
    const late = generalProblems.busy({ retryAfter: patience, detail: busyWords.reads(patience) });
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<never>((_done, failed) => (timer = setTimeout(() => failed(late), patience * 1000)));
    await Promise.race([this.open(), waited]).finally(() => clearTimeout(timer));
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    const line = this.line;
    this.line = null;
    await line?.end().catch(ignored);
  }

  private open(): Promise<void> {
    this.opening ??= this.tryUntilItStands().finally(() => (this.opening = null));
    return this.opening;
  }

  private async tryUntilItStands(): Promise<void> {
    while (!this.closed && this.line === null) {
      const line = this.client();
      try {
        await line.connect();
        await line.query([...this.hearers.keys()].map((each) => `LISTEN ${each}`).join(';') || 'SELECT 1');
        this.found(line);
      } catch (error) {
        cut(line);
        this.failures += 1;
        if (this.failures === 1) this.log.warn(`line to the database ${codeOf(error)}`);
        await this.pause();
      }
    }
  }

  private found(line: pg.Client): void {
    if (this.closed) return cut(line);
    const lost = (): void => this.lost(line);
    line.once('end', lost).on('error', lost);
    line.on('notification', ({ channel, payload = '' }) => {
      for (const hearer of this.hearers.get(channel) ?? []) hearer.heard(payload);
    });
    this.line = line;
    this.failures = 0;
    this.ask(line);
    for (const hearer of [...this.hearers.values()].flat()) hearer.found();
  }

  private lost(line: pg.Client): void {
    if (this.line !== line) return;
    this.line = null;
    cut(line);
    for (const hearer of [...this.hearers.values()].flat()) hearer.lost();
    if (!this.closed) void this.open();
  }

  /** A cable that was pulled tells nobody; a question that is not answered does. */
  private ask(line: pg.Client): void {
    this.timer = setTimeout(() => {
      if (this.line !== line) return;
      line.query('SELECT 1').then(
        () => this.ask(line),
        () => this.lost(line),
      );
    }, askEvery).unref();
  }

  private client(): pg.Client {
    const { url, extra } = this.source.options as { url?: string; extra?: { options?: string } };
    // Straight at PostgreSQL where there is a way: a pooler hands a listening session to somebody else.
    const connectionString = this.config.migrationUrl ?? url ?? '';
    const line = new pg.Client({
      ...{ connectionString, connectionTimeoutMillis: 5000, query_timeout: askEvery, keepAlive: true },
      ...(extra?.options !== undefined && { options: extra.options }),
    });
    line.on('error', ignored);
    return line;
  }

  private pause(): Promise<void> {
    const milliseconds = Math.min(pauses.first * 2 ** Math.min(this.failures, 10), pauses.longest);
    return new Promise((done) => setTimeout(done, milliseconds * (0.5 + Math.random() / 2)).unref());
  }
}

const ignored = (): undefined => undefined;

/** Without a goodbye, which a dead line would never answer. */
function cut(line: pg.Client): void {
  (line as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream?.destroy();
}
