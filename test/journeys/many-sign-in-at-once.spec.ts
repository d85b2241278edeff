import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMinutes } from '#kernel';
import { Sweeper, trainingPassword as password } from '#platform';
import { TestExchange } from '../support/exchange.js';

describe('A door at which many come at once', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  const open = (login: string, code: string, given: string, remoteAddress: string) =>
    exchange.app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { login, password: given, code },
      remoteAddress,
    });

  it('lets eight programs of one account in at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => open('reviewer', '000000', password, '10.9.0.1')),
      );
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
    }
  });

  it('counts eight guesses that come at once as eight', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => open('guessed', '', 'guess', '10.9.2.1')));
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect([statuses.filter((each) => each === 422).length, statuses.filter((each) => each === 429).length]).toEqual([
      5, 3,
    ]);
  });

  it('forgets what signing in left behind, past what somebody is at', async () => {
    const many = async (): Promise<number[]> =>
      Object.values(
        (
          await exchange.database.ask<Record<string, number>>(
            `SELECT (SELECT count(*)::int FROM session) AS sessions, (SELECT count(*)::int FROM sign_in_failure) AS failures`,
          )
        )[0] ?? {},
      );
    const before = exchange.wall.now();
    expect((await many()).every((each) => each > 0)).toBe(true);
    exchange.wall.set(addMinutes(before, 3 * 24 * 60));
    exchange.passDays(3);
    await exchange.app.get(Sweeper).sweep();
    expect(await many()).toEqual([0, 0]);
    exchange.wall.set(before);
  });
});
