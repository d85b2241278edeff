import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { browserPath } from '../support/browser.js';
import { EntryForm } from '../support/entry-form.js';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { GivenLots } from '../support/lots.js';
import { Phone } from '../support/phone.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;
const station = `101-village-${village.slice(9)}`;
const dayMs = 86_400_000;

/** What lies on a phone of the station: one clerk's, without numbers of persons, and not for long. */
told('A phone is one clerk’s', () => {
  let exchange: TestExchange;
  let phone: Phone;
  let entry: EntryForm;
  let homes: { code: string }[];

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-10-12T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const { port } = exchange.app.getHttpServer().address() as { port: number };
    homes = await new GivenLots(new Given(exchange), await scan('signed paper')).households(3);
    phone = await Phone.of(path ?? '', port);
    entry = new EntryForm(phone, exchange);
    await phone.signIn(station);
  }, 120_000);
  afterAll(async () => {
    await phone?.close();
    await exchange?.close();
  });

  it('no number of a person lies on the phone', async () => {
    await entry.begin(homes[0]!.code, { conditions: '电话 138 0000 0000', crops: '花生' });
    await phone.keeps();
    const typed = async () => (await phone.drafts()).flatMap((draft) => draft.fields);
    for (let turn = 0; turn < 50 && !(await typed()).flat().includes('花生'); turn += 1)
      await phone.page.waitForTimeout(100);
    const fields = await typed();
    expect(fields).toContainEqual(['crops', '花生']);
    expect(JSON.stringify(fields)).not.toContain('138');
    await entry.send();
    expect(
      await entry.field('conditions').evaluate((box) => (box as { validationMessage?: string }).validationMessage),
    ).toContain('电话');
    expect(await entry.entered(homes[0]!.code)).toEqual([]);
  }, 60_000);

  it('what waits goes out in nobody else’s name', async () => {
    await entry.field('conditions').fill('有农机');
    await phone.online(false);
    await entry.send();
    await entry.says('现在连不上');
    await phone.context.clearCookies();
    await phone.online(true);
    await entry.says('登录过期了');
    const waiting = phone.page;
    await phone.turnTo(await phone.context.newPage());
    await phone.signIn('101-clerk', '/desk');
    await phone.page.close();
    phone.page = waiting;
    await waiting.evaluate(`dispatchEvent(new Event('online'))`);
    await entry.says('登录的是别人');
    expect(await entry.entered(homes[0]!.code)).toEqual([]);
  }, 60_000);

  it('another clerk on the phone sees nothing of it, with a line or without', async () => {
    await phone.context.clearCookies();
    await phone.signIn('101-clerk', '/desk');
    await phone.online(false);
    await expect(phone.go('/listings/new')).rejects.toThrow(/ERR_|failed/i);
    await phone.online(true);
    await phone.go('/listings/new');
    await phone.keeps();
    expect(await entry.outbox.isVisible()).toBe(false);
    await phone.online(false);
    await phone.go(`/listings/new?household=${homes[0]!.code}`);
    expect(await phone.page.locator('.site .brand').innerText()).not.toContain('信息员');
    expect(await entry.outbox.isVisible()).toBe(false);
    await phone.online(true);
  }, 60_000);

  it('three days later it is wiped, whosever it was', async () => {
    expect((await phone.drafts()).length).toBeGreaterThan(0);
    await phone.page.clock.setFixedTime(new Date(Date.now() + 3 * dayMs + 60_000));
    await phone.go('/listings/new');
    for (let turn = 0; turn < 50 && (await phone.drafts()).length > 0; turn += 1) await phone.page.waitForTimeout(100);
    expect(await phone.drafts()).toEqual([]);
  }, 60_000);

  it('signing out asks about what was not sent, and wipes', async () => {
    await phone.page.clock.setFixedTime(new Date());
    await phone.context.clearCookies();
    await phone.signIn(station);
    await entry.begin(homes[1]!.code);
    await phone.keeps();
    expect(await phone.lies()).not.toEqual([]);
    const asked: string[] = [];
    // From any other page the way leads to where it lies.
    await phone.go('/desk');
    await phone.page.locator('form[action="/sign-out"] button').click();
    await phone.page.waitForURL(/\/listings\/new#leaving$/);
    await phone.page.getByText('再按一次退出').waitFor();
    await entry.says('正在写');
    phone.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await phone.page.locator('form[action="/sign-out"] button').click();
    await phone.page.waitForURL((address) => address.pathname === '/');
    expect(asked).toEqual([expect.stringContaining('还没有传上去')]);
    expect(await phone.lies()).toEqual([]);
  }, 60_000);

  // Last of all: the page would take the release of the file back with its next opening.
  it('a new release takes the place of the old, and wipes what that kept', async () => {
    await phone.signIn(station);
    await phone.keeps();
    await phone.page.evaluate(`navigator.serviceWorker.register('/station-worker.js')`);
    await phone.until(`navigator.serviceWorker.controller?.scriptURL.endsWith('/station-worker.js')`);
    await phone.until(
      `caches.keys().then((names) => names.length > 0 && names.every((name) => name.startsWith('station-station-worker.js-')))`,
    );
  }, 60_000);
});
