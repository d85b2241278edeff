import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Served } from '../support/served.js';

const run = promisify(execFile);
// Two servers are started, killed and started again: seconds each where other work shares the machine.
jest.setTimeout(400_000);

/** The short version of `npm run chaos -- bids 200`. */
describe('Bids for a lot, over two servers that are killed', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.open('2026-10-12T09:00:00+08:00');
  }, 60_000);
  afterAll(() => served?.close());

  it('are in one order that explains every answer, none is lost, and one wins', async () => {
    const env = {
      ...{ ...process.env, NODE_OPTIONS: '', DATABASE_URL: served.databaseUrl },
      STATE_FOLDER: process.env['TEST_FOLDER'],
    };
    const script = ['--no-warnings', 'scripts/chaos.mjs', '--bids', '2', '4190', '3'];
    const { stdout, stderr } = await run(process.execPath, script, { env }).catch(
      (failed: { stdout: string; stderr: string }) => failed,
    );
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => line.startsWith('  '))).toEqual([]);
    const { rounds, bids, accepted, kills, faulty } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<
      string,
      number
    >;
    expect({ rounds, faulty }).toEqual({ rounds: 2, faulty: 0 });
    expect(Math.min(bids ?? 0, accepted ?? 0)).toBeGreaterThan(10);
    expect(kills).toBeGreaterThanOrEqual(2);
  });
});
