import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { instant } from '#kernel';
import { type Database, MovableClock, SystemClock } from '#platform';
import { keepRun } from './run-kept.js';

let made = 0;

/** The real server as a process of its own, on a clone of the template: it listens, it is killed, it is started again. */
export class Served {
  private process: ChildProcess | null = null;
  private readonly clocks: ChildProcess[] = [];
  /** All that the server has written to its two outputs. */
  log = '';

  private constructor(
    readonly database: pg.Client,
    readonly clock: MovableClock,
    readonly databaseUrl: string,
    private readonly name: string,
    private readonly port: number,
    private readonly files: string,
  ) {}

  /** A server on a database of its own whose training clock stands at a moment. */
  static async open(moment: string): Promise<Served> {
    const owner = process.env['TEST_OWNER_URL'] ?? '';
    made += 1;
    const name = `served_${process.pid}_${made}_${Math.trunc(performance.now())}`;
    const client = new pg.Client(owner);
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
    await client.end();
    const url = new URL(owner);
    url.pathname = `/${name}`;
    const database = new pg.Client(url.href);
    await database.connect();
    const clock = new MovableClock();
    clock.set(instant(moment));
    const files = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '.', 'files-'));
    const served = new Served(database, clock, url.href, name, await freePort(), files);
    await served.keepClock();
    return served;
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What reads like the exchange's own database, over a connection of the test's. */
  get reading(): Database {
    const ask = async (text: string, values: unknown[] = []): Promise<unknown[]> =>
      (await this.database.query(text, values)).rows;
    const rows = (_name: string, text: string, values?: unknown[]): Promise<unknown[]> => ask(text, values);
    return { ask, rows } as unknown as Database;
  }

  async start(): Promise<void> {
    const child = this.spawn('exchange');
    this.process = child;
    for (let tries = 0; tries < 2400; tries += 1) {
      if (child.exitCode !== null) throw new Error(`The server did not open: ${this.log.slice(-2000)}`);
      const answer = await ask(`${this.base}/api/calendar`, 'GET', undefined, {}).catch(() => null);
      if (answer) return;
      await sleep(50);
    }
    throw new Error('The server does not answer.');
  }

  /** Starts a clock beside the server, as a county does that outgrows one process. */
  async startClock(): Promise<ChildProcess> {
    const child = this.spawn('clock');
    this.clocks.push(child);
    let said = '';
    child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
    for (let tries = 0; tries < 1200; tries += 1) {
      if (said.includes('时钟已走动')) return child;
      if (child.exitCode !== null) throw new Error(`The clock did not start: ${this.log.slice(-2000)}`);
      await sleep(50);
    }
    throw new Error('The clock does not start.');
  }

  private spawn(app: 'exchange' | 'clock'): ChildProcess {
    const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // The second start reads what the first compiled.
        NODE_COMPILE_CACHE: join(process.env['TEST_FOLDER'] ?? '.', 'compiled'),
        TZ: 'Asia/Shanghai',
        DATABASE_URL: this.databaseUrl,
        STATE_FOLDER: process.env['TEST_FOLDER'],
        FILES_FOLDER: this.files,
        PORT: String(this.port),
        TRAINING_CASES: '0',
        TRAINING_HOUSEHOLDS: '270',
        REQUESTS_PER_MINUTE: '0',
        CLOCK_INSIDE: 'no',
        POOL_SIZE: '4',
      },
    });
    child.stdout.on('data', (part: Buffer) => (this.log += part.toString()));
    child.stderr.on('data', (part: Buffer) => (this.log += part.toString()));
    return child;
  }

  /** kill -9: no signal handler, no goodbye. */
  async kill(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Waits until PostgreSQL has ended what the dead server had begun. */
  async settled(): Promise<void> {
    for (let tries = 0; tries < 2000; tries += 1) {
      const { rows } = await this.database.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      if (rows.length === 0) return;
      await sleep(10);
    }
    throw new Error('A transaction of the dead server is still open.');
  }

  /** Sets the training clock, which a server reads when it starts. */
  async keepClock(): Promise<void> {
    const offset = this.clock.now().getTime() - new SystemClock().now().getTime();
    await this.database.query(
      'INSERT INTO training_clock (id, offset_ms) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET offset_ms = $1',
      [offset],
    );
  }

  async close(): Promise<void> {
    await this.kill();
    for (const clock of this.clocks) clock.kill('SIGKILL');
    await this.database.end();
    await keepRun(this.databaseUrl);
    const client = new pg.Client(process.env['TEST_OWNER_URL']);
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
    await client.end();
  }
}

/** Requests over the wire for those who know how to `inject`; each act with a key that a second try repeats. */
export class Wire {
  private key = '';
  private sent = 0;
  /** Called after each request that came back. */
  after: (replayed: boolean) => Promise<void> = async () => undefined;

  constructor(private readonly served: Served) {}

  get app(): NestFastifyApplication {
    return { inject: (order: Request) => this.inject(order) } as unknown as NestFastifyApplication;
  }

  /** From here on requests carry this key and their place in the order. */
  begin(key: string): void {
    this.key = key;
    this.sent = 0;
  }

  private async inject(order: Request): Promise<object> {
    const keyed = order.method === 'POST' && order.url !== '/api/sessions' && this.key !== '';
    if (keyed) this.sent += 1;
    const { payload } = order;
    const bytes = Buffer.isBuffer(payload) ? payload : JSON.stringify(payload);
    const { status, headers, body } = await ask(this.served.base + order.url, order.method ?? 'GET', bytes, {
      ...(payload === undefined || Buffer.isBuffer(payload) ? {} : { 'content-type': 'application/json' }),
      ...order.headers,
      ...(keyed ? { 'idempotency-key': `${this.key}-${this.sent}` } : {}),
    });
    if (keyed) await this.after(headers['idempotency-replayed'] === 'true');
    return {
      statusCode: status,
      headers,
      body,
      json: (): unknown => JSON.parse(body),
    };
  }
}

/** One request on a connection of its own: a dead server's connections are of no use to the next. */
function ask(
  url: string,
  method: string,
  payload: Buffer | string | undefined,
  headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      answer.on('error', reject);
    });
    asked.on('error', reject).end(payload);
  });
}

interface Request {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  payload?: object | Buffer;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * A free port below those from which the system takes one for each connection: it is still free when the server that was killed
 * opens again. Each process of the tests begins at a place of its own.
 */
async function freePort(): Promise<number> {
  const [lowest, many] = [10_000, 20_000];
  for (let next = process.pid * 17 + made; ; next += 1) {
    const server = createServer();
    const port = lowest + (next % many);
    server.listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
