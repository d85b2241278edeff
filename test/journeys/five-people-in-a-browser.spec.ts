import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { boardPhoto, scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;

/** The story of 120 mu again, in Chromium without script: each person does his part by what the pages offer. */
told('Five people take 120 mu to a certificate in a browser', () => {
  let exchange: TestExchange;
  let given: Given;
  let story: TransferStory;
  let browser: Browser;
  let base: string;
  const here = (): string => `/transfers/${story.id}`;
  const as = (login: string | null, width = 1280): Promise<Person> => Person.of(browser, base, login, width);

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const address = exchange.app.getHttpServer().address() as { port: number };
    base = `http://127.0.0.1:${address.port}`;
    browser = await openBrowser(path ?? '');
    given = new Given(exchange);
    story = await given.story({ parcels: await given.land('120.00') });
    await story.draft();
    await story.consents(1);
  });
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  it('the town’s clerk hands it in and accepts it', async () => {
    const clerk = await as('101-clerk');
    await clerk.open(here());
    await clerk.press('提交到镇里');
    expect(await clerk.text()).toContain('交上去了');
    await clerk.press('受理');
    expect(await clerk.text()).toContain('镇初审');
    await clerk.picture('1-accepted');
  });

  it('the town’s reviewer cannot endorse, sees why, and returns it with everything that is missing', async () => {
    const reviewer = await as('101-reviewer');
    await reviewer.open(here());
    expect(await reviewer.text()).toContain('还有 1 名共有人没有同意');
    await reviewer.picture('2-blocked');
    await reviewer.press('退回补正');
    await reviewer.fill('defects.0.item', '共有人同意');
    await reviewer.fill('defects.0.fault', '有 1 名共有人没有签');
    await reviewer.fill('defects.0.text', '还差 1 名共有人，补签同意书');
    await reviewer.press('退回补正');
    expect(await reviewer.text()).toContain('待补正');
    exchange.setDay('2026-09-24', '09:10');
    await story.consents();
    const clerk = await as('101-clerk', 360);
    await clerk.open(here());
    await clerk.press('补正后重报');
    await clerk.press('受理');
    await clerk.picture('3-second-round');
    await reviewer.open(here());
    await reviewer.press('初审通过，安排调查');
    await reviewer.fill('opinion', '材料齐全，同意安排实地调查。');
    await reviewer.press('初审通过，安排调查');
    exchange.setDay('2026-09-24', '14:00');
    await story.survey();
    exchange.setDay('2026-09-24', '16:45');
    await reviewer.open(here());
    await reviewer.press('报县审核');
    expect(await reviewer.text()).toContain('县级审核');
  });

  it('the county’s reviewer fills the checklist and approves within the working day', async () => {
    exchange.setDay('2026-09-28', '10:00');
    const reviewer = await as('reviewer');
    await reviewer.open('/desk');
    expect(await reviewer.text()).toContain('今天 17:00 到期');
    await reviewer.picture('4-queue');
    await reviewer.open(here());
    await reviewer.press('填核查清单');
    for (let index = 0; index < 12; index += 1)
      await reviewer.choose(`checks.${index}.result`, index === 6 || index === 7 ? 'none' : 'yes');
    await reviewer.fill('opinion', '材料齐全，同意公示。');
    await reviewer.press('存好');
    await reviewer.picture('5-case');
    await reviewer.press('通过，安排公示');
    expect(await reviewer.text()).toContain('公示中');
  });

  it('the village puts the sheet up two working days late and sends its photo from a phone', async () => {
    exchange.setDay('2026-09-28', '15:10');
    await story.proveScreens();
    exchange.setDay('2026-09-30', '10:40');
    const { noticeId } = await story.view();
    const station = await as('101-village-226', 360);
    await station.open(`/notices/${noticeId}`);
    await station.attach('photo', boardPhoto(7));
    await station.page.locator('form:has(input[name=photo]) button').first().click();
    await station.page.waitForLoadState();
    expect(await station.text()).toContain('10月15日');
    await station.picture('6-notice');
    const public_ = await as(null, 360);
    await public_.open(`/notices/${noticeId}`);
    expect(await public_.text()).not.toContain(story.wish.transferee.legalRepresentative ?? 'nobody');
    await public_.picture('7-notice');
  });

  it('the town’s trade desk signs, files and records', async () => {
    await given.pass(8, '09:30');
    const trade = await as('101-trade');
    await trade.open(here());
    await trade.press('上传材料');
    await trade.choose('kind', 'contract');
    await trade.attach('file', await scan('contract'));
    await trade.press('上传');
    await trade.press('记下合同已签');
    await trade.day('signedOn', exchange.today);
    await trade.press('记下合同已签');
    await trade.press('记下已备案');
    await trade.day('filedOn', exchange.today);
    await trade.fill('filingNumber', '备-1');
    await trade.press('记下已备案');
    expect(await trade.text()).toContain('待交风险保障金');
    await story.pay();
    await trade.open(here());
    await trade.press('记入流转台账');
    await trade.picture('8-recorded');
  });

  it('the certifier issues the certificate, and a stranger checks it', async () => {
    const certifier = await as('certifier');
    await certifier.open(here());
    await certifier.press('发证');
    await certifier.picture('9-asks-once-more');
    await certifier.press('发证');
    await certifier.picture('10-certified');
    const [row] = await exchange.database.ask<{ code: string }>(
      `SELECT code FROM paper WHERE kind = 'certificate' ORDER BY made_at DESC LIMIT 1`,
    );
    const stranger = await as(null, 360);
    await stranger.open(`/verify/${row?.code}`);
    expect(await stranger.text()).toContain('有效');
    await stranger.picture('11-verified');
  });
});
