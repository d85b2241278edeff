import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Param, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import {
  type Config,
  Database,
  MovableClock,
  Public,
  SendsEvents,
  Watchers,
  configureWeb,
  readConfig,
  signal,
  webAdapter,
} from '#platform';
import { ExchangeModule } from '../../apps/exchange/src/exchange.module.js';
import { EventReader, until } from '../support/event-reader.js';
import { TestExchange } from '../support/exchange.js';

/** How the watched thing stands: what was told last, and how often it was read. */
const standing = { told: 0, reads: 0 };

@Injectable()
class Bell {
  constructor(watchers: Watchers) {
    watchers.serve('bell', async (id) => {
      standing.reads += 1;
      return id === 'none' ? null : { id, told: standing.told };
    });
  }
}

@Controller('bells')
class BellController {
  constructor(private readonly watchers: Watchers) {}

  @Get(':id/stream')
  @Public()
  @SendsEvents()
  stream(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.watchers.watch('bell', id, request, reply);
  }
}

/** A process of the exchange with one more route, on the database of another. */
async function open(url: string, settings: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const config: Config = readConfig({
    ...{ STATE_FOLDER: process.env['TEST_FOLDER'], REQUESTS_PER_MINUTE: '0', POOL_SIZE: '4' },
    ...settings,
  });
  const clock = new MovableClock();
  @Module({
    imports: [ExchangeModule.with(config, clock, url, clock)],
    controllers: [BellController],
    providers: [Bell],
  })
  class Process {}
  const app = await NestFactory.create<NestFastifyApplication>(Process, webAdapter(config), {
    ...{ logger: ['error'], bodyParser: false },
  });
  await configureWeb(app, config);
  await app.listen(0, '127.0.0.1');
  return app;
}

