import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notice } from '#notices';
import { pdf, photoOf } from '../support/made-up-files.js';
import { GivenNotices, draftOf, terms } from '../support/notice.js';

describe('The period starts the day after the last of three venues has proof', () => {
  let given: GivenNotices;
  let notice: Notice;

  beforeAll(async () => {
    given = await GivenNotices.open('2026-09-28T14:30:00+08:00');
  });
  afterAll(() => given.close());

  it('is published on Monday with its number and the fingerprint of its words', async () => {
    notice = await given.publish();
    const view = (await given.stranger.ask(`/notices/${notice.id}`)).json();
    expect(view).toMatchObject({
      number: '商农公示〔2026〕第0001号',
      version: 1,
      state: { name: 'awaiting_proof' },
      due: null,
      clear: false,
    });
    expect(view.missing).toHaveLength(3);
    expect(view.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows nobody but the village’s own sheet a whole name', async () => {
    const open = (await given.stranger.ask(`/notices/${notice.id}`)).body;
    expect(open).toContain('王＊＊');
    for (const name of ['王演农', '李演禾']) expect(open).not.toContain(name);
    expect((await given.stranger.ask(`/notices/${notice.id}/board`)).body).not.toContain('王演农');
    expect((await given.as.clerk.ask(`/notices/${notice.id}/board`)).body).toContain('王演农');
  });

  it('is played by both screens on Monday, and still waits for the village', async () => {
    await given.play();
    const view = (await given.stranger.ask(`/notices/${notice.id}`)).json();
    expect(view.missing).toEqual(['村公示栏（李家桥村公示栏）']);
    expect((await given.page(`/notices/${notice.id}`)).body).toContain('还差：村公示栏');
  });

  it('takes no photo from the clerk of another village', async () => {
    const refused = await given.photo(notice.id, given.as.other);
    expect(refused.json()).toMatchObject({ status: 403, type: '/problems/not-your-place' });
  });

  it('takes no PDF that calls itself a photo, and no proof without a photo', async () => {
    const renamed = await given.photo(notice.id, given.as.clerk, new File([pdf], 'board.jpg'));
    expect(renamed.json()).toMatchObject({ status: 422, type: '/problems/file-wrong-type' });
    const scan = await given.photo(notice.id, given.as.clerk, new File([pdf], 'board.pdf'));
    expect(scan.json()).toMatchObject({ status: 422, type: '/problems/file-wrong-type' });
    const none = await given.as.clerk.send(`/notices/${notice.id}/venues/village_board/proof`);
    expect(none.json()).toMatchObject({ status: 422, type: '/problems/photo-missing' });
  });

  it('takes no photo that is older than the approved text', async () => {
    const early = await given.photo(notice.id, given.as.clerk, photoOf('board'), {
      postedAt: '2026-09-27T10:00:00+08:00',
    });
    expect(early.json()).toMatchObject({ status: 422, type: '/problems/photo-date-wrong' });
  });

  it('begins with the photo on Wednesday and ends on 15 October, National Day not counted', async () => {
    given.exchange.setDay('2026-09-30', '10:40');
    const proof = await given.photo(notice.id, given.as.clerk, photoOf('board'), {
      longitude: '117.123456',
      latitude: '37.309876',
    });
    expect(proof.statusCode).toBe(201);
    expect(proof.json()).toMatchObject({
      state: { name: 'running' },
      missing: [],
      periodStart: '2026-09-30',
      firstDay: '2026-10-08',
      lastDay: '2026-10-15',
      dueAt: '2026-10-15T16:00:00.000Z',
    });
    const why = proof.json().period.why.reckoning;
    expect(why.counted).toHaveLength(7);
    expect(why.skipped[0]).toMatchObject({ day: '2026-10-01', reason: '国庆节放假' });
  });

  it('takes a proof once', async () => {
    expect((await given.photo(notice.id)).json()).toMatchObject({
      status: 409,
      type: '/problems/venue-already-proven',
    });
  });

  it('says on 12 October that four working days are left', async () => {
    given.exchange.setDay('2026-10-12', '10:27');
    const page = await given.page(`/notices/${notice.id}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('还剩 4 个工作日');
    const list = (await given.stranger.ask('/notices')).json();
    expect(list.rows[0]).toMatchObject({ number: notice.number, state: 'running', lastDay: '2026-10-15' });
    const listed = (await given.page('/notices')).body;
    expect(listed).toContain('还剩 4 个工作日');
    expect(listed).toContain('共 7 个工作日，已过 3 个');
  });

  it('is not clear at midnight but at nine of the next working day, whether the clock has run or not', async () => {
    const at = async (when: string, time: string): Promise<{ clear: boolean; rules: string[] }> => {
      given.exchange.setDay(when, time);
      const { clear, blockers } = await given.service.isClear(
        given.exchange.database.reader,
        notice.id,
        given.exchange.clock.now(),
      );
      return { clear, rules: blockers.map((each) => each.rule) };
    };
    expect(await at('2026-10-15', '23:59')).toEqual({ clear: false, rules: ['period-running'] });
    expect(await at('2026-10-16', '00:00')).toEqual({ clear: false, rules: ['notice-settling'] });
    expect(await at('2026-10-16', '09:00')).toEqual({ clear: true, rules: [] });
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({ state: { name: 'clear' } });
  });

  it('refuses a text with somebody’s identity number, whoever approves it', async () => {
    const draft = await given.draft(draftOf({ payment: '付到李演禾，身份证 99999919691212001X 名下' }));
    const now = given.exchange.clock.now();
    const actor = {
      kind: 'staff' as const,
      accountId: null,
      name: '沈审',
      posts: [{ post: 'county_director' as const, officeCode: '370126000000' }],
      partyId: null,
      assisting: null,
    };
    const publish = given.exchange.database.transaction((tx) => given.service.publish(tx, draft.id, actor, now));
    await expect(publish).rejects.toMatchObject({ type: 'personal-data-in-text', status: 422 });
    expect((await given.stranger.ask(`/notices/${draft.id}`)).statusCode).toBe(404);
  });

  it('is refused every change of its public words by the database itself', async () => {
    const change = given.exchange.database.write(`UPDATE publication SET text = '{}' WHERE subject_id = $1`, [
      notice.id,
    ]);
    await expect(change).rejects.toMatchObject({ constraint: 'publication_immutable' });
    const remove = given.exchange.database.write('DELETE FROM publication WHERE subject_id = $1', [notice.id]);
    await expect(remove).rejects.toThrow('permission denied');
    expect(terms.parcels).toHaveLength(2);
  });
});
