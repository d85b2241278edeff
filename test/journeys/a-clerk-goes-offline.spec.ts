import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardPhoto, scan } from '../../apps/exchange/src/training/made-up-files.js';
import { browserPath } from '../support/browser.js';
import { EntryForm } from '../support/entry-form.js';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { GivenLots } from '../support/lots.js';
import { Phone } from '../support/phone.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;
const station = `101-village-${village.slice(9)}`;

/** In Chromium on a phone of 360 px, with script: the line goes, the browser dies, and nothing is lost. */
told('A clerk goes offline in the middle of an entry', () => {
  let exchange: TestExchange;
  let given: Given;
  let lots: GivenLots;
  let phone: Phone;
  let entry: EntryForm;
  let homes: { code: string }[];

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-10-12T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const { port } = exchange.app.getHttpServer().address() as { port: number };
    given = new Given(exchange);
    lots = new GivenLots(given, await scan('signed paper'));
    homes = await lots.households(9);
    phone = await Phone.of(path ?? '', port);
    entry = new EntryForm(phone, exchange);
  }, 120_000);
  afterAll(async () => {
    await phone?.close();
    await exchange?.close();
  });

  it('the browser is killed without a line: the draft and its photos are there again, all but the empty one', async () => {
    await phone.signIn(station);
    await phone.go(`/listings/new?household=${homes[0]!.code}`);
    await phone.keeps();
    await entry.field('parcels').check();
    await phone.online(false);
    await entry.type({ conditions: '有农机', crops: '小麦' });
    await entry.photos(['one.jpg', boardPhoto(1)], ['nothing.jpg', null], ['two.jpg', boardPhoto(2)]);
    await entry.kept('0 字节');
    await entry.kept('two.jpg');
    await phone.kill();

    await phone.open();
    await phone.online(false);
    await phone.go('/listings/new');
    await entry.says('正在写');
    await entry.outbox.getByRole('link', { name: '接着写' }).click();
    await entry.kept('two.jpg');
    expect(await entry.field('priceYuan').inputValue()).toBe('900');
    expect(await entry.field('conditions').inputValue()).toBe('有农机');
    expect(await entry.form.locator('[name="parcels"]:checked').count()).toBe(1);
    expect(await entry.form.locator('[name="endsOn.years"]:checked').inputValue()).toBe('P5Y');
    expect(await entry.form.locator('#photos-kept li').count()).toBe(2);
  }, 120_000);

  it('it waits on the phone with a slip that promises nothing', async () => {
    await entry.send();
    await entry.says('现在连不上');
    await entry.outbox.getByRole('button', { name: '打印收条' }).click();
    const slip = await phone.page.locator('#slip').innerText();
    expect(slip).toContain('已收到，尚未登记');
    expect(slip).toContain('2026-11-10');
    expect(slip).toContain('5 年');
    expect(slip).toContain('900');
    expect(await phone.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await phone.page.screenshot({ path: 'var/pictures/lot-waits-on-the-phone.png', fullPage: true });
  }, 60_000);

  it('a household that was never looked at is entered by its code', async () => {
    await phone.go(`/listings/new?household=${homes[8]!.code}`);
    expect(await entry.field('household').inputValue()).toBe(homes[8]!.code);
    await entry.type();
    await entry.send();
    await entry.form.locator('[name="priceYuan"][value=""]').waitFor();
    await entry.says(homes[8]!.code);
    expect(await phone.page.locator('#outbox li').count()).toBe(2);
  }, 60_000);

  it('the session ended meanwhile: the line is back, it asks to sign in, and the lot is entered once', async () => {
    await phone.online(true);
    await entry.says('登录过期了');
    expect(await entry.entered(homes[0]!.code)).toEqual([]);
    await phone.signIn(station);
    await entry.says('已传上去');
    await phone.until(`document.querySelectorAll('#outbox [data-part=lot]:not([hidden])').length === 2`);
    expect(await entry.entered(homes[0]!.code)).toEqual([{ id: expect.any(String), photos: 2 }]);
    expect(await entry.entered(homes[8]!.code)).toHaveLength(1);
  }, 60_000);

  it('an answer that was lost, and a second tab, make no second lot', async () => {
    await entry.begin(homes[1]!.code);
    const address = phone.page.url();
    expect(address).toContain('#');
    const [first, second] = [phone.page, await phone.context.newPage()];
    await second.goto(address);
    await second.getByText('在另一个页面里开着').waitFor();
    await first.evaluate(`{
      const real = window.fetch;
      window.fetch = async (...asked) => {
        if (asked[0] !== '/api/listings') return real(...asked);
        window.fetch = real;
        await real(...asked);
        throw new TypeError('the line is gone');
      };
    }`);
    await entry.send();
    await entry.says('现在连不上');
    await Promise.all([first, second].map((tab) => tab.evaluate(`dispatchEvent(new Event('online'))`)));
    await entry.says('已传上去');
    await second.close();
    // It was not refused as land that is offered already: the key brought the first answer again.
    await phone.until(`document.querySelector('#outbox [data-do=send]:not([hidden])') === null`);
    expect(await entry.outbox.innerText()).not.toContain('已经在别的挂牌里');
    expect(await entry.entered(homes[1]!.code)).toHaveLength(1);
  }, 60_000);

  it('what cannot be taken is told, each by itself, and what stands behind it goes out', async () => {
    const drafts: [string, Record<string, string>][] = [
      [homes[2]!.code, {}],
      [homes[3]!.code, {}],
      [homes[4]!.code, { priceYuan: '800斤' }],
      [homes[5]!.code, {}],
    ];
    for (const [code] of drafts) {
      await phone.go(`/listings/new?household=${code}`);
      await phone.keeps();
    }
    await phone.online(false);
    for (const [code, more] of drafts) {
      await entry.begin(code, more);
      if (code === homes[5]!.code) await entry.photos(['again.jpg', boardPhoto(1)]);
      await entry.send();
      await phone.until(`document.querySelectorAll('#outbox [data-do=send]:not([hidden])').length > 0`);
    }
    // Yesterday's drafts: meanwhile one household's land is in another lot, another's is let.
    await lots.entered({ household: homes[2]!.code });
    const [parcel] = await exchange.database.ask<{ code: string }>(
      `SELECT p.code FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id
       WHERE h.contractor_code = $1 AND p.category <> '21' ORDER BY 1 LIMIT 1`,
      [homes[3]!.code],
    );
    await given.transfer({ state: 'town_review', parcels: [{ code: parcel!.code }] });
    await phone.online(true);
    await entry.says('已经在别的挂牌里');
    await entry.says('占用到');
    await entry.says('每亩每年多少元');
    await entry.says('这张照片已经用在别的挂牌里');
    expect(await entry.entered(homes[5]!.code)).toEqual([{ id: expect.any(String), photos: 0 }]);
    // The price in jin is mended where it was typed.
    const jin = entry.outbox.locator('li', { hasText: '每亩每年多少元' });
    await jin.getByRole('link', { name: '接着写' }).click();
    await phone.until(`document.querySelector('[name="priceYuan"]')?.value === '800斤'`);
    await entry.field('priceYuan').fill('800');
    await entry.send();
    for (let turn = 0; turn < 300 && (await entry.entered(homes[4]!.code)).length === 0; turn += 1)
      await phone.page.waitForTimeout(100);
    expect(await entry.entered(homes[4]!.code)).toHaveLength(1);
  }, 180_000);
});
