import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { type Actor, type Clock, type Day, addDays, addMinutes, at, day, dayOf, instant } from '#kernel';
import { type Act, Acts, Calendars, Database, MovableClock, readConfig } from '#platform';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';
import { buildApp } from '../../apps/exchange/src/open-exchange.js';
import { AnswersChecked } from './answers-checked.js';
import { keepRun } from './run-kept.js';

let made = 0;

/** The machine's time in every test: no test depends on when it runs or for how long. */
const start = instant('2026-09-23T08:00:00+08:00');
/** Stands still until a test moves it. */
const standing = { now: () => start };
/** Stands still but for a millisecond each time somebody looks, so that of two acts one is the later. */
const ticking = (): Pick<Clock, 'now'> => {
  let looks = 0;
  return { now: () => addMinutes(start, (looks += 1) / 60_000) };
};

/** An exchange of a test's own: a clone of the template, a clock it moves, real HTTP through `inject`. */
export class TestExchange {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: MovableClock,
    readonly wall: MovableClock,
    private readonly name: string,
    readonly databaseUrl: string,
  ) {}

  /** Opens at a moment of the test's choice, by default Wednesday 2026-09-23, 09:00. */
  static async open(
    moment = '2026-09-23T09:00:00+08:00',
    settings: Record<string, string> = {},
  ): Promise<TestExchange> {
    const owner = process.env['TEST_OWNER_URL'] ?? '';
    made += 1;
    const name = `exchange_${process.pid}_${process.env['JEST_WORKER_ID'] ?? '1'}_${made}_${Math.trunc(performance.now())}`;
    await asOwner(owner, `CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
    return TestExchange.over(name, withDatabase(owner, name), moment, settings);
  }

  /** On a database of the test's own making. */
  static async over(
    name: string,
    databaseUrl: string,
    moment: string,
    settings: Record<string, string> = {},
  ): Promise<TestExchange> {
    const files = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '.', 'files-'));
    const base = {
      STATE_FOLDER: process.env['TEST_FOLDER'],
      FILES_FOLDER: files,
      REQUESTS_PER_MINUTE: '0',
      POOL_SIZE: '6',
    };
    const [clock, wall] = [new MovableClock(ticking()), new MovableClock(standing)];
    clock.set(instant(moment));
    const app = await buildApp(readConfig({ ...base, ...settings }), clock, databaseUrl, ['error', 'warn'], wall);
    return new TestExchange(await checked(app), clock, wall, name, databaseUrl);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** Something done below the routes: in one transaction, in this person's name, at the test's moment. */
  act<Result>(actor: Actor, work: (act: Act) => Promise<Result>): Promise<Result> {
    return this.app.get(Acts).begin(actor, work);
  }

  get today(): Day {
    return dayOf(this.clock.now());
  }

  /** Moves the clock to the same time of a later day. */
  passDays(count: number, time?: string): void {
    this.setDay(addDays(this.today, count), time);
  }

  /** The time on the wall goes on: sessions, second factors and what memory keeps grow older. */
  passMinutes(count: number): void {
    this.wall.set(addMinutes(this.wall.now(), count));
  }

  /** Moves the clock by working days, holidays and make-up days minded. */
  async passWorkingDays(count: number, time?: string): Promise<void> {
    const calendar = await this.app.get(Calendars).current();
    this.setDay(calendar.after(this.today, count).lastDay, time);
  }

  setDay(
    on: string,
    time = this.clock.now().toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' }).slice(0, 5),
  ): void {
    this.clock.set(at(day(on), time));
  }

  /** How many statements the list behind a request costs, whoever sends them: the driver tells. */
  async queriesFor(work: () => Promise<unknown>): Promise<number> {
    return (await this.statementsFor(work)).length;
  }

  /** The texts of the statements that a piece of work sends. */
  async statementsFor(work: () => Promise<unknown>): Promise<string[]> {
    const driver = pg.Client.prototype as { query: (...asked: unknown[]) => unknown };
    const { query } = driver;
    const sent: string[] = [];
    driver.query = function listen(this: pg.Client, ...asked) {
      const [first] = asked as [string | { text: string }];
      sent.push(typeof first === 'string' ? first : first.text);
      return query.apply(this, asked);
    };
    try {
      await work();
    } finally {
      driver.query = query;
    }
    return sent;
  }

  async close(): Promise<void> {
    await this.app.close();
    await keepRun(this.databaseUrl);
    await asOwner(process.env['TEST_OWNER_URL'] ?? '', `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
  }
}

/** The same, except that a JSON answer which is not as the document says fails the test that asked. */
async function checked(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  const answers = await AnswersChecked.of(app);
  const inject = async (asked: InjectOptions): Promise<Answer> => {
    const answer = await app.inject(asked);
    answers.check(asked.method ?? 'GET', String(asked.url), answer);
    return answer;
  };
  return new Proxy(app, { get: (target, name) => (name === 'inject' ? inject : Reflect.get(target, name)) as unknown });
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
