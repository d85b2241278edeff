import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { boardPhoto, scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given, village } from '../support/given.js';
import { GivenLots } from '../support/lots.js';

const path = browserPath();
const told = path === null ? describe.skip : describe;
const station = `101-village-${village.slice(9)}`;

/** What is typed is counted: pages, fields and keys, each at what a practised hand takes. */
told('A lot is entered in under three minutes', () => {
  let exchange: TestExchange;
  let given: Given;
  let browser: Browser;
  let base: string;
  let homes: { code: string; parcels: number }[];
  const as = (login: string, script: boolean): Promise<Person> => Person.of(browser, base, login, 360, script);

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-10-12T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(exchange.app.getHttpServer().address() as { port: number }).port}`;
    browser = await openBrowser(path ?? '');
    given = new Given(exchange);
    const lots = new GivenLots(given, await scan('signed paper'));
    homes = (await lots.households(4)).filter(({ parcels }) => parcels > 1);
    await lots.entered({
      ...{ household: homes[0]!.code, conditions: '有农机', fixtures: '机井 2 眼', endsOn: '2033-11-09' },
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  /** From the desk to the draft, for a household that is found by its name. */
  async function entry(clerk: Person, home: string, photo: number): Promise<void> {
    const [{ name }] = (await exchange.database.ask<{ name: string }>(
      'SELECT p.display_name AS name FROM party p JOIN household h ON h.id = p.id WHERE h.contractor_code = $1',
      [home],
    )) as [{ name: string }];
    await clerk.open('/listings/desk');
    await clerk.press('录入挂牌');
    await clerk.fill('q', name);
    await clerk.press('找');
    await clerk.page.locator(`main a[href="/listings/new?household=${home}"]`).click();
    await clerk.page.waitForURL(/household=/);
    for (const box of await clerk.page.locator('[name="parcels"]').all())
      await clerk.tick('parcels', (await box.getAttribute('value')) ?? '');
    await clerk.day('startsOn', '2026-11-10');
    await clerk.tick('endsOn.years', 'P5Y');
    await clerk.fill('priceYuan', '900');
    await clerk.fill('lease', '无');
    await clerk.fill('dispute', '无');
    await clerk.attach('photos', boardPhoto(photo));
  }

  const wizard = async (): Promise<ReturnType<Person['spent']>> => {
    const [land] = await exchange.database.ask<{ contract: string; code: string; parcel: string }>(
      `SELECT c.id AS contract, c.code, p.code AS parcel FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id
       WHERE h.contractor_code = $1 ORDER BY p.code LIMIT 1`,
      [homes[1]!.code],
    );
    const cooperative = await as('cooperative', false);
    const next = async () => {
      await cooperative.press('存好，到下一步');
    };
    cooperative.spent();
    await cooperative.open('/transfers/new');
    await cooperative.page.locator('main form:has([name="side"][value="in"]) button').first().click();
    await cooperative.page.waitForURL(/\/who$/);
    await cooperative.fill('q', land!.code);
    await cooperative.press('找');
    await cooperative.tick('kind', 'contracted');
    await cooperative.tick('contractIds', land!.contract);
    await cooperative.fill('ability', '种粮 6 年，有农机 8 台');
    await next();
    await cooperative.tick(`parcels.${land!.parcel}.code`, land!.parcel);
    await next();
    await cooperative.choose('mode', 'lease');
    await cooperative.day('term.start', '2026-11-10');
    await cooperative.tick('term.end.years', 'P5Y');
    await cooperative.day('handoverOn', '2026-11-10');
    await cooperative.fill('priceYuan', '900');
    await cooperative.choose('payment', '一年一付，先付钱后种地');
    await cooperative.tick('purpose', 'grain');
    for (const name of ['lease', 'dispute', 'credit']) await cooperative.fill(`declared.${name}`, '无');
    await next();
    expect(cooperative.page.url()).toContain('/materials');
    return cooperative.spent();
  };

  it('what the village repeats is there, no term and no price', async () => {
    const clerk = await as(station, false);
    await clerk.open(`/listings/new?household=${homes[1]!.code}`);
    const value = (name: string) => clerk.page.locator(`[name="${name}"]`).first().inputValue();
    expect([await value('conditions'), await value('fixtures'), await value('purpose')]).toEqual([
      ...['有农机', '机井 2 眼', 'grain'],
    ]);
    expect([await value('priceYuan'), await value('startsOn.year'), await value('endsOn.year')]).toEqual(['', '', '']);
    expect(await clerk.page.locator('[name="endsOn.years"]:checked, [name="parcels"]:checked').count()).toBe(0);
  });

  it('with script: the map picks, a year and the term stand beside the price', async () => {
    const clerk = await as(station, true);
    clerk.spent();
    await entry(clerk, homes[1]!.code, 1);
    expect(await clerk.page.locator('.map polygon.on').count()).toBe(homes[1]!.parcels);
    const said = await clerk.page.locator('#sums').innerText();
    expect(said).toMatch(/^一年合计 [\d,]+\.\d\d 元，整个期限合计 [\d,]+\.\d\d 元$/);
    await clerk.page.locator('.map a').first().click();
    expect(await clerk.page.locator('.map polygon.on').count()).toBe(homes[1]!.parcels - 1);
    expect(await clerk.page.locator('#sums').innerText()).not.toBe(said);
    await clerk.page.locator('.map a').first().click();
    expect(await clerk.page.locator('#sums').innerText()).toBe(said);
    await clerk.picture('lot-entry-with-sums');
    await clerk.press('存成草稿');
    await clerk.page.waitForURL(/\/listings\/[0-9a-f-]{36}/);
    const lot = clerk.spent();
    // What the page said while it was typed is what the exchange reckons.
    const [, yearly = '', whole = ''] = /合计 ([\d,.]+) 元，整个期限合计 ([\d,.]+) 元/.exec(said) ?? [];
    expect(await clerk.text()).toContain(yearly);
    expect(await clerk.text()).toContain(whole);
    const other = await wizard();
    const line = (what: string, { pages, fields, keys, seconds }: typeof lot) =>
      `${what}: ${pages} pages, ${fields} fields, ${keys} keys = ${seconds.toFixed(1)} s\n`;
    process.stderr.write(line('entry of a lot', lot) + line('transfer wizard to its papers', other));
    expect(lot.seconds).toBeLessThan(180);
    expect(lot.seconds).toBeLessThan(other.seconds);
  });

  it('without script the same, and the sums are said by the page after it', async () => {
    const clerk = await as(station, false);
    await entry(clerk, homes[2]!.code, 2);
    await clerk.press('存成草稿');
    expect(await clerk.text()).toContain('整个期限合计');
  });

  it('land that is let over the same time is told where it is typed', async () => {
    const lots = new GivenLots(given, await scan('signed paper'));
    const [row] = await exchange.database.ask<{ code: string }>(
      `SELECT p.code FROM parcel p JOIN contract c ON c.id = p.contract_id JOIN household h ON h.id = c.contractor_id
       WHERE h.contractor_code = $1 AND p.category <> '21' ORDER BY 1 LIMIT 1`,
      [homes[3]!.code],
    );
    await given.transfer({ state: 'town_review', parcels: [{ code: row!.code }] });
    await expect(lots.entered({ household: homes[3]!.code })).rejects.toThrow(/占用到/);
  });
});
