import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { photoOf } from '../support/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { Given, type GivenNotice, noticeOf } from '../support/given.js';
import { Screens } from '../support/screens.js';

describe('An outage of a venue extends the period', () => {
  let given: Given;
  let neighbour: ApiClient;
  let notice: GivenNotice;
  let screens: Screens;
  let id: string;

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    neighbour = await given.hire('neighbour', ['village_clerk', '370126101227']);
    screens = await Screens.hang(given);
    notice = await noticeOf(await given.transfer({ state: 'on_notice' }));
    await screens.play();
    await notice.story.proveBoard();
  });
  afterAll(() => given.close());

  const outage = async (from: string, to: string, venue = 'screen_town') =>
    given.as('101-information').send(`${await notice.story.posting(venue)}/outage`, {
      from: `2026-10-${from}+08:00`,
      to: `2026-10-${to}+08:00`,
      reason: '大厅停电',
    });

  const confirmation = async (outageId: string, venue = 'screen_town') =>
    `${await notice.story.posting(venue)}/outages/${outageId}/confirmation`;
  const seen = async () => (await given.stranger.ask(`/notices/${notice.id}`)).json();

  const datesPosters = () =>
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
    const [sheet] = await datesPosters();
    expect(sheet).toMatchObject({
      number: '商农公示〔2026〕第0001号（起止）',
      last: '2026-10-20',
      extension: null,
    });
    expect(await onDesk()).toBe(true);
    const acts = (await given.as('101-village-226').ask(`/notices/${notice.id}`)).json().acts;
    expect(acts.map((act: { action: string }) => act.action)).toEqual(expect.arrayContaining(['sheet', 'prove-sheet']));
    const board = await notice.story.posting('village_board');
    const post = (who: ApiClient) => who.send(`${board}/sheet`, { photo: photoOf('both') });
    expect((await post(neighbour)).json()).toMatchObject({ status: 403 });
    expect((await given.as('101-village-226').send(`${board}/sheet`)).json()).toMatchObject({
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
    const other = await neighbour.send(`${await notice.story.posting('screen_town')}/outage`, {
      from: '2026-10-12T08:30+08:00',
      to: '2026-10-12T17:00+08:00',
      reason: '停电',
    });
    expect(other.json()).toMatchObject({ status: 403, type: '/problems/not-your-place' });
    expect((await outage('12T08:30', '20T17:00')).json()).toMatchObject({
      status: 422,
      type: '/problems/outage-span-wrong',
    });
    expect((await outage('12T17:00', '12T08:30')).json()).toMatchObject({
      status: 422,
      type: '/problems/outage-span-wrong',
    });
  });

  it('is reported on a form, day and time apart', async () => {
    const at = `${await notice.story.posting('screen_town')}/outage`;
    const form = await given.page(at, given.as('101-information'));
    expect(form.body).toContain('报告公示中断');
    const post = async (fields: string) =>
      given.exchange.app.inject({
        method: 'POST',
        url: at,
        headers: {
          ...(await given.as('101-information').headers()),
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: `reason=%E5%81%9C%E7%94%B5&fromDay.year=2026&fromDay.month=10&fromDay.day=12&fromTime=8:30&${fields}`,
      });
    expect((await post('toDay.year=2026&toDay.month=10&toDay.day=12')).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/toDay' }],
    });
    expect((await post('toDay.year=2026&toDay.month=10&toDay.day=12&toTime=9:30')).statusCode).toBe(201);
  });

  it('adds nothing for less than a working day', async () => {
    const { id: short } = (await outage('12T08:30', '12T11:00')).json();
    const at = await confirmation(short);
    const waits = async () =>
      (await given.as('reviewer').get<{ rows: { at: string }[] }>('/desk?kind=venue_outage')).rows.map((row) => row.at);
    expect(await waits()).toContain(at);
    await given.as('reviewer').post(at);
    expect(await waits()).not.toContain(at);
    expect(await seen()).toMatchObject({ period: { lastDay: '2026-10-20' } });
  });

  it('adds the working day that was lost, once the county has confirmed it', async () => {
    id = (await outage('12T08:00', '12T18:00')).json().id;
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({
      period: { lastDay: '2026-10-20' },
    });
    const town = await given.as('101-information').send(await confirmation(id));
    expect(town.json()).toMatchObject({ status: 403 });
    const confirmed = await given.as('reviewer').send(await confirmation(id));
    expect(confirmed.json()).toMatchObject({ kind: 'screen_town', address: `/notices/${notice.id}` });
    expect(confirmed.json().outages).toContainEqual(expect.objectContaining({ id, lostWorkingDays: 1 }));
    const longer = await seen();
    expect(longer).toMatchObject({
      period: { start: '2026-10-10', lastDay: '2026-10-21' },
      state: 'running',
    });
    expect(longer.period.basis).toContain('顺延 1 个工作日');
    expect(longer.period.counted).toHaveLength(8);
    const sheets = await datesPosters();
    expect(sheets).toHaveLength(2);
    expect(sheets[1]).toMatchObject({
      number: '商农公示〔2026〕第0001号（起止之2）',
      last: '2026-10-21',
      extension: expect.stringContaining('"workingDays": 1'),
    });
    expect(await onDesk()).toBe(true);
    const again = await given.as('reviewer').send(await confirmation(id));
    expect(again.json()).toMatchObject({ status: 409, type: '/problems/outage-already-confirmed' });
  });

  it('adds one day, not two, where both venues were out on the same day', async () => {
    const { id: board } = (await outage('12T08:30', '12T17:00', 'village_board')).json();
    await given.as('reviewer').post(await confirmation(board, 'village_board'));
    expect(await seen()).toMatchObject({ period: { lastDay: '2026-10-21' } });
  });

  it('reopens a period that had just ended', async () => {
    given.exchange.setDay('2026-10-22', '08:00');
    await given.sweep();
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json()).toMatchObject({ state: 'over' });
    const { id: late } = (await outage('19T08:30', '20T17:00')).json();
    await given.as('reviewer').post(await confirmation(late));
    expect(await seen()).toMatchObject({ state: 'running', period: { lastDay: '2026-10-23' }, clear: false });
  });
});
