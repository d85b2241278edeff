import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notice } from '#notices';
import { GivenNotices, draftOf } from '../support/notice.js';

describe('A changed price makes a new version and a full new period; an erratum does not', () => {
  let given: GivenNotices;
  let first: Notice;
  let second: Notice;
  const draft = draftOf();

  beforeAll(async () => {
    given = await GivenNotices.open('2026-10-10T09:00:00+08:00');
    first = await given.running(draft);
  });
  afterAll(() => given.close());

  it('is corrected beside the text, approved by the county, and the period stays', async () => {
    const before = (await given.stranger.ask(`/notices/${first.id}`)).json();
    const correction = { wrong: '共有人都已书面同意', right: '共有人均已书面同意', reason: '用字' };
    expect((await given.as.clerk.send(`/notices/${first.id}/errata`, correction)).json()).toMatchObject({
      status: 403,
    });
    const after = await given.as.county.send(`/notices/${first.id}/errata`, correction);
    expect(after.json()).toMatchObject({ version: 1, lastDay: before.lastDay, hash: before.hash });
    expect(after.json().notes[0]).toMatchObject({ title: '更正', text: expect.stringContaining('公示期不变') });
  });

  it.each([
    ['the price', { wrong: '900.00', right: '890.00', reason: '写错' }],
    ['a name', { wrong: '禾野种植', right: '禾原种植', reason: '写错' }],
    ['the land', { wrong: '东大方', right: '西大方', reason: '写错' }],
    ['the term', { wrong: '2032年10月31日', right: '2033年10月31日', reason: '写错' }],
  ])('takes no erratum of %s', async (_what, correction) => {
    const refused = await given.as.county.send(`/notices/${first.id}/errata`, correction);
    expect(refused.json()).toMatchObject({ status: 409, type: '/problems/erratum-changes-terms' });
  });

  it('takes no erratum of words that are not there, nor one that names a phone', async () => {
    const absent = { wrong: '没有的字', right: '有的字', reason: '写错' };
    expect((await given.as.county.send(`/notices/${first.id}/errata`, absent)).json()).toMatchObject({
      status: 422,
      type: '/problems/erratum-text-not-found',
    });
    const phone = { wrong: '公开咨询室', right: '公开咨询室 10000000001', reason: '补电话' };
    expect((await given.as.county.send(`/notices/${first.id}/errata`, phone)).json()).toMatchObject({
      type: '/problems/personal-data-in-text',
    });
  });

  it('ends the old version and starts the new one from nothing', async () => {
    given.exchange.setDay('2026-10-16', '09:00');
    second = await given.publishAnew(
      first.id,
      { ...draft, terms: { ...draft.terms, price: '950.00 元/亩/年', yearly: '每年 114,000.00 元' } },
      '双方重新商定',
    );
    const old = (await given.stranger.ask(`/notices/${first.id}`)).json();
    expect(old).toMatchObject({ state: { name: 'withdrawn' }, clear: false, due: null });
    expect(old.notes[0]).toMatchObject({
      text: expect.stringContaining('双方重新商定'),
      href: `/notices/${second.id}`,
    });
    const fresh = (await given.stranger.ask(`/notices/${second.id}`)).json();
    expect(fresh).toMatchObject({ version: 2, number: '商农公示〔2026〕第0002号', state: { name: 'awaiting_proof' } });
    expect(fresh.missing).toHaveLength(3);
    expect(fresh.notes[0].text).toContain('价款有变');
  });

  it('runs seven whole working days again once it hangs everywhere', async () => {
    given.exchange.setDay('2026-10-19', '09:00');
    await given.play(['county', 'town'], 2);
    const proof = await given.photo(second.id);
    expect(proof.json()).toMatchObject({ periodStart: '2026-10-19', firstDay: '2026-10-20', lastDay: '2026-10-28' });
    const current = await given.service.currentOf(given.exchange.database.reader, draft.transferId);
    expect(current?.id).toBe(second.id);
  });

  it('leaves only the new version in the open list', async () => {
    const { rows } = (await given.stranger.ask('/notices?q=李家桥')).json();
    expect(rows.map((row: { id: string }) => row.id)).toEqual([second.id]);
    const ended = (await given.stranger.ask('/notices?state=ended')).json();
    expect(ended.rows.map((row: { id: string }) => row.id)).toEqual([first.id]);
  });

  it('comes again as the next version after it was withdrawn', async () => {
    const { database, clock } = given.exchange;
    const actor = {
      kind: 'party' as const,
      accountId: null,
      name: '王演农',
      posts: [],
      partyId: null,
      assisting: null,
    };
    await database.transaction((tx) => given.service.withdraw(tx, second.id, '转出方撤回申请', actor, clock.now()));
    expect((await given.stranger.ask(`/notices/${second.id}`)).json()).toMatchObject({ state: { name: 'withdrawn' } });
    const third = await given.publish(draft);
    expect(third.version).toBe(3);
    await expect(given.publish(draft)).rejects.toMatchObject({ type: 'notice-already-live' });
  });
});
