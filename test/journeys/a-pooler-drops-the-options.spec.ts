import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readConfig } from '#platform';
import { type Exchange, openExchange } from '../../apps/exchange/src/open-exchange.js';
import { TestExchange } from '../support/exchange.js';

/** What a connection says first: length, protocol, then names and values ended by zeros. `options` is left out. */
function withoutOptions(first: Buffer): Buffer {
  const words = first.subarray(8, first.readInt32BE(0)).toString('utf8').split('\0');
  const kept: string[] = [];
  for (let n = 0; n + 1 < words.length && words[n] !== ''; n += 2)
    if (words[n] !== 'options') kept.push(words[n] ?? '', words[n + 1] ?? '');
  const body = Buffer.from(`${kept.join('\0')}\0\0`, 'utf8');
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  first.copy(head, 4, 4, 8);
  return Buffer.concat([head, body]);
}

/** A pooler with `ignore_startup_parameters = options`, as far as that goes: it drops them and passes on the rest. */
async function pooler(target: URL): Promise<{ server: Server; url: string; close(): void }> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    // Our own server also answers in its port; its address names its socket.
    const host = target.hostname.startsWith('%2F') ? '127.0.0.1' : target.hostname;
    const database = connect(Number(target.port), host);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', () => undefined);
    }
    client.once('data', (first) => {
      database.write(withoutOptions(first));
      client.pipe(database);
    });
    database.pipe(client);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const url = new URL(target.href);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const close = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { server, url: url.href, close };
}

describe('A pooler that drops what a connection asks for', () => {
  let exchange: TestExchange;
  let between: Awaited<ReturnType<typeof pooler>>;
  const owner = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: exchange.databaseUrl, options: '-c role=none' });
    await client.connect();
    try {
      for (const each of statements) await client.query(each);
    } finally {
      await client.end();
    }
  };
  const start = (changes: Record<string, string> = {}): Promise<Exchange> =>
    openExchange(
      readConfig({
        STATE_FOLDER: process.env['TEST_FOLDER'],
        DATABASE_URL: between.url,
        MIGRATION_URL: exchange.databaseUrl,
        POOL_SIZE: '3',
        REQUESTS_PER_MINUTE: '0',
        ...changes,
      }),
    );
  const settle = (): string => {
    const url = new URL(exchange.databaseUrl);
    return `ALTER ROLE "${url.username}" IN DATABASE "${url.pathname.slice(1)}" SET`;
  };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    between = await pooler(new URL(exchange.databaseUrl));
  });
  afterAll(async () => {
    between.close();
    await exchange.close();
  });

  it('keeps the exchange shut, in words that say what to do', async () => {
    const refused = start();
    await expect(refused).rejects.toThrow('角色应是 exchange_server，实际是');
    await expect(refused).rejects.toThrow(`${settle()} role = 'exchange_server'`);
    await expect(refused).rejects.toThrow('docs/operations.md');
  });

  it('keeps it shut as long as one of the three is missing', async () => {
    await owner(`${settle()} role = 'exchange_server'`);
    await expect(start()).rejects.toThrow(/：(时区应是 Asia\/Shanghai，实际是 .+；)?语句时限应是 30000 毫秒，实际是 0/);
    await owner(`${settle()} "TimeZone" = 'UTC'`, `${settle()} statement_timeout = '30000'`);
    await expect(start()).rejects.toThrow('：时区应是 Asia/Shanghai，实际是 UTC。');
  });

  it('does no harm once PostgreSQL itself says it, and the tables are made past it', async () => {
    await owner(`${settle()} "TimeZone" = 'Asia/Shanghai'`);
    const opened = await start();
    const answer = await opened.app.inject({ url: '/api/notices' });
    expect(answer.statusCode).toBe(200);
    await opened.close();
  });

  it('is told from PostgreSQL when tables are to be made through it', async () => {
    await expect(start({ MIGRATION_URL: '' })).rejects.toThrow('请设 MIGRATION_URL 直连 PostgreSQL');
  });
});
