import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given } from '../support/given.js';
import { Walker } from '../support/walker.js';

interface DeskJson {
  rows: { kind: string; id: string; at: string; state: string; assignee: string | null; party: string | null }[];
  counts: { kind: string; waiting: number; late: number; today: number }[];
  next: string;
}
interface Outcomes {
  outcomes: { work: string; problem: { type: string } | null }[];
}

/** Whatever waits for a post stands on one page, of every kind, and somebody may take it in hand. */
describe('Work that waits', () => {
  let given: Given;
  let review: TransferStory;
  const desk = (login: string, query = ''): Promise<DeskJson> => given.as(login).get<DeskJson>(`/desk${query}`);
  const kinds = async (login: string): Promise<string[]> => (await desk(login)).rows.map(({ kind }) => kind);

  beforeAll(async () => {
    given = await Given.open();
    await given.transfer({ state: 'survey' });
    await given.transfer({ state: 'on_notice' });
    await given.transfer({ state: 'deposit', parcels: await given.land('12.00') });
    review = await given.transfer({ state: 'county_review' });
  }, 120_000);
  afterAll(() => given.close());

  it('is a survey for the surveyor, a board for the station, a deposit for the finance desk, a case for the reviewer', async () => {
    expect(await kinds('101-surveyor')).toContain('inspection');
    expect(await kinds('101-village-226')).toContain('venue_posting');
    expect(await kinds('101-information')).toContain('venue_posting');
    expect(await kinds('101-finance')).toContain('deposit');
    expect(await kinds('reviewer')).toContain('transfer');
    const { counts, rows } = await desk('101-surveyor');
    expect(counts).toContainEqual({ kind: 'inspection', waiting: 1, late: 1, today: 0 });
    expect(rows.every(({ at }) => at.startsWith('/'))).toBe(true);
  });

  it('says who waits for whom, and how long, and leads to the record', async () => {
    const reviewer = await Walker.signIn(given.exchange, 'reviewer');
    const { body } = await reviewer.open('/desk');
    for (const words of ['等了', '谁在办', '没有人', '接过来办', '流转案件']) expect(body).toContain(words);
    const { rows } = await desk('reviewer');
    const mine = rows.find(({ id }) => id === review.id);
    expect(mine).toMatchObject({
      kind: 'transfer',
      at: `/transfers/${review.id}`,
      state: 'county_review',
      assignee: null,
    });
    expect((await given.as('reviewer').ask(mine!.at)).statusCode).toBe(200);
  });

  it('is narrowed by kind, by place and by who has it; a kind that is nobody’s here is refused', async () => {
    expect((await desk('reviewer', '?kind=transfer')).rows.every(({ kind }) => kind === 'transfer')).toBe(true);
    expect((await desk('reviewer', '?office=370126102')).rows).toEqual([]);
    expect((await given.as('reviewer').ask('/desk?kind=inspection')).statusCode).toBe(422);
    expect((await given.as('reviewer').ask('/desk?kind=x%27')).statusCode).toBe(422);
    expect((await given.as('reviewer').ask('/desk?after=WyJub3RpY2VzIl0')).json()).toMatchObject({
      type: '/problems/list-cursor',
    });
  });

  it('is taken in hand, many at once, each with its own outcome', async () => {
    const reviewer = given.as('reviewer');
    const work = [`transfer:${review.id}`, 'transfer:00000000-0000-4000-8000-000000000000'];
    const answer = await reviewer.send('/desk/claims', { work });
    expect(answer.json<Outcomes>().outcomes).toEqual([
      { work: work[0], problem: null },
      { work: work[1], problem: { type: 'work-not-waiting', title: expect.any(String), detail: '' } },
    ]);
    expect((await desk('reviewer', '?hands=mine')).rows.map(({ id }) => id)).toEqual([review.id]);
    expect((await desk('reviewer', '?hands=free')).rows.map(({ id }) => id)).not.toContain(review.id);
    const told = await given.exchange.database.ask(
      `SELECT label FROM step_history WHERE subject = 'transfer' AND subject_id = $1 AND action = 'claim'`,
      [review.id],
    );
    expect(told).toEqual([{ label: '接办' }]);
  });

  it('is not taken from who has it, nor handed to whom it could not belong', async () => {
    const other = await given.hire('reviewer-b', ['county_reviewer', '370126000000']);
    const work = [`transfer:${review.id}`];
    const claim = async (who: typeof other): Promise<string | undefined> =>
      (await who.send('/desk/claims', { work })).json<Outcomes>().outcomes[0]?.problem?.type;
    expect(await claim(other)).toBe('work-taken');
    const [clerk, second] = await given.exchange.database.ask<{ id: string }>(
      `SELECT id FROM account WHERE login IN ('101-clerk', 'test-reviewer-b') ORDER BY login`,
    );
    const hand = (to: string) => given.as('reviewer').send('/desk/handovers', { work, to });
    expect((await hand(clerk!.id)).json<Outcomes>().outcomes[0]?.problem?.type).toBe('work-not-theirs');
    expect((await hand(second!.id)).json<Outcomes>().outcomes[0]?.problem).toBeNull();
    expect((await desk('reviewer')).rows.find(({ id }) => id === review.id)?.assignee).not.toBeNull();
    expect((await other.get<DeskJson>('/desk?hands=mine')).rows.map(({ id }) => id)).toEqual([review.id]);
    await other.send('/desk/handovers', { work });
    expect((await desk('reviewer')).rows.find(({ id }) => id === review.id)?.assignee).toBeNull();
  });

  it('leads to the next piece after an act', async () => {
    const next = await given.as('reviewer').ask('/desk/next?kind=transfer');
    expect(next.headers['location']).toBe(`/api/transfers/${review.id}`);
  });

  it('of two towns is on the desk, in the lists and among the choices of who answers for both', async () => {
    const both = await given.hire('both-towns', {
      name: '演两镇',
      posts: [
        ['town_finance', '370126102000'],
        ['town_finance', '370126101000'],
      ],
    });
    const of = async (path: string, who = both): Promise<unknown[]> =>
      (await who.get<{ rows: { id: string }[] }>(path)).rows.map(({ id }) => id);
    for (const path of ['/desk', '/transfers', '/deposits']) {
      const found = await of(path, given.as('101-finance'));
      expect([path, found.length > 0]).toEqual([path, true]);
      expect([path, await of(path)]).toEqual([path, found]);
    }
    const { body } = await given.page('/register/parcels', both);
    for (const town of ['370126101', '370126102']) expect(body).toContain(`value="${town}"`);
    expect(body).not.toContain('value="370126103"');
    const chosen = await given.page('/register/parcels?office=370126101', both);
    expect(chosen.body).toContain('value="370126101226"');
  });
});
