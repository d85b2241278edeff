import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { boardPhoto } from '../../apps/exchange/src/training/made-up-files.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given, type GivenNotice, noticeOf } from '../support/given.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;

/** Halls, screens and a board, and people with nothing but a browser. */
told('The information desks start a notice in a browser', () => {
  let exchange: TestExchange;
  let given: Given;
  let notice: GivenNotice;
  let browser: Browser;
  let base: string;
  const as = (login: string | null, width = 1280): Promise<Person> => Person.of(browser, base, login, width);
  const page = (): string => `/notices/${notice.id}`;

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-28T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const { port } = exchange.app.getHttpServer().address() as { port: number };
    base = `http://127.0.0.1:${port}`;
    browser = await openBrowser(path ?? '');
    given = new Given(exchange);
    notice = await noticeOf(await given.transfer({ state: 'on_notice', parcels: await given.land('12.00') }));
  });
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  /** Registers a screen from the desk on, and opens its address on the computer of the hall. */
  async function hang(login: string, name: string): Promise<void> {
    const desk = await as(login);
    await desk.open('/desk');
    await desk.press('大厅屏幕');
    await desk.press('登记屏幕');
    await desk.fill('name', name);
    await desk.picture('hall-1-register');
    await desk.press('登记屏幕');
    expect(await desk.text()).toContain('只显示这一次');
    await desk.picture('hall-2-address');
    const address = await desk.page.locator('main a.code').getAttribute('href');
    const hall = await as(null, 1920);
    await hall.open((address ?? '').replace('http://127.0.0.1', ''));
    expect(await hall.text()).toContain('李家桥村');
    await hall.picture(`hall-3-${name}`);
    // The page asks again by itself; closed, it proves nothing that a later line waits for.
    await hall.page.context().close();
    await desk.open('/screens');
    expect(await desk.text()).toMatch(/最近一次心跳[^]*9月28日（周一）09:\d\d[^]*正常/);
    await desk.picture('hall-4-watched');
  }

  it('the town’s officer finds the notice waiting, registers the hall’s screen, and it proves itself', async () => {
    const officer = await as('101-information');
    await officer.open('/desk');
    await officer.press('等凭证的屏幕');
    expect(await officer.text()).toContain('等屏幕播放');
    await officer.picture('hall-0-waiting');
    await hang('101-information', '殷巷大厅-01');
    await officer.open('/board-photos');
    expect(await officer.text()).toContain('都拍好了');
  });

  it('the county’s officer does the same, and sees what was shown', async () => {
    await hang('information', '县中心大厅-01');
    const officer = await as('information');
    await officer.open(await notice.story.posting('screen_county'));
    expect(await officer.text()).toContain('播放记录');
    expect(await officer.text()).toContain('县中心大厅-01');
    await officer.picture('hall-5-shown');
  });

  it('the station photographs the board, and the period starts', async () => {
    const station = await as('101-village-226', 360);
    await station.open('/board-photos');
    await station.page.locator('main a.button', { hasText: '传照片' }).first().click();
    await station.attach('photo', boardPhoto(7));
    await station.press('传公示栏照片');
    expect(await station.text()).toContain('10月13日');
    await station.picture('hall-6-started');
    expect((await given.stranger.ask(page())).json()).toMatchObject({ state: 'running' });
  });

  it('a hall whose screen opens no page is photographed, and a lost screen is retired', async () => {
    const next = await noticeOf(await given.transfer({ state: 'on_notice', crops: '花生' }));
    const officer = await as('101-information');
    await officer.open('/board-photos');
    await officer.page.locator('main a.button', { hasText: '传照片' }).first().click();
    await officer.attach('photo', boardPhoto(8));
    await officer.press('传屏幕照片');
    expect(await officer.text()).toContain('照片收到');
    const { venues } = (await given.stranger.ask(`/notices/${next.id}`)).json();
    expect(venues).toContainEqual(expect.objectContaining({ kind: 'screen_town', proof: 'photo' }));
    await officer.open('/screens');
    await officer.page.locator('main a', { hasText: '停用' }).first().click();
    await officer.press('停用屏幕');
    expect(await officer.text()).toContain('还没有登记屏幕');
  });
});
