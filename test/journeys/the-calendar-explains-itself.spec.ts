import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Day } from '#kernel';
import { Deadlines } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { formOf } from '../../apps/exchange/src/training/api-client.js';
import { type Clerk, hire } from '../support/people.js';

const county = '370126000000';
const town = '370126101000';
const other = '370126102000';

describe('The calendar', () => {
  let exchange: TestExchange;
  let staff: Record<'admin' | 'reviewer', Clerk>;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    staff = await hire(exchange, { admin: ['county_administrator', county], reviewer: ['county_reviewer', county] });
  });
  afterAll(() => exchange.close());

  const ask = (query: string) => exchange.app.inject({ url: `/api/calendar/deadline?${query}` });
  const post = (path: string, payload: object, who = staff.admin) =>
    exchange.app.inject({ method: 'POST', url: `/api/calendar${path}`, payload, headers: who.headers });
  /** A clock of seven working days, as a record of an office would set it. */
  const run = (start: string, officeCode = town, subject = 'transfer') => {
    const about = {
      subject,
      subjectId: randomUUID(),
      kind: 'state:test',
      label: '测试期限',
      basis: '',
      untilClose: false,
      column: null,
    };
    return exchange.database.transaction((tx) =>
      exchange.app
        .get(Deadlines)
        .set(tx, { ...about, start: start as Day, workingDays: 7, officeCode }, exchange.clock.now()),
    );
  };
  const lastDay = async (id: string): Promise<{ lastDay: string; provisional: boolean }> => {
    const [row] = await exchange.database.ask<{ lastDay: string; provisional: boolean }>(
      'SELECT last_day AS "lastDay", provisional FROM deadline WHERE id = $1',
      [id],
    );
    return row ?? { lastDay: '', provisional: true };
  };
  const closure = {
    from: '2026-09-28',
    to: '2026-09-29',
    reason: '暴雨停止办公',
    authority: '商河县人民政府',
    documentNumber: '商政办发〔2026〕99 号',
    officeCode: other,
  };

  it('counts seven working days over National Day and says why each day was skipped', async () => {
    const answer = await ask('start=2026-09-30&workingDays=7');
    expect(answer.statusCode).toBe(200);
    const found = answer.json<{
      counted: { day: string; note?: string }[];
      skipped: { day: string; reason: string; decree?: { url: string } }[];
    }>();
    expect(found).toMatchObject({
      start: '2026-09-30',
      workingDays: 7,
      firstDay: '2026-10-08',
      lastDay: '2026-10-15',
      provisional: false,
    });
    expect(found.counted.map((each) => each.day.slice(8)).join()).toBe('08,09,10,12,13,14,15');
    expect(found.counted[2]).toMatchObject({ day: '2026-10-10', note: '国庆节调休上班' });
    expect(found.skipped[0]).toMatchObject({
      day: '2026-10-01',
      reason: '国庆节放假',
      decree: { url: expect.stringContaining('gov.cn') },
    });
    expect(found.skipped.at(-1)).toMatchObject({ day: '2026-10-11', reason: '周日休息' });
  });

  it.each([
    ['start=2026-02-30&workingDays=7', '#/start'],
    ['start=30.09.2026&workingDays=7', '#/start'],
    ['workingDays=7', '#/start'],
    ['start=2026-09-30', '#/workingDays'],
    ['start=2026-09-30&workingDays=2001', '#/workingDays'],
    ['start=2026-09-30&workingDays=0', '#/workingDays'],
    ['start=2026-09-30&workingDays=1.5', '#/workingDays'],
    ['start=2026-09-30&workingDays=-7', '#/workingDays'],
  ])('refuses %s in clear words', async (query, pointer) => {
    const answer = await ask(query);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { errors: [{ pointer, detail: expect.stringMatching(/[\u4e00-\u9fff]/) }] },
    ]);
  });

  it('has a page for everybody, which fills itself in and answers without script', async () => {
    const empty = await exchange.app.inject({ url: '/calculator', headers: { accept: 'text/html' } });
    expect([empty.statusCode, empty.body.includes('填好左边的两项')]).toEqual([200, true]);
    const url = '/calculator?start.year=2026&start.month=9&start.day=30&workingDays=7';
    const full = await exchange.app.inject({ url, headers: { accept: 'text/html' } });
    expect([full.statusCode, full.body.includes('2026年10月15日（周四）')]).toEqual([200, true]);
    const whole = await exchange.app.inject({ url: '/calendar', headers: { accept: 'text/html' } });
    expect([whole.statusCode, whole.body.includes('2027')]).toEqual([200, true]);
  });

  it('calls a year without notice provisional, and the next one an alarm from November on', async () => {
    expect((await ask('start=2027-01-04&workingDays=7')).json()).toMatchObject({ provisional: true });
    expect((await exchange.app.inject({ url: '/api/calendar' })).json()).toMatchObject({ missing: null });
    exchange.setDay('2026-11-02');
    expect((await exchange.app.inject({ url: '/api/calendar' })).json()).toMatchObject({
      missing: { year: 2027, running: false },
    });
    exchange.setDay('2026-09-23');
  });

  it('shows what a closure would move before it does, and then moves its office’s clocks only', async () => {
    const [here, there] = [await run('2026-09-23', town), await run('2026-09-23', other)];
    const tried = await post('/closures/preview', closure);
    expect(tried.json()).toMatchObject({ changed: true, moved: [{ before: there.lastDay, after: '2026-10-13' }] });
    expect(await lastDay(there.id)).toMatchObject({ lastDay: there.lastDay });
    expect((await post('/closures', closure)).json()).toMatchObject({ moved: [{ subjectId: there.subjectId }] });
    expect(await lastDay(there.id)).toMatchObject({ lastDay: '2026-10-13' });
    expect(await lastDay(here.id)).toMatchObject({ lastDay: here.lastDay });
    expect((await post('/closures', closure)).json()).toMatchObject({ status: 409, type: '/problems/closure-known' });
    expect((await ask(`start=2026-09-23&workingDays=3&office=${other}`)).json()).toMatchObject({
      skipped: expect.arrayContaining([
        expect.objectContaining({
          day: '2026-09-28',
          reason: '暴雨停止办公',
          decree: { title: '商河县人民政府', url: null, number: '商政办发〔2026〕99 号' },
        }),
      ]),
    });
  });

  it('loads a year, moves the open clocks that it reaches, and lists them', async () => {
    const [late, early] = [await run('2027-01-29'), await run('2026-09-24')];
    expect(late).toMatchObject({ lastDay: '2027-02-09', provisional: true });
    const off = ['05', '06', '07', '08', '09', '10', '11'].map((day) => ({
      name: '春节',
      date: `2027-02-${day}`,
      isOffDay: true,
    }));
    const notice = {
      year: 2027,
      papers: ['https://www.gov.cn/演练/2027.htm'],
      days: [...off, { name: '春节', date: '2027-01-31', isOffDay: false }],
    };
    const file = new File([JSON.stringify(notice)], '2027.json');
    const { payload, headers } = await formOf({ notice: file });
    const page = await exchange.app.inject({
      method: 'POST',
      url: '/calendar/years/preview',
      payload,
      headers: { ...headers, ...staff.admin.headers, accept: 'text/html' },
    });
    expect([page.statusCode, page.body.includes('会动 1 个期限')]).toEqual([200, true]);
    expect(await lastDay(late.id)).toMatchObject({ lastDay: '2027-02-09', provisional: true });
    expect((await post('/years', notice)).json()).toMatchObject({
      changed: true,
      moved: [{ subjectId: late.subjectId, before: '2027-02-09', after: '2027-02-15' }],
    });
    expect(await lastDay(late.id)).toEqual({ lastDay: '2027-02-15', provisional: false });
    expect(await lastDay(early.id)).toMatchObject({ lastDay: early.lastDay });
    expect((await post('/years', notice)).json()).toEqual({ changed: false, moved: [] });
  });

  it('never moves the printed last day of a notice earlier', async () => {
    const [notice, review] = [await run('2028-04-27', town, 'notice'), await run('2028-04-27', town)];
    const worked = ['2028-04-29', '2028-04-30'].map((date) => ({ name: '劳动节', date, isOffDay: false }));
    await post('/years', { year: 2028, papers: ['https://www.gov.cn/演练/2028.htm'], days: worked });
    expect(await lastDay(notice.id)).toEqual({ lastDay: notice.lastDay, provisional: false });
    expect((await lastDay(review.id)).lastDay < review.lastDay).toBe(true);
  });

  it('refuses a notice without its source, without days, or in no form at all, and whoever is not the administrator', async () => {
    const days = [{ name: '元旦', date: '2029-01-01', isOffDay: true }];
    expect((await post('/years', { year: 2029, papers: [], days })).json()).toMatchObject({
      status: 422,
      type: '/problems/calendar-notice',
      detail: expect.stringContaining('网址'),
    });
    expect((await post('/years', { year: 2029, papers: ['https://www.gov.cn/x'], days: [] })).json()).toMatchObject({
      status: 422,
      detail: expect.stringContaining('没有一天'),
    });
    expect((await post('/years', { content: 'not json' })).json()).toMatchObject({
      status: 422,
      detail: expect.stringContaining('JSON'),
    });
    expect(
      (await post('/years', { year: 2029, papers: ['https://www.gov.cn/x'], days }, staff.reviewer)).statusCode,
    ).toBe(403);
    expect((await post('/closures', { ...closure, to: '2026-09-27' })).statusCode).toBe(422);
  });
});
