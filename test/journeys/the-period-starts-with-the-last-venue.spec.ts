import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { pdf, photoOf } from '../support/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, type GivenNotice, missingOf, noticeOf, refusal } from '../support/given.js';
import { Screens } from '../support/screens.js';

describe('The period starts the day after the last of three venues has proof', () => {
  let given: Given;
  let neighbour: ApiClient;
  let notice: GivenNotice;

  beforeAll(async () => {
    given = await Given.open('2026-09-28T14:30:00+08:00');
    neighbour = await given.hire('neighbour', ['village_clerk', '370126101227']);
  });
  afterAll(() => given.close());

  const contractorsOf = async ({ id }: TransferStory): Promise<string[]> => {
    const rows = await given.exchange.database.ask<{ name: string }>(
      `SELECT DISTINCT p.name FROM transfer_parcel t JOIN household h ON h.id = t.grantor_id JOIN person p ON p.id = h.representative_id
       WHERE t.transfer_id = $1`,
      [id],
    );
    return rows.map((row) => row.name);
  };
  const photo = async (file: File, fields: object = {}, who = given.as('101-village-226')) =>
    who.send(`${await notice.story.posting('village_board')}/proof`, { ...fields, photo: file });

  it('is published on Monday with its number and the fingerprint of its words', async () => {
    notice = await noticeOf(await given.transfer({ state: 'on_notice', parcels: await given.land('12.00') }));
    const view = (await given.stranger.ask(`/notices/${notice.id}`)).json();
    expect(view).toMatchObject({
      number: '商农公示〔2026〕第0001号',
      version: 1,
      state: 'awaiting_proof',
      period: null,
      clear: false,
    });
    expect(missingOf(view)).toHaveLength(3);
    expect(view.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows nobody but the village’s own sheet a whole name', async () => {
    const open = (await given.stranger.ask(`/notices/${notice.id}`)).body;
    const sheet = (await given.as('101-village-226').ask(`/notices/${notice.id}/board`)).body;
    const strangers = (await given.stranger.ask(`/notices/${notice.id}/board`)).body;
    const names = await contractorsOf(notice.story);
    for (const name of names) {
      expect([open.includes(name), strangers.includes(name), sheet.includes(name)]).toEqual([false, false, true]);
      expect(open).toContain(`${name[0]}＊＊`);
    }
    expect(names.length).toBeGreaterThan(1);
  });

  it('is played by both screens on Monday, and still waits for the village', async () => {
    await (await Screens.hang(given)).play();
    const view = (await given.stranger.ask(`/notices/${notice.id}`)).json();
    expect(missingOf(view)).toEqual(['village_board']);
    expect((await given.page(`/notices/${notice.id}`)).body).toContain('还差：村公示栏（李家桥村公示栏）');
  });

  it('takes no photo from the clerk of another village', async () => {
    const refused = await photo(photoOf('board'), {}, neighbour);
    expect(refused.json()).toMatchObject({ status: 403, type: '/problems/not-your-place' });
  });

  it('takes no PDF that calls itself a photo, and no proof without a photo', async () => {
    const renamed = await photo(new File([pdf], 'board.jpg'));
    expect(renamed.json()).toMatchObject({ status: 422, type: '/problems/file-wrong-type' });
    const scan = await photo(new File([pdf], 'board.pdf'));
    expect(scan.json()).toMatchObject({ status: 422, type: '/problems/file-wrong-type' });
    const none = await given.as('101-village-226').send(`${await notice.story.posting('village_board')}/proof`);
    expect(none.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/photo' }] });
  });

  it('takes no photo that is older than the approved text', async () => {
    const early = await photo(photoOf('board'), {
      postedAt: '2026-09-27T10:00:00+08:00',
    });
    expect(early.json()).toMatchObject({ status: 422, type: '/problems/photo-date-wrong' });
  });

  it('begins with the photo on Wednesday and ends on 15 October, National Day not counted', async () => {
    given.exchange.setDay('2026-09-30', '10:40');
    const proof = await photo(photoOf('board'), {
      longitude: '117.123456',
      latitude: '37.309876',
    });
    expect(proof.statusCode).toBe(201);
    expect(proof.json()).toMatchObject({ kind: 'village_board', proof: 'photo', address: `/notices/${notice.id}` });
    const started = (await given.stranger.ask(`/notices/${notice.id}`)).json();
    expect(started).toMatchObject({
      state: 'running',
      period: {
        ...{ start: '2026-09-30', firstDay: '2026-10-08', lastDay: '2026-10-15' },
        dueAt: '2026-10-15T16:00:00.000Z',
      },
    });
    const { venues, period } = started;
    expect(missingOf({ venues })).toEqual([]);
    expect(period.counted).toHaveLength(7);
    expect(period.skipped[0]).toMatchObject({ day: '2026-10-01', reason: '国庆节放假' });
  });

  it('takes a proof once', async () => {
    expect((await photo(photoOf('board'))).json()).toMatchObject({
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
    expect(list.rows[0]).toMatchObject({ number: '商农公示〔2026〕第0001号', state: 'running', lastDay: '2026-10-15' });
    const listed = (await given.page('/notices')).body;
    expect(listed).toContain('还剩 4 个工作日');
    expect(listed).toContain('共 7 个工作日，已过 3 个');
  });

  it('is not clear at midnight but at nine of the next working day, whether the clock has run or not', async () => {
    const at = (when: string, time: string): Promise<string[]> => {
      given.exchange.setDay(when, time);
      return given.hinders(notice.id);
    };
    expect(await at('2026-10-15', '23:59')).toEqual(['period-running']);
    expect(await at('2026-10-16', '00:00')).toEqual(['notice-settling']);
    expect(await at('2026-10-16', '09:00')).toEqual([]);
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({ state: 'clear' });
  });

  it('refuses a text with somebody’s identity number, whoever approves it', async () => {
    const story = await given.transfer({
      state: 'county_review',
      payment: '付到李演禾，身份证 99999919691212001X 名下',
    });
    await story.review();
    expect(await refusal(story.approve())).toMatchObject({ type: 'personal-data-in-text', status: 422 });
    expect(await story.view()).toMatchObject({ stateName: 'county_review', noticeId: null });
  });

  it('is refused every change of its public words by the database itself', async () => {
    const change = given.exchange.database.write(`UPDATE publication SET text = '{}' WHERE subject_id = $1`, [
      notice.id,
    ]);
    await expect(change).rejects.toMatchObject({ constraint: 'publication_immutable' });
    const remove = given.exchange.database.write('DELETE FROM publication WHERE subject_id = $1', [notice.id]);
    await expect(remove).rejects.toThrow('permission denied');
  });
});
