import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { startEmbedded } from './embedded-postgres.js';

// The cluster is made by a program of its own: seconds where other work shares the machine.
jest.setTimeout(120_000);

async function asked(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const databases = 'SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1';

describe('A PostgreSQL of our own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-embedded-'));
  chmodSync(folder, 0o755); // PostgreSQL runs as a user of its own when we are root.
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the empty database of a new cluster the name, and finds it again with what was written', async () => {
    const first = await startEmbedded(folder, 'county', 'fast');
    expect(await asked(first.url, databases)).toEqual(['county']);
    await asked(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const again = await startEmbedded(folder, 'county', 'fast');
    expect(await asked(again.url, 'SELECT number FROM kept')).toEqual([7]);
    await again.stop();
  });

  it('makes another beside it, empty, under another name', async () => {
    const other = await startEmbedded(folder, 'town', 'fast');
    expect(await asked(other.url, databases)).toEqual(['county', 'town']);
    expect(await asked(other.url, `SELECT to_regclass('kept') IS NULL`)).toEqual([true]);
    await other.stop();
  });

  it('comes back at its address, with what was written, when it is killed', async () => {
    const first = await startEmbedded(folder, 'county', 'safe');
    await asked(first.url, 'CREATE TABLE outlived AS SELECT 9 AS number');
    const postmaster = (): number =>
      Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const before = postmaster();
    process.kill(before, 'SIGKILL');
    const found = async (): Promise<unknown[]> => {
      for (;;) {
        const rows = await asked(first.url, 'SELECT number FROM outlived').catch(() => null);
        if (rows && postmaster() !== before) return rows;
        await new Promise((turn) => setImmediate(turn));
      }
    };
    expect(await found()).toEqual([9]);
    await first.stop();
  });
});

const program = `
  const { startEmbedded } = await import('./dist/libs/platform/src/embedded-postgres.js');
  await startEmbedded(process.argv[1], 'county', 'fast').then(
    () => console.log('up'),
    (error) => { console.log(error.message); process.exit(1); },
  );
  setInterval(() => undefined, 1000);`;

describe('Of several starts at once in one folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-twice-'));
  chmodSync(folder, 0o755);
  const children: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of children.filter(({ exitCode }) => exitCode === null)) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('one goes on, and each other is told who has the folder', async () => {
    const said = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
          env: { ...process.env, NODE_OPTIONS: '' },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        children.push(child);
        const [line] = (await once(child.stdout, 'data')) as [Buffer];
        return line.toString().trim();
      }),
    );
    const [up] = said.filter((each) => each === 'up');
    const told = said.filter((each) => each !== 'up');
    expect([up, told.length]).toEqual(['up', 2]);
    for (const each of told) expect(each).toContain(`正在用 ${folder}`);
  });
});
