import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { village } from '../support/given.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;

/** On a phone of 360 pixels, without script, by what the pages offer and nothing else. */
told('A cooperative applies on a phone and corrects what the town asked for', () => {
  let exchange: TestExchange;
  let browser: Browser;
  let base: string;
  let phone: Person;
  let contract: { id: string; code: string };
  const as = (login: string, width = 1280): Promise<Person> => Person.of(browser, base, login, width);
  const here = async (): Promise<string> => new URL(phone.page.url()).pathname;
  const fits = async (): Promise<void> => {
    const over = await phone.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect([await here(), over]).toEqual([await here(), 0]);
  };

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const address = exchange.app.getHttpServer().address() as { port: number };
    base = `http://127.0.0.1:${address.port}`;
    browser = await openBrowser(path ?? '');
    const [found] = await exchange.database.ask<{ id: string; code: string }>(
      `SELECT c.id, c.code FROM contract c JOIN household h ON h.id = c.contractor_id
       WHERE h.office_code = $1 AND c.ends_on = '2059-09-30' ORDER BY c.code LIMIT 1`,
      [village],
    );
    contract = found!;
    phone = await as('cooperative', 360);
  });
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  it('goes from nothing to a case at the town, page by page', async () => {
    await phone.open('/transfers/new');
    await phone.press('我要租入土地');
    await phone.fill('q', contract.code);
    await phone.press('找');
    await phone.page.locator('[name=contractIds]').first().check();
    await phone.fill('ability', '种粮 6 年，有农机 8 台');
    await fits();
    await phone.press('存好，到下一步');
    await phone.page.locator('[name^=parcels][type=checkbox]').first().check();
    await fits();
    await phone.press('存好，到下一步');
    await phone.choose('mode', 'lease');
    await phone.day('term.start', '2026-11-01');
    await phone.page.locator('[name="term.end.years"][value=P5Y]').check();
    await phone.choose('payment', '一年一付，先付钱后种地');
    await phone.page.locator('[name=purpose][value=grain]').check();
    await fits();
    await phone.picture('wizard-terms');
    await phone.fill('priceYuan', '850');
    for (const name of ['declared.lease', 'declared.dispute', 'declared.credit']) await phone.fill(name, '无');
    await fits();
    await phone.press('存好，到下一步');
    await phone.attach('file', await scan('licence'));
    await phone.page.locator('main form button').first().click();
    expect(await phone.text()).toContain('传好了');
    await fits();
    await phone.press('到下一步，核对');
    await fits();
    await phone.press('提交到镇里');
    expect(await phone.text()).toContain('待受理');
  });

  it('learns no more of the household than its family name', async () => {
    const members = await exchange.database.ask<{ name: string }>(
      `SELECT p.display_name AS name FROM member m JOIN party p ON p.id = m.person_id
       WHERE m.household_id = (SELECT contractor_id FROM contract WHERE id = $1)`,
      [contract.id],
    );
    expect(members.length).toBeGreaterThan(1);
    for (const { name } of members) expect(await phone.page.content()).not.toContain(name);
    expect(await phone.text()).toContain('由这一户自己来办');
    const answer = await phone.page.goto(`${phone.page.url()}/consents`);
    expect(answer?.status()).toBe(404);
    await phone.page.goBack();
  });

  it('reads on the case and on every step what the town wants corrected', async () => {
    const clerk = await as('101-clerk');
    await clerk.open(await here());
    await clerk.press('受理');
    const reviewer = await as('101-reviewer');
    await reviewer.open(await here());
    await reviewer.press('退回补正');
    await reviewer.fill('defects.0.item', '价钱');
    await reviewer.fill('defects.0.fault', '申请书写的是 850 元');
    await reviewer.fill('defects.0.text', '和意向书写的 900 元不一样，改成一样的');
    await reviewer.fill('defects.0.rule', '流转办法第十九条');
    await reviewer.press('退回补正');
    await phone.open('/transfers');
    expect(await phone.text()).toContain('还剩');
    await phone.page.locator('main h2 a').first().click();
    const asked = ['镇里请您补 1 项', '改成一样的', '流转办法第十九条'];
    for (const words of asked) expect(await phone.text()).toContain(words);
    await phone.picture('phone-returned');
    await fits();
    await phone.press('改申请、传材料');
    for (const words of asked) expect(await phone.text()).toContain(words);
  });

  it('corrects it in the same pages and hands it in for a second round', async () => {
    await phone.press('存好，到下一步');
    await phone.press('存好，到下一步');
    expect(await phone.page.locator('[name=priceYuan]').inputValue()).toBe('850');
    await phone.fill('priceYuan', '900');
    await phone.press('存好，到下一步');
    await phone.press('到下一步，核对');
    expect(await phone.text()).toContain('900.00 元/亩/年');
    await phone.picture('phone-corrected');
    await phone.press('补正后重报');
    expect(await phone.text()).toContain('第 2 轮');
    expect(await phone.text()).not.toContain('镇里请您补');
    await fits();
  });

  it('finds it again by its village', async () => {
    await phone.open('/transfers?q=李家桥');
    expect(await phone.text()).toContain('找到 1 件');
    const clerk = await as('101-clerk');
    await clerk.open('/transfers?q=丰禾');
    expect(await clerk.text()).toContain('找到 1 件');
  });
});
