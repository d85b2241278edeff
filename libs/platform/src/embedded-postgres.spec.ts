import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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
});
