import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dayOf, instant } from '#kernel';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Desks } from '../../apps/exchange/src/training/desks.js';
import { Served, Wire, sleep } from '../support/served.js';
import { storyOf } from '../support/served-story.js';

jest.setTimeout(180_000);

/** A county that outgrows one process: the server answers, and clocks of their own move what time alone moves. */
describe('The clock as a process of its own', () => {
  let served: Served;
  let desks: Desks;
  const stories: TransferStory[] = [];
  const clocks: ChildProcess[] = [];

  beforeAll(async () => {
    served = await Served.open('2026-09-23T09:00:00+08:00');
    await served.start();
    desks = new Desks(new Wire(served).app);
    for (const nth of [0, 1, 2]) {
      const story = await storyOf(served, desks, nth);
      await story.draft();
      await story.submit();
      await story.accept();
      await story.returnForCorrection('意向协议书', '补签字的那一页');
      stories.push(story);
    }
  }, 120_000);
  afterAll(() => served?.close());

  const states = async (): Promise<string[]> =>
    (await served.database.query<{ state: string }>('SELECT state FROM transfer ORDER BY number')).rows.map(
      (row) => row.state,
    );
  const lapses = async (): Promise<{ id: string; many: number; who: string }[]> =>
    (
      await served.database.query<{ id: string; many: number; who: string }>(
        `SELECT subject_id AS id, count(*)::int AS many, min(actor_name) AS who FROM step_history
         WHERE subject = 'transfer' AND action = 'lapse' GROUP BY 1`,
      )
    ).rows;

  it('is not started by a server that was told to leave it out', async () => {
    served.clock.set(instant('2026-11-10T09:00:00+08:00'));
    await served.keepClock();
    await sleep(2500);
    expect(await states()).toEqual(['correction', 'correction', 'correction']);
  });

  it('moves each ripe case once, though two clocks walk', async () => {
    clocks.push(...(await Promise.all([served.startClock(), served.startClock()])));
    for (let tries = 0; tries < 300 && (await states()).includes('correction'); tries += 1) await sleep(100);
    expect(await states()).toEqual(['lapsed', 'lapsed', 'lapsed']);
    await sleep(1500);
    expect((await lapses()).map((each) => [each.id, each.many])).toEqual(
      expect.arrayContaining(stories.map((story) => [story.id, 1])),
    );
    expect(new Set((await lapses()).map((each) => each.who)).size).toBe(1);
    expect((await stories[0]!.view()).stateName).toBe('lapsed');
    const director = desks.of('director');
    const { walkedAt } = await director.get<{ walkedAt: string }>('/clock/blocked');
    expect(dayOf(new Date(walkedAt))).toMatch(/-11-10$/);
  });

  it('leaves when it is asked to, and says nothing about anybody', async () => {
    for (const clock of clocks) {
      const gone = once(clock, 'exit');
      clock.kill('SIGTERM');
      expect(await gone).toEqual([0, null]);
    }
    expect(served.log).not.toMatch(/error|Error/);
  });

  it('says in words that it needs a database of its own', () => {
    const { DATABASE_URL: _, ...environment } = process.env;
    const alone = spawnSync(process.execPath, ['dist/apps/clock/src/main.js'], {
      env: { ...environment, NODE_OPTIONS: '', TZ: 'Asia/Shanghai' },
      encoding: 'utf8',
    });
    expect(alone.status).toBe(1);
    expect(alone.stderr.trim()).toBe(
      'A clock of its own needs DATABASE_URL: the embedded PostgreSQL goes with the server. See docs/operations.md.',
    );
  });
});
