import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sweeper } from '#platform';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, type GivenState } from '../support/given.js';

const fallen = `SELECT id FROM transfer WHERE state IN ('withdrawn', 'rejected', 'lapsed', 'superseded')`;

/** Whatever a case may hold, as the fallen ones must not hold it any more. */
const held = `
  SELECT 'land' AS what, subject_id::text AS id FROM management_right WHERE subject_id IN (${fallen}) AND status IN ('reserved', 'active')
  UNION ALL SELECT 'survey', subject_id::text FROM inspection WHERE subject_id IN (${fallen}) AND state = 'planned'
  UNION ALL SELECT 'notice', subject_id::text FROM notice WHERE subject_id IN (${fallen}) AND state <> 'withdrawn'
  UNION ALL SELECT 'claim', c.id::text FROM case_file c JOIN notice n ON n.id = c.subject_id AND c.kind = 'priority_claim'
    WHERE n.subject_id IN (${fallen}) AND c.state IN ('received', 'proven', 'granted')
  UNION ALL SELECT 'money', subject_id::text FROM deposit WHERE subject_id IN (${fallen}) AND called_off_at IS NULL
  UNION ALL SELECT 'clock', subject_id FROM deadline WHERE closed_at IS NULL AND (subject_id IN (SELECT id::text FROM (${fallen}) f)
    OR subject_id IN (SELECT id::text FROM notice WHERE subject_id IN (${fallen}))
    OR subject_id IN (SELECT id::text FROM inspection WHERE subject_id IN (${fallen})))
  UNION ALL SELECT 'reason', id::text FROM transfer WHERE id IN (${fallen}) AND submitted_at IS NOT NULL AND ended_reason IS NULL`;

const reasons = { reason: '转出方对地块权属有争议，没有解决', rule: '农村土地承包法第38条' };
const early = ['submitted', 'town_review', 'survey', 'county_review', 'on_notice'] as const;

/** Each end of a case from each state, and after all of them nothing is held. */
describe('A case falls from anywhere', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-02-02T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const stateOf = async (story: TransferStory): Promise<string> => (await story.view()).stateName;
  const attach = (story: TransferStory, login: string, kind: string): Promise<string> =>
    scan(kind).then((file) => given.as(login).post(`/transfers/${story.id}/files`, { kind, file }));
  /** A case in a state, also in one that it comes to only by going back. */
  const inState = async (state: GivenState | 'correction' | 'county_returned'): Promise<TransferStory> => {
    if (state === 'correction') {
      const story = await given.transfer({ state: 'town_review' });
      await story.returnForCorrection('同意书', '缺一位共有人');
      return story;
    }
    if (state !== 'county_returned') return given.transfer({ state });
    const story = await given.transfer({ state: 'county_review' });
    await story.countyReturn();
    return story;
  };

  it('and is over by itself once it has kept the land too long, or its own time has come', async () => {
    const returned = await given.transfer({ state: 'town_review' });
    await returned.returnForCorrection('同意书', '缺一位共有人');
    await returned.resubmit();
    const states = [
      'town_review',
      'survey',
      'county_review',
      'county_returned',
      'on_notice',
      'correction',
      'signing',
    ] as const;
    const stories = [returned];
    for (const state of states) stories.push(await inState(state));
    expect(await stateOf(returned)).toBe('submitted');
    exchange.passDays(182, '10:00');
    await exchange.app.get(Sweeper).sweep();
    expect(await Promise.all(stories.map(stateOf))).toEqual(stories.map(() => 'lapsed'));
    exchange.setDay('2026-07-06', '09:00');
  });

  it.each([
    'draft',
    'submitted',
    'correction',
    'town_review',
    'survey',
    'county_review',
    'county_returned',
    'on_notice',
    'signing',
  ] as const)('is withdrawn from %s', async (state) => {
    const story = await inState(state);
    await story.withdraw();
    expect(await stateOf(story)).toBe('withdrawn');
  });

  it.each(early)('is refused in %s', async (state) => {
    const story = await inState(state);
    const reviewer = state === 'county_review' || state === 'on_notice' ? 'reviewer' : '101-reviewer';
    await given.as(reviewer).post(`/transfers/${story.id}/rejection`, reasons);
    expect(await stateOf(story)).toBe('rejected');
  });

  it.each(['filing', 'deposit'] as const)('ends with its contract in %s', async (state) => {
    const story = await given.transfer({ state, parcels: await given.land('12.00') });
    await attach(story, '101-trade', 'rescission');
    await given.as('101-trade').post(`/transfers/${story.id}/rescission`, reasons);
    expect(await stateOf(story)).toBe('withdrawn');
  });

  it('and holds nothing any more, however it fell', async () => {
    expect(await exchange.database.ask(held)).toEqual([]);
  });
});
