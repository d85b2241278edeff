import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardPhoto, scan } from '../../apps/exchange/src/training/made-up-files.js';
import { browserPath } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { GivenLots } from '../support/lots.js';
import { Phone } from '../support/phone.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;
const station = `101-village-${village.slice(9)}`;
const dayMs = 86_400_000;

/** In Chromium on a phone of 360 px, with script: the line goes, the browser dies, and nothing is lost. */
told('A clerk goes offline in the middle of an entry', () => {
  let exchange: TestExchange;
  let given: Given;
  let lots: GivenLots;
  let phone: Phone;
  let homes: { code: string }[];

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-10-12T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const { port } = exchange.app.getHttpServer().address() as { port: number };
    given = new Given(exchange);
    lots = new GivenLots(given, await scan('signed paper'));
    homes = await lots.households(9);
    phone = await Phone.of(path ?? '', port);
  }, 120_000);
  afterAll(async () => {
    await phone?.close();
    await exchange?.close();
  });

  const photo = async (name: string, of: File) => ({
    ...{ name, mimeType: 'image/jpeg' },
    buffer: Buffer.from(await of.arrayBuffer()),
  });
  const outbox = () => phone.page.locator('#outbox');
  const says = (words: string) => outbox().locator('li', { hasText: words }).first().waitFor();
  const form = () => phone.page.locator('#entry');
  const send = () => form().getByRole('button', { name: '存成草稿' }).click();
  const entered = (code: string) =>
    exchange.database.ask<{ id: string; photos: number }>(
      `SELECT l.id, (SELECT count(*)::int FROM evidence_file f WHERE f.subject = 'listing' AND f.subject_id = l.id::text) AS photos
       FROM listing l WHERE EXISTS (SELECT FROM listing_parcel lp JOIN household h ON h.id = lp.grantor_id WHERE lp.listing_id = l.id AND h.contractor_code = $1)`,
      [code],
    );

  async function type(more: Record<string, string> = {}): Promise<void> {
    const texts = { 'startsOn.year': '2026', 'startsOn.month': '11', 'startsOn.day': '10', priceYuan: '900' };
    for (const [name, text] of Object.entries({ ...texts, lease: '无', dispute: '无', ...more }))
      await form().locator(`[name="${name}"]`).fill(text);
    await form().locator('[name="endsOn.years"][value="P5Y"]').check();
    await form().locator('select[name="payment"]').selectOption('一年一付，先付钱后种地');
    await form().locator('select[name="purpose"]').selectOption('grain');
  }

  async function begin(code: string, more: Record<string, string> = {}): Promise<void> {
    await phone.go(`/listings/new?household=${code}`);
    await form().locator('[name="parcels"]').first().check();
    await type(more);
  }

  it('the browser is killed without a line: the draft and its photos are there again, all but the empty one', async () => {
    await phone.signIn(station);
    await phone.go(`/listings/new?household=${homes[0]!.code}`);
    await phone.keeps();
    await form().locator('[name="parcels"]').first().check();
    await phone.online(false);
    await type({ conditions: '有农机', crops: '小麦' });
    await form().locator('[name="photos"]').setInputFiles([
      await photo('one.jpg', boardPhoto(1)),
      { name: 'nothing.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      await photo('two.jpg', boardPhoto(2)),
    ]); // prettier-ignore
    await form().locator('#photos-kept li', { hasText: '0 字节' }).waitFor();
    await form().locator('#photos-kept li', { hasText: 'two.jpg' }).waitFor();
    await phone.kill();

    await phone.open();
    await phone.online(false);
    await phone.go('/listings/new');
    await says('正在写');
    await outbox().getByRole('link', { name: '接着写' }).click();
    await form().locator('#photos-kept li', { hasText: 'two.jpg' }).waitFor();
    expect(await form().locator('[name="priceYuan"]').inputValue()).toBe('900');
    expect(await form().locator('[name="conditions"]').inputValue()).toBe('有农机');
    expect(await form().locator('[name="parcels"]:checked').count()).toBe(1);
    expect(await form().locator('[name="endsOn.years"]:checked').inputValue()).toBe('P5Y');
    expect(await form().locator('#photos-kept li').count()).toBe(2);
  }, 120_000);

  it('it waits on the phone with a slip that promises nothing', async () => {
    await send();
    await says('现在连不上');
    await outbox().getByRole('button', { name: '打印收条' }).click();
    const slip = await phone.page.locator('#slip').innerText();
    expect(slip).toContain('已收到，尚未登记');
    expect(slip).toContain('2026-11-10');
    expect(slip).toContain('900');
    expect(await phone.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await phone.page.screenshot({ path: 'var/pictures/lot-waits-on-the-phone.png', fullPage: true });
  }, 60_000);

  it('the session ended meanwhile: the line is back, it asks to sign in, and the lot is entered once', async () => {
    await phone.online(true);
    await says('登录过期了');
    expect(await entered(homes[0]!.code)).toEqual([]);
    await phone.signIn(station);
    await says('已传上去');
    expect(await entered(homes[0]!.code)).toEqual([{ id: expect.any(String), photos: 2 }]);
    expect(await outbox().getByRole('link', { name: '看这宗挂牌' }).count()).toBe(1);
  }, 60_000);

  it('an answer that was lost, and a second tab, make no second lot', async () => {
    await begin(homes[1]!.code);
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
    await send();
    await says('现在连不上');
    await Promise.all([first, second].map((tab) => tab.evaluate(`dispatchEvent(new Event('online'))`)));
    await says('已传上去');
    await second.close();
    expect(await entered(homes[1]!.code)).toHaveLength(1);
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
      await begin(code, more);
      if (code === homes[5]!.code)
        await form()
          .locator('[name="photos"]')
          .setInputFiles(await photo('again.jpg', boardPhoto(1)));
      await send();
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
    await says('已经在别的挂牌里');
    await says('占用到');
    await says('每亩每年多少元');
    await says('这张照片已经用在别的挂牌里');
    expect(await entered(homes[5]!.code)).toEqual([{ id: expect.any(String), photos: 0 }]);
    // The price in jin is mended where it was typed.
    const jin = outbox().locator('li', { hasText: '每亩每年多少元' });
    await jin.getByRole('link', { name: '接着写' }).click();
    await form().locator('[name="priceYuan"]').fill('800');
    await send();
    await phone.page.waitForURL(/\/listings\/[0-9a-f-]{36}/);
    expect(await entered(homes[4]!.code)).toHaveLength(1);
  }, 180_000);

  it('no number of a person lies on the phone', async () => {
    await begin(homes[6]!.code, { conditions: '电话 138 0000 0000', crops: '花生' });
    await phone.page.waitForTimeout(300);
    const fields = (await phone.drafts()).flatMap((draft) => draft.fields);
    expect(fields).toContainEqual(['crops', '花生']);
    expect(JSON.stringify(fields)).not.toContain('138');
    await send();
    expect(
      await form()
        .locator('[name="conditions"]')
        .evaluate((box) => (box as { validationMessage?: string }).validationMessage),
    ).toContain('电话');
    expect(await entered(homes[6]!.code)).toEqual([]);
  }, 60_000);

  it('another clerk on the phone sees nothing of it, with a line or without', async () => {
    await phone.context.clearCookies();
    await phone.signIn('101-clerk', '/desk');
    await phone.online(false);
    await expect(phone.go('/listings/new')).rejects.toThrow(/ERR_|failed/i);
    await phone.online(true);
    await phone.go('/listings/new');
    await phone.keeps();
    expect(await outbox().isVisible()).toBe(false);
    await phone.online(false);
    await phone.go(`/listings/new?household=${homes[0]!.code}`);
    expect(await phone.page.locator('.site .brand').innerText()).not.toContain('信息员');
    expect(await outbox().isVisible()).toBe(false);
    await phone.online(true);
  }, 60_000);

  it('a new release takes the place of the old', async () => {
    await phone.page.evaluate(`navigator.serviceWorker.register('/station-worker.js')`);
    const worker = 'navigator.serviceWorker.controller?.scriptURL ?? ""';
    await phone.until(`(${worker}).endsWith('/station-worker.js')`);
    await phone.go('/listings/new');
    await phone.until(`/station-worker\\.[0-9a-f]{12}\\.js$/.test(${worker})`);
    await phone.keeps();
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
    await begin(homes[7]!.code);
    await phone.keeps();
    expect(await phone.lies()).not.toEqual([]);
    const asked: string[] = [];
    phone.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await phone.page.locator('form[action="/sign-out"] button').click();
    await phone.page.waitForURL((address) => address.pathname === '/');
    expect(asked).toEqual([expect.stringContaining('还没有传上去')]);
    expect(await phone.lies()).toEqual([]);
  }, 60_000);
});