const addressOf = (app: NestFastifyApplication): string =>
  `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;

describe('Whoever watches', () => {
  let exchange: TestExchange;
  let [one, other]: NestFastifyApplication[] = [];
  let owner: pg.Client;
  const readers: EventReader[] = [];
  const watch = (app: NestFastifyApplication, id: string, headers = {}): EventReader => {
    const reader = new EventReader(`${addressOf(app)}/api/bells/${id}/stream`, headers);
    readers.push(reader);
    return reader;
  };
  const tell = (app: NestFastifyApplication, n: number, id = 'a'): Promise<void> =>
    app.get(Database).transaction(async (tx) => {
      signal(tx, 'bell', { id, n });
      await Promise.resolve();
    });

  beforeAll(async () => {
    exchange = await TestExchange.open();
    owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
    one = await open(exchange.databaseUrl);
    other = await open(exchange.databaseUrl, { WATCHERS_PER_NETWORK: '3', REQUESTS_AT_ONCE: '4' });
  });
  afterAll(async () => {
    readers.forEach((reader) => reader.leave());
    await owner.end();
    await Promise.all([one?.close(), other?.close()]);
    await exchange.close();
  });

  it('hears in another process what was committed, and never before', async () => {
    const reader = watch(other as NestFastifyApplication, 'a');
    await until('the snapshot', () => reader.events.length === 1);
    expect(reader.status).toBe(200);
    expect(reader.headers).toMatchObject({
      ...{ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'close' },
      ...{ 'x-accel-buffering': 'no', 'x-frame-options': 'DENY' },
    });
    expect(reader.retry).toBeGreaterThanOrEqual(1000);
    expect(reader.events[0]).toMatchObject({ kind: 'snapshot', data: { id: 'a', told: 0 } });

    let commit: (() => void) | undefined;
    const told = (one as NestFastifyApplication).get(Database).transaction(async (tx) => {
      signal(tx, 'bell', { id: 'a', n: 1 });
      await new Promise<void>((done) => (commit = done));
    });
    // What is told later and committed earlier is there; what is not committed is not.
    await until('the open transaction', () => commit !== undefined);
    await tell(one as NestFastifyApplication, 2);
    await until('the second', () => reader.told.length === 1);
    expect(reader.told).toEqual([2]);
    commit?.();
    await told;
    await until('the first', () => reader.told.length === 2);
    expect(reader.told).toEqual([2, 1]);
    reader.leave();
  });

  it('hears nothing of what was taken back, and nothing of another thing', async () => {
    const reader = watch(other as NestFastifyApplication, 'a');
    await until('the snapshot', () => reader.events.length === 1);
    await expect(
      (one as NestFastifyApplication).get(Database).transaction(async (tx) => {
        signal(tx, 'bell', { id: 'a', n: 3 });
        await Promise.resolve();
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    await tell(one as NestFastifyApplication, 4, 'b');
    await tell(one as NestFastifyApplication, 5);
    await until('the one that stands', () => reader.told.length > 0);
    expect(reader.told).toEqual([5]);
    reader.leave();
  });

  it('gets what it missed by the number of the last event, or how things stand', async () => {
    const app = one as NestFastifyApplication;
    const [stays, goes] = [watch(app, 'c'), watch(app, 'c')];
    await until('both', () => stays.events.length === 1 && goes.events.length === 1);
    await tell(app, 1, 'c');
    await until('the first', () => goes.told.length === 1);
    const last = goes.events.at(-1)?.id ?? '';
    goes.leave();
    await tell(app, 2, 'c');
    await tell(app, 3, 'c');
    await until('the third', () => stays.told.length === 3);
    const back = watch(app, 'c', { 'last-event-id': last });
    await until('what was missed', () => back.told.length === 2);
    expect(back.events.map(({ kind }) => kind)).toEqual(['change', 'change']);
    const foreign = watch(app, 'c', { 'last-event-id': '00ff00ff00ff-1' });
    await until('how it stands', () => foreign.of('snapshot').length === 1);
    stays.leave();
  });

  it('is told how things stand when the line to the database was cut: nothing is lost', async () => {
    const reader = watch(one as NestFastifyApplication, 'd');
    await until('the snapshot', () => reader.events.length === 1);
    const lines = `FROM pg_stat_activity WHERE datname = current_database() AND query ~ '^(LISTEN|SELECT 1$)' AND state = 'idle'`;
    standing.told = 7;
    await owner.query(`SELECT pg_terminate_backend(pid) ${lines}`);
    await until('the word that nothing is heard', () => reader.of('away').length === 1);
    await until('how it stands now', () => reader.of('snapshot').length === 2);
    expect(reader.of('snapshot').at(-1)).toEqual({ id: 'd', told: 7 });
    await tell(other as NestFastifyApplication, 8, 'd');
    await until('what is told after it', () => reader.told.length === 1);
    reader.leave();
  });

  it('shares one reading with all who come at once', async () => {
    const before = standing.reads;
    const many = Array.from({ length: 40 }, () => watch(one as NestFastifyApplication, 'e'));
    await until('all', () => many.every(({ events }) => events.length === 1));
    expect(standing.reads - before).toBe(1);
    expect(new Set(many.map(({ retry }) => retry)).size).toBeGreaterThan(20);
    many.forEach((reader) => reader.leave());
  });

  it('is told when all places are taken, and holds none of those for requests', async () => {
    const app = other as NestFastifyApplication;
    const sitting: EventReader[] = [];
    for (const _ of [1, 2, 3]) {
      const reader = watch(app, 'f');
      await until('a seat', () => reader.events.length === 1);
      sitting.push(reader);
    }
    // Two readers at once are let in; the three who sit are not counted among them.
    expect((await fetch(`${addressOf(app)}/api/calendar`)).status).toBe(200);
    const fourth = watch(app, 'f');
    await until('the refusal', () => fourth.over);
    expect(fourth.status).toBe(503);
    expect(fourth.headers['retry-after']).toBe('30');
    expect(JSON.parse(fourth.body)).toMatchObject({ type: '/problems/busy', detail: expect.stringContaining('30 秒') });
    sitting[0]?.leave();
    await until('a free place', async () => {
      const fifth = watch(app, 'f');
      await until('an answer', () => fifth.over || fifth.events.length === 1);
      return fifth.status === 200;
    });
  });

  it('learns that there is no such thing', async () => {
    const reader = watch(one as NestFastifyApplication, 'none');
    await until('the refusal', () => reader.over);
    expect(reader.status).toBe(404);
    expect(JSON.parse(reader.body)).toMatchObject({ type: '/problems/not-found' });
  });

  it('is let go in order when the process ends', async () => {
    const app = await open(exchange.databaseUrl);
    const reader = watch(app, 'g');
    await until('the snapshot', () => reader.events.length === 1);
    reader.retry = 0;
    await app.close();
    await until('the end', () => reader.over);
    expect(reader.retry).toBeGreaterThanOrEqual(1000);
  });
});
