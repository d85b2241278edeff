import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, day } from '#kernel';
import { Sweeper } from '#platform';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';

/** However a case falls, nothing it held stays behind: no notice that still runs, no money locked, no land kept, no claim open. */
describe('A case that falls, falls whole', () => {
  let exchange: TestExchange;
  let given: Given;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-07-01T09:00:00+08:00');
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());
  let stories = 0;
  beforeEach(() => exchange.setDay(addDays(day('2026-07-01'), 7 * (stories += 1)), '09:00'));

  const asStranger = async <T>(path: string): Promise<T> =>
    (await exchange.app.inject({ url: `/api${path}` })).json() as T;
  const noticeOf = async (story: TransferStory): Promise<{ state: string; clear: boolean }> =>
    asStranger(`/notices/${(await story.view()).noticeId}`);
  const statusOf = async (story: TransferStory): Promise<string | undefined> =>
    (
      await exchange.database.ask<{ status: string }>(
        'SELECT status FROM management_right WHERE subject_id = $1 ORDER BY reserved_at DESC LIMIT 1',
        [story.id],
      )
    )[0]?.status;
  const posted = async (): Promise<TransferStory> => {
    const story = await given.transfer({ state: 'on_notice' });
    await story.proveScreens();
    await story.proveBoard();
    return story;
  };
  const claim = async (story: TransferStory): Promise<string> => {
    const { noticeId } = await story.view();
    const member = given.as('farmer');
    await member.post(`/notices/${noticeId}/priority-claims`, { accepts: 'yes', proof: await scan('member') });
    const [row] = await exchange.database.ask<{ id: string }>(
      `SELECT id FROM case_file WHERE kind = 'priority_claim' AND subject_id = $1`,
      [noticeId],
    );
    return `/cases/${row?.id}`;
  };

  describe('refused while its public notice runs', () => {
    let story: TransferStory;
    let claimed: string;

    it('takes its notice down from every venue, and nobody is asked to object any more', async () => {
      story = await posted();
      claimed = await claim(story);
      expect((await noticeOf(story)).state).toBe('running');
      await story.reject();
      expect((await noticeOf(story)).state).toBe('withdrawn');
      const { rows } = await asStranger<{ rows: { id: string }[] }>('/notices');
      expect(rows.map((row) => row.id)).not.toContain((await story.view()).noticeId);
      const up = await exchange.database.ask(
        `SELECT 1 FROM venue_posting v JOIN notice n ON n.publication_id = v.publication_id
         WHERE n.subject_id = $1 AND v.removed_at IS NULL`,
        [story.id],
      );
      expect(up).toEqual([]);
    });

    it('and never comes to “公示通过”, however many days pass', async () => {
      await given.pass(8);
      await given.pass(1);
      expect(await noticeOf(story)).toMatchObject({ state: 'withdrawn', clear: false });
      expect((await story.view()).stateName).toBe('rejected');
    });

    it('and whoever claimed the land is told that the notice is down; no desk waits for an answer', async () => {
      const coordination = given.as('101-coordination');
      const seen = await coordination.get<object>(claimed);
      expect(seen).toMatchObject({ state: 'lapsed', deadline: null });
      expect((await refusal(coordination.post(`${claimed}/verification`))).type).toBe('step-not-open');
      const letters = await exchange.database.ask<{ view: { result: string } }>(
        `SELECT view FROM paper WHERE kind = 'priority_answer' AND subject_id = $1`,
        [claimed.split('/').at(-1)],
      );
      expect(letters.map((each) => each.view.result)).toEqual(['lapsed']);
    });
  });

  it('recalled for a change: its notice comes down with the claims, and runs anew, in full, as its next version', async () => {
    const story = await posted();
    const claimed = await claim(story);
    await given
      .as('reviewer')
      .post(`/transfers/${story.id}/recall`, { reason: '价款写错了，要改', rule: '平台规则 公-03' });
    expect((await noticeOf(story)).state).toBe('withdrawn');
    expect((await story.view()).stateName).toBe('county_returned');
    expect(await statusOf(story)).toBe('reserved');
    expect(await given.as('101-coordination').get(claimed)).toMatchObject({ state: 'lapsed' });
    await story.submitToCounty();
    await story.review();
    await story.approve();
    expect(await noticeOf(story)).toMatchObject({ version: 2, state: 'awaiting_proof' });
  });

  describe('suspended with its money paid, then ended by the director', () => {
    const ended = async (story: TransferStory): Promise<void> => {
      await story.suspend();
      const trade = given.as('101-trade');
      await trade.post(`/transfers/${story.id}/files`, { kind: 'rescission', file: await scan('rescission') });
      const reasons = { reason: '当事人之间的纠纷已有结论，合同解除', rule: '平台规则 止-02' };
      await given.as('director').post(`/transfers/${story.id}/rejection`, reasons);
    };
    const depositOf = async (story: TransferStory): Promise<string> => `/deposits/${(await story.view()).depositId}`;

    it('gives the money back: the finance desk can ask for the release, and claim nothing', async () => {
      const story = await given.transfer({ state: 'recording', parcels: await given.land('12.00') });
      const deposit = await depositOf(story);
      const finance = given.as('101-finance');
      expect(await finance.get(deposit)).toMatchObject({ state: 'held' });
      await ended(story);
      expect((await story.view()).stateName).toBe('rejected');
      const seen = await finance.get<{ state: string; acts: { href: string }[] }>(deposit);
      expect(seen.state).toBe('releasing');
      const acts = seen.acts.map((act) => act.href.split('/').at(-1));
      expect(acts).toContain('releases');
      expect(acts).not.toContain('claims');
    });

    it('gives the land back too, although the right was recorded already', async () => {
      const story = await given.transfer({ state: 'certifying', term: { start: '2028-11-10', end: '2034-11-09' } });
      expect(await statusOf(story)).toBe('active');
      await ended(story);
      expect(await statusOf(story)).toBe('ended');
      await exchange.app.get(Sweeper).sweep();
      expect((await story.view()).stateName).toBe('rejected');
    });
  });

  it('says on its page why it ended, whoever ended it', async () => {
    const story = await given.transfer({ state: 'county_review' });
    await story.reject();
    const [row] = await exchange.database.ask<{ reason: string | null }>(
      'SELECT ended_reason AS reason FROM transfer WHERE id = $1',
      [story.id],
    );
    expect(row?.reason).toBe('转出方对地块权属有争议，没有解决');
  });
});
