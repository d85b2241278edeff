import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { embeddedFaults } from './operation.problems.js';

/** A server process that is started again when it dies. */
export interface Watched {
  stop(): Promise<void>;
  lost: Promise<string>;
}

/**
 * What is left of a server that was killed goes within seconds; until then a new one is refused its memory. One that dies so
 * often does not die by chance; the deaths before it stood a quarter of an hour are forgotten.
 */
const patience = { mostTries: 20, pauseMs: 500, mostDeaths: 5, calmMs: 900_000 };

/**
 * Starts a server and starts it again, at the same address, whenever it ends without being asked to. After too many deaths, or
 * where it does not come up again, it is lost.
 */
export async function watch(
  spawn: () => ChildProcess,
  ready: (gone: Promise<void>) => Promise<void>,
  { mostTries, pauseMs, mostDeaths, calmMs }: typeof patience = patience,
): Promise<Watched> {
  const log = new Logger('database');
  let stopping = false;
  let server = spawn();
  let gone = endOf(server);
  let tell: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((done) => (tell = done));
  const last = (): void => void server.kill('SIGINT');
  process.once('exit', last);

  const revive = async (): Promise<boolean> => {
    for (let tries = 0; tries < mostTries && !stopping; tries += 1) {
      server = spawn();
      gone = endOf(server);
      const up = await ready(gone).then(
        () => true,
        () => false,
      );
      if (up) return true;
      server.kill('SIGINT');
      await wait(pauseMs);
    }
    return false;
  };
  const stand = async (): Promise<void> => {
    for (let deaths = 1; ; deaths += 1) {
      const calm = setTimeout(() => (deaths = 0), calmMs).unref();
      await gone;
      clearTimeout(calm);
      if (stopping) return;
      log.warn(embeddedFaults.died);
      if (deaths > mostDeaths || !(await revive())) return stopping ? undefined : tell(embeddedFaults.lost);
      log.warn(embeddedFaults.back);
    }
  };
  await ready(gone);
  void stand();
  const stop = async (): Promise<void> => {
    stopping = true;
    process.off('exit', last);
    server.kill('SIGINT');
    await gone;
  };
  return { stop, lost };
}

const endOf = (server: ChildProcess): Promise<void> =>
  new Promise<void>((done) => server.once('close', () => done()).once('error', () => done()));
