import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Given, missingOf, noticeOf, refusal } from '../support/given.js';
import { said } from '../support/walker.js';

describe('A changed price makes a new version and a full new period; an erratum does not', () => {
  let given: Given;
  let story: TransferStory;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    ({ story, id: first } = await given.runningNotice());
  });
  afterAll(() => given.close());

  const recall = () =>
    given.as('reviewer').post(`/transfers/${story.id}/recall`, { reason: '双方重新商定', rule: '平台规则 公-03' });
  const erratum = (correction: object) => given.as('reviewer').send(`/notices/${first}/errata`, correction);

  it('is corrected beside the text, approved by the county, and the period stays', async () => {
    const before = (await given.stranger.ask(`/notices/${first}`)).json();
    const correction = { wrong: '共有人都已书面同意', right: '共有人均已书面同意', reason: '用字' };
    expect((await given.as('101-village-226').send(`/notices/${first}/errata`, correction)).json()).toMatchObject({
      status: 403,
    });
    const after = await erratum(correction);
    expect(after.json()).toMatchObject({ version: 1, period: before.period, hash: before.hash });
    expect(after.json().errata).toHaveLength(1);
    expect(said((await given.page(`/notices/${first}`)).body)).toContain('公示期不变');
  });

  it('takes no erratum of the price, a name, the land or the term', async () => {
    const [parcel] = await given.exchange.database.ask<{ name: string }>(
      'SELECT p.name FROM transfer_parcel t JOIN parcel p ON p.id = t.parcel_id WHERE t.transfer_id = $1 LIMIT 1',
      [story.id],
    );
    for (const wrong of ['900.00', story.wish.transferee.name, parcel?.name ?? '', '2032年11月9日']) {
      const refused = (await erratum({ wrong, right: '别的', reason: '写错' })).json();
      expect([wrong, refused]).toMatchObject([wrong, { status: 409, type: '/problems/erratum-changes-terms' }]);
    }
  });

  it('takes no erratum of words that are not there, nor one that names a phone', async () => {
    const absent = { wrong: '没有的字', right: '有的字', reason: '写错' };
    expect((await erratum(absent)).json()).toMatchObject({
      status: 422,
      type: '/problems/erratum-text-not-found',
    });
    const phone = { wrong: '公开咨询室', right: '公开咨询室 10000000001', reason: '补电话' };
    expect((await erratum(phone)).json()).toMatchObject({
      type: '/problems/personal-data-in-text',
    });
  });

  it('ends the old version and starts the new one from nothing', async () => {
    given.exchange.setDay('2026-10-16', '09:00');
    await recall();
    await story.returnForCorrection('价款', '写双方重新商定的');
    await story.revise({ priceYuan: '950' });
    await story.resubmit();
    await given.go(story, 'on_notice', 'town_review');
    second = (await noticeOf(story)).id;
    const old = (await given.stranger.ask(`/notices/${first}`)).json();
    expect(old).toMatchObject({ state: 'withdrawn', clear: false, next: { id: second } });
    expect(old.endedReason).toContain('双方重新商定');
    const fresh = (await given.stranger.ask(`/notices/${second}`)).json();
    expect(fresh).toMatchObject({ version: 2, number: '商农公示〔2026〕第0002号', state: 'awaiting_proof' });
    expect(missingOf(fresh)).toHaveLength(3);
    expect(fresh.previous).toMatchObject({ id: first, changed: ['price'] });
    expect(said((await given.page(`/notices/${second}`)).body)).toContain('价款有变');
  });

  it('runs seven whole working days again once it hangs everywhere', async () => {
    given.exchange.setDay('2026-10-19', '09:00');
    await story.proveScreens();
    await story.proveBoard();
    const proven = await given.stranger.get(`/notices/${second}`);
    expect(proven).toMatchObject({
      period: { start: '2026-10-19', firstDay: '2026-10-20', lastDay: '2026-10-28' },
    });
  });

  it('leaves only the new version in the open list', async () => {
    const { rows } = (await given.stranger.ask('/notices?q=李家桥')).json();
    expect(rows.map((row: { id: string }) => row.id)).toEqual([second]);
    const ended = (await given.stranger.ask('/notices?state=ended')).json();
    expect(ended.rows.map((row: { id: string }) => row.id)).toEqual([first]);
  });

  it('comes again as the next version after it was withdrawn, and only once', async () => {
    await recall();
    expect(await given.stranger.get(`/notices/${second}`)).toMatchObject({ state: 'withdrawn' });
    await story.submitToCounty();
    await story.review();
    await story.approve();
    const third = await noticeOf(story);
    expect(await given.stranger.get(`/notices/${third.id}`)).toMatchObject({ version: 3 });
    expect((await refusal(story.approve())).status).toBe(409);
  });
});
