import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { photoOf } from '../support/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, type GivenNotice, noticeOf } from '../support/given.js';
import { Screens } from '../support/screens.js';

describe('A dark screen extends', () => {
  let given: Given;
  let neighbour: ApiClient;
  let notice: GivenNotice;
  let screens: Screens;
  let id: string;

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    neighbour = await given.hire('neighbour', ['village_clerk', '370126101227']);
    screens = await Screens.hang(given);
    notice = await noticeOf(await given.transfer({ state: 'noticed' }));
    await screens.play();
    await notice.story.proveBoard();
  });
  afterAll(() => given.close());

  const dark = (from: string, to: string, venue = 'screen_town') =>
    given.as('101-information').send(`/notices/${notice.id}/dark-intervals`, {
      venue,
      from: `2026-10-${from}+08:00`,
      to: `2026-10-${to}+08:00`,
      reason: '大厅停电',
    });

  const periodSheets = () =>
    given.exchange.database.ask<{ number: string; last: string; extension: string | null; days: string }>(
      `SELECT number, view->>'lastDay' AS last, view->>'extension' AS extension, jsonb_array_length(view->'days')::text AS days
       FROM paper WHERE kind = 'notice_period' AND subject_id = $1 ORDER BY made_at, number`,
      [notice.id],
    );
  const lost = async (): Promise<number> =>
    (await given.as('reviewer').get<{ rows: { lost: boolean }[] }>('/screens')).rows.filter((row) => row.lost).length;
  const onDesk = async (): Promise<boolean> =>
    (await given.page('/board-photos', given.as('101-village-226'))).body.includes('等贴起止告示');

  it('has its first and last day told on a sheet that the station puts beside the notice', async () => {
    const [sheet] = await periodSheets();
    expect(sheet).toMatchObject({
      number: '商农公示〔2026〕第0001号（起止）',
      last: '2026-10-20',
      extension: null,
    });
    expect(await onDesk()).toBe(true);
    const acts = (await given.as('101-village-226').ask(`/notices/${notice.id}`)).json().acts;
    expect(acts.map((act: { action: string }) => act.action)).toEqual(
      expect.arrayContaining(['period-sheet', 'prove-period']),
    );
    const post = (who: ApiClient) => who.send(`/notices/${notice.id}/period-sheet`, { photo: photoOf('both') });
    expect((await post(neighbour)).json()).toMatchObject({ status: 403 });
    expect((await given.as('101-village-226').send(`/notices/${notice.id}/period-sheet`)).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/photo', detail: expect.stringContaining('公示栏的照片') }],
    });
    expect((await post(given.as('101-village-226'))).statusCode).toBe(201);
    expect(await onDesk()).toBe(false);
  });

  it('is noticed when its heartbeat stops while the hall is open', async () => {
    given.exchange.setDay('2026-10-13', '10:00');
    expect(await lost()).toBe(2);
    expect((await given.as('reviewer').ask('/screens?sort=quiet&kind=screen_town&q=01')).json().rows).toMatchObject([
      { name: '殷巷-01', kind: 'screen_town', lost: true },
    ]);
    expect((await given.as('102-information').ask('/screens')).json().rows).toEqual([]);
    const page = await given.page('/screens', given.as('reviewer'));
    expect(page.body).toContain('2 块屏幕没有心跳');
    expect((await given.as('101-village-226').ask('/screens')).statusCode).toBe(403);
  });

  it('notes its own silence when it comes back, for the county to judge', async () => {
    await screens.play(['town']);
    const [span] = (await given.as('reviewer').ask(`/notices/${notice.id}`)).json().staff.outages;
    expect(span).toMatchObject({ reason: '屏幕没有心跳', reportedBy: '殷巷-01', confirmedAt: null });
    expect(await lost()).toBe(1);
  });

  it('is reported from the hall, not from another village and not for the future', async () => {
    const other = await neighbour.send(`/notices/${notice.id}/dark-intervals`, {
      venue: 'screen_town',
      from: '2026-10-12T08:30+08:00',
      to: '2026-10-12T17:00+08:00',
      reason: '停电',
    });
    expect(other.json()).toMatchObject({ status: 403, type: '/problems/not-your-place' });
    expect((await dark('12T08:30', '20T17:00')).json()).toMatchObject({
      status: 422,
      type: '/problems/dark-span-wrong',
    });
    expect((await dark('12T17:00', '12T08:30')).json()).toMatchObject({
      status: 422,
      type: '/problems/dark-span-wrong',
    });
  });

  it('is reported on a form, day and time apart', async () => {
    const form = await given.page(`/notices/${notice.id}/dark-intervals`, given.as('101-information'));
    expect(form.body).toContain('报告公示中断');
    const post = async (fields: string) =>
      given.exchange.app.inject({
        method: 'POST',
        url: `/notices/${notice.id}/dark-intervals`,
        headers: {
          ...(await given.as('101-information').headers()),
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: `venue=screen_town&reason=%E5%81%9C%E7%94%B5&fromDay.year=2026&fromDay.month=10&fromDay.day=12&fromTime=8:30&${fields}`,
      });
    expect((await post('toDay.year=2026&toDay.month=10&toDay.day=12')).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/toDay' }],
    });
    expect((await post('toDay.year=2026&toDay.month=10&toDay.day=12&toTime=9:30')).statusCode).toBe(201);
  });

  it('adds nothing for less than a working day', async () => {
    const { id: short } = (await dark('12T08:30', '12T11:00')).json();
    const at = `/notices/${notice.id}/dark-intervals/${short}/confirmation`;
    const waits = async () =>
      (await given.as('reviewer').get<{ rows: { at: string }[] }>('/desk?kind=venue_dark')).rows.map((row) => row.at);
    expect(await waits()).toContain(at);
    const kept = await given.as('reviewer').send(at);
    expect(await waits()).not.toContain(at);
    expect(kept.json()).toMatchObject({ period: { lastDay: '2026-10-20' } });
  });

  it('adds the working day that was lost, once the county has confirmed it', async () => {
    id = (await dark('12T08:00', '12T18:00')).json().id;
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({
      period: { lastDay: '2026-10-20' },
    });
    const town = await given.as('101-information').send(`/notices/${notice.id}/dark-intervals/${id}/confirmation`);
    expect(town.json()).toMatchObject({ status: 403 });
    const longer = await given.as('reviewer').send(`/notices/${notice.id}/dark-intervals/${id}/confirmation`);
    expect(longer.json()).toMatchObject({
      period: { start: '2026-10-10', lastDay: '2026-10-21' },
      state: 'running',
    });
    expect(longer.json().period.basis).toContain('顺延 1 个工作日');
    expect(longer.json().period.counted).toHaveLength(8);
    const sheets = await periodSheets();
    expect(sheets).toHaveLength(2);
    expect(sheets[1]).toMatchObject({
      number: '商农公示〔2026〕第0001号（起止之2）',
      last: '2026-10-21',
      extension: expect.stringContaining('"workingDays": 1'),
    });
    expect(await onDesk()).toBe(true);
    const again = await given.as('reviewer').send(`/notices/${notice.id}/dark-intervals/${id}/confirmation`);
    expect(again.json()).toMatchObject({ status: 409, type: '/problems/dark-already-confirmed' });
  });

  it('adds one day, not two, where both venues were dark on the same day', async () => {
    const { id: board } = (await dark('12T08:30', '12T17:00', 'village_board')).json();
    const same = await given.as('reviewer').send(`/notices/${notice.id}/dark-intervals/${board}/confirmation`);
    expect(same.json()).toMatchObject({ period: { lastDay: '2026-10-21' } });
  });

  it('reopens a period that had just ended', async () => {
    given.exchange.setDay('2026-10-22', '08:00');
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({ state: 'over' });
    const { id: late } = (await dark('19T08:30', '20T17:00')).json();
    const reopened = await given.as('reviewer').send(`/notices/${notice.id}/dark-intervals/${late}/confirmation`);
    expect(reopened.json()).toMatchObject({ state: 'running', period: { lastDay: '2026-10-23' }, clear: false });
  });
});
