import { type ChildProcess, spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { watch } from './embedded-watch.js';

const patience = { mostTries: 2, pauseMs: 1, mostDeaths: 2, calmMs: 900_000 };

describe('A server that is watched', () => {
  const asleep = (): ChildProcess => spawn('sleep', ['600']);
  const up = (): Promise<void> => Promise.resolve();

  it('is started again when it is killed, and after too many deaths it is lost', async () => {
    const servers: ChildProcess[] = [];
    const started = (): ChildProcess => {
      const server = asleep();
      servers.push(server);
      return server;
    };
    const watched = await watch(started, up, patience);
    for (let deaths = 0; deaths < 3; deaths += 1) {
      while (servers.length === deaths) await new Promise((turn) => setImmediate(turn));
      servers[deaths]?.kill('SIGKILL');
    }
    expect(await watched.lost).toContain('再也起不来');
    expect(servers).toHaveLength(3);
  });

  it('is started again as often as it dies, where it stood well in between', async () => {
    const servers: ChildProcess[] = [];
    const started = (): ChildProcess => servers[servers.push(asleep()) - 1]!;
    const watched = await watch(started, up, { ...patience, mostDeaths: 1, calmMs: 1 });
    for (let deaths = 0; deaths < 4; deaths += 1) {
      while (servers.length === deaths) await new Promise((turn) => setImmediate(turn));
      await new Promise((turn) => setTimeout(turn, 50));
      servers[deaths]?.kill('SIGKILL');
    }
    while (servers.length < 5) await new Promise((turn) => setImmediate(turn));
    await watched.stop();
    expect(servers).toHaveLength(5);
  });

  it('is lost where it does not come up again', async () => {
    const servers: ChildProcess[] = [];
    const started = (): ChildProcess => {
      const server = servers.length === 0 ? asleep() : spawn('false');
      servers.push(server);
      return server;
    };
    const ready = async (gone: Promise<void>): Promise<void> => {
      if (servers.length === 1) return;
      await gone;
      throw new Error('ended');
    };
    const watched = await watch(started, ready, patience);
    servers[0]?.kill('SIGKILL');
    expect(await watched.lost).toContain('再也起不来');
    expect(servers).toHaveLength(3);
  });

  it('is left dead when it was asked to stop', async () => {
    let many = 0;
    const watched = await watch(
      () => {
        many += 1;
        return asleep();
      },
      up,
      patience,
    );
    await watched.stop();
    expect(many).toBe(1);
  });
});
