import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sweeper } from '#platform';
import type { CaseStory } from '../../apps/exchange/src/training/case-story.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

/** What an end lets go, and what it must not: a reservation ends with its time, a contract only with itself. */
describe('A case that ends', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());
  // Years without a calendar count nothing: each story begins in the same week.
  beforeEach(() => exchange.setDay('2026-09-23', '09:00'));

  const one = async <T>(sql: string, id: string): Promise<T> =>
    ((await exchange.database.ask<{ it: T }>(sql, [id]))[0] as { it: T }).it;
  const stateOf = (story: CaseStory): Promise<string> =>
    one('SELECT state AS it FROM transfer WHERE id = $1', story.id);
  const landOf = (story: CaseStory): Promise<string> =>
    one(
      'SELECT standing AS it FROM management_right WHERE subject_id = $1 ORDER BY reserved_at DESC LIMIT 1',
      story.id,
    );
  const lettersOf = (story: CaseStory): Promise<string[]> =>
    one(`SELECT coalesce(array_agg(kind ORDER BY made_at), '{}') AS it FROM paper WHERE subject_id = $1`, story.id);
  const pass = async (days: number): Promise<void> => {
    exchange.passDays(days, '10:00');
    await exchange.app.get(Sweeper).sweep();
  };

  describe('for want of a decision', () => {
    it('keeps its land for half a year, warns a month before, then lets go of land and survey with a letter', async () => {
      const story = await given.transfer({ state: 'survey' });
      await pass(155);
      expect([await stateOf(story), await landOf(story)]).toEqual(['survey', 'reserved']);
      const page = await (await given.hand('101-clerk')).get(`/transfers/${story.id}`);
      expect(JSON.stringify(page)).toContain('占用地块最多 180 天');
      await pass(26);
      expect([await stateOf(story), await landOf(story)]).toEqual(['lapsed', 'released']);
      expect(await one('SELECT state AS it FROM inspection WHERE transfer_id = $1', story.id)).toBe('cancelled');
      expect(await lettersOf(story)).toContain('case_end');
    });

    it('does not count the days of a suspension', async () => {
      const story = await given.transfer({ state: 'county_review' });
      await pass(100);
      await story.suspend();
      await pass(100);
      await (await given.hand('director')).post(`/transfers/${story.id}/resumption`);
      await pass(60);
      expect([await stateOf(story), await landOf(story)]).toEqual(['county_review', 'reserved']);
      await pass(30);
      expect([await stateOf(story), await landOf(story)]).toEqual(['lapsed', 'released']);
    });

    it('never takes the land from under a signed contract', async () => {
      const story = await given.transfer({ state: 'filing', term: { start: '2028-11-10', end: '2034-11-09' } });
      await pass(300);
      expect([await stateOf(story), await landOf(story)]).toEqual(['filing', 'reserved']);
    });
  });
});
