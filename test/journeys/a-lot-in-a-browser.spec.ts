import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { GivenLots } from '../support/lots.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;

/** In Chromium on a phone, without script: what a clerk offers is found by a cooperative, which registers. */
told('A lot is offered and found on a phone', () => {
  let exchange: TestExchange;
  let given: Given;
  let lots: GivenLots;
  let browser: Browser;
  let base: string;
  let lot = '';
  const as = (login: string | null): Promise<Person> => Person.of(browser, base, login, 360);

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-10-12T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(exchange.app.getHttpServer().address() as { port: number }).port}`;
    browser = await openBrowser(path ?? '');
    given = new Given(exchange);
    lots = new GivenLots(given, await scan('signed paper'));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  /** Nothing stands beside the screen of a phone. */
  const fits = (person: Person): Promise<boolean> =>
    person.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

  it('a clerk enters it, sees who has not said yes, and walks with the sheets', async () => {
    const [home] = await lots.households(1);
    const clerk = await as(`101-village-${village.slice(9)}`);
    await clerk.open(`/listings/new?household=${home!.code}`);
    await clerk.day('startsOn', '2026-11-10');
    await clerk.day('endsOn', '2032-11-09');
    // Nothing is ticked beforehand; a link on the map picks without a script, and the whole household goes where none is.
    expect(await clerk.page.locator('[name="parcels"]:checked').count()).toBe(0);
    await clerk.fill('priceYuan', '900');
    await clerk.choose('payment', '一年一付，先付钱后种地');
    await clerk.choose('purpose', 'grain');
    await clerk.fill('crops', '小麦、花生');
    await clerk.fill('lease', '无');
    await clerk.fill('dispute', '无');
    expect(await fits(clerk)).toBe(true);
    await clerk.picture('lot-entry');
    await clerk.press('存成草稿');
    expect(await clerk.text()).toContain('900.00');
    lot = new URL(clerk.page.url()).pathname.split('/').at(-1) ?? '';
    await clerk.press('定稿，征求各户同意');
    expect(await clerk.text()).toContain('还有');
    await clerk.picture('lot-village');
    await clerk.press('打印还缺的');
    expect(await clerk.text()).toContain('签字、手印');
    await clerk.picture('lot-round');
    expect(await fits(clerk)).toBe(true);
    await lots.consents(lot);
    await clerk.open(`/listings/${lot}`);
    await clerk.press('报镇里');
    expect(await clerk.text()).toContain('镇里核查');
  });

  it('town and county press, and a stranger finds it by two characters', async () => {
    const town = await as('101-reviewer');
    await town.open(`/listings/${lot}`);
    await town.press('核查通过，报县审核');
    const county = await as('reviewer');
    await county.open(`/listings/${lot}`);
    await county.press('通过，公开挂牌');
    const stranger = await as(null);
    await stranger.open('/');
    expect(await stranger.text()).toContain('正在挂牌');
    await stranger.picture('lot-home');
    await stranger.open('/listings');
    await stranger.fill('q', '花生');
    await stranger.press('按条件找');
    expect(await stranger.text()).toContain('900.00');
    expect(await fits(stranger)).toBe(true);
    await stranger.picture('lot-list');
    await stranger.page.locator('main ul.items a').first().click();
    await stranger.page.waitForLoadState();
    expect(await fits(stranger)).toBe(true);
    await stranger.picture('lot-page');
    expect(await stranger.text()).toContain('登录报名');
  });

  it('a cooperative asks, the station answers, and everybody reads it', async () => {
    const cooperative = await as('cooperative');
    await cooperative.open(`/listings/${lot}`);
    await cooperative.press('提问');
    await cooperative.fill('question', '机井通电吗？路多宽？');
    await cooperative.press('提问');
    expect(await cooperative.text()).toContain('等答复');
    const clerk = await as(`101-village-${village.slice(9)}`);
    await clerk.open(new URL(cooperative.page.url()).pathname);
    await clerk.press('答复');
    await clerk.fill('answer', '通，三相电到地头；生产路 4 米宽。');
    await clerk.press('答复');
    expect(await fits(clerk)).toBe(true);
    await clerk.picture('lot-question');
    const stranger = await as(null);
    await stranger.open(`/listings/${lot}`);
    expect(await stranger.text()).toContain('生产路 4 米宽');
    expect(await fits(stranger)).toBe(true);
    await stranger.picture('lot-answered');
  });

  it('a cooperative registers, and is told what to leave and where', async () => {
    const cooperative = await as('cooperative');
    await cooperative.open(`/listings/${lot}`);
    await cooperative.press('报名');
    await cooperative.fill('offerYuan', '900');
    await cooperative.fill('ability', '种粮 6 年，有农机 8 台');
    await cooperative.fill('credit', '无');
    await cooperative.press('报名');
    expect(await cooperative.text()).toContain('少一分、晚一秒都不算');
    expect(await fits(cooperative)).toBe(true);
    await cooperative.picture('lot-interest');
    const trade = await as('101-trade');
    await trade.open(new URL(cooperative.page.url()).pathname);
    await trade.press('资格审查通过');
    const seen = await trade.text();
    expect(seen).toContain('资格审查通过。');
    // Whether the money came is told to who paid it alone.
    expect(seen).not.toMatch(/待审查|(?<!最晚)到账\n/);
  });
});
