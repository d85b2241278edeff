import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '#platform';
import type { Browser, Locator } from 'playwright-core';
import { GivenAuctions } from '../support/auctions.js';
import { Person, browserPath, openBrowser } from '../support/browser.js';
import { until } from '../support/event-reader.js';

const path = browserPath();
const axe = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');
const told = path === null ? describe.skip : describe;

/** In Chromium on phones of 360 px, live: what one presses the others see, and no line that is cut loses or repeats a bid. */
told('Three bid on phones, and one looks on', () => {
  let auctions: GivenAuctions;
  let browser: Browser;
  let base: string;
  let id: string;
  let [first, second, member, watcher]: Person[] = [];
  const on = (person: Person | undefined): Person => {
    if (!person) throw new Error('Nobody has opened the page.');
    return person;
  };
  const at = (person: Person | undefined, what: string): Locator => on(person).page.locator(what);
  const reads = (person: Person | undefined, what: string, text: string): Promise<void> =>
    until(`${what} with ${text}`, async () => (await at(person, what).innerText()).includes(text)).catch(async () => {
      throw new Error(`${what} reads ${await at(person, what).innerText()}, not ${text}`);
    });
  const open = async (login: string | null): Promise<Person> => {
    const person = await Person.of(browser, base, login, 360, true);
    await person.open(`/auctions/${id}`);
    return person;
  };
  const again = async (): Promise<void> => {
    for (const person of [first, second, member, watcher]) {
      await on(person).page.reload();
      await reads(person, '#wire', '连');
    }
  };
  /** What hinders somebody on the page as it stands, with its script at work. */
  const hindrances = async (person: Person | undefined): Promise<string[]> => {
    const { page } = on(person);
    await page.evaluate(axe);
    const found = (await page.evaluate(`(async () => {
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      const wide = document.documentElement.scrollWidth > 360 ? ['wider than the phone'] : [];
      return [...wide, ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 160)))];
    })()`)) as string[];
    return found;
  };
  const bidsOf = (amountFen: number) =>
    auctions.given.exchange.database.ask<{ outcome: string }>(
      'SELECT outcome FROM auction_attempt WHERE auction_id = $1 AND amount_fen = $2',
      [id, amountFen],
    );

  beforeAll(async () => {
    auctions = await GivenAuctions.open({ PUBLIC_URL: 'http://127.0.0.1' });
    const { exchange } = auctions.given;
    const home = auctions.home();
    const { database, app } = exchange;
    const [tied] = await database.ask<{ account: string; person: string }>(
      `SELECT (SELECT id FROM account WHERE login = 'farmer-2') AS account, m.person_id AS person FROM household h JOIN member m ON m.household_id = h.id
       JOIN person p ON p.id = m.person_id WHERE left(h.contractor_code, 12) = left($1, 12) AND h.contractor_code <> $1 AND m.valid_to IS NULL
         AND p.born BETWEEN '1960-01-01' AND '2000-01-01' ORDER BY p.id LIMIT 1`,
      [home],
    );
    if (tied) await database.transaction((tx) => app.get(AccountsService).tieToParty(tx, tied.account, tied.person));
    const { rights, cooperative, farmer } = auctions;
    const lot = await rights.listed({ household: home, startsOn: '2027-01-01', endsOn: '2030-12-31' });
    await rights.wanted(lot.id, cooperative, '900');
    await rights.wanted(lot.id, farmer, '900');
    await rights.wanted(lot.id, auctions.given.as('farmer-2'), '900', { priority: 'member' });
    await auctions.given.pass(8);
    await rights.bidFor(lot.id);
    [{ id } = { id: '' }] = await database.ask<{ id: string }>('SELECT id FROM auction WHERE listing_id = $1', [
      lot.id,
    ]);
    await app.listen(0, '127.0.0.1');
    base = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    browser = await openBrowser(path ?? '');
    [first, second, member, watcher] = [
      await open('cooperative'),
      await open('farmer'),
      await open('farmer-2'),
      await open(null),
    ];
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await auctions?.given.close();
  });

  it('all see when it begins; nobody can bid before', async () => {
    await reads(first, '.clock', '还没有开始');
    await reads(first, '#wire', '连着');
    await reads(watcher, '#wire', '连着');
    expect(await at(first, '#bids').count()).toBe(0);
    await on(first).picture('hall-ahead');
    expect(await hindrances(first)).toEqual([]);
    await auctions.begin(id);
    await again();
    await reads(first, '#standing', '您还没有报价');
    await reads(watcher, '#price-said', '还没有人报价');
  });

  it('what one presses, all the others see without loading anything', async () => {
    await at(first, '#bids button').first().click();
    await reads(first, '#pending', '收到了：900');
    await reads(first, '#standing', '现在您领先');
    await reads(second, '#price', '900.00');
    await reads(watcher, '#lines', '900.00');
    await at(second, '#bids button').nth(1).click();
    await reads(second, '#standing', '现在您领先');
    await reads(first, '#standing', '超过了');
    await reads(first, '#bids', '930');
    await reads(watcher, '#price', '920.00');
    expect(await at(watcher, '#dock').count()).toBe(0);
    await on(first).picture('hall-outbid');
    await on(watcher).picture('hall-watched');
    expect([...(await hindrances(first)), ...(await hindrances(watcher))]).toEqual([]);
  });

  it('a large amount is asked about in words, and is not bid unless it is meant', async () => {
    await at(first, '.more summary').first().click();
    await at(first, '#own-amount input').fill('1200');
    await at(first, '#own-amount button').click();
    await reads(first, '#question', '壹仟贰佰元/亩·年');
    await on(first).picture('hall-question');
    expect(await hindrances(first)).toEqual([]);
    await at(first, '#question-no').click();
    expect(await at(first, '#question').isVisible()).toBe(false);
    expect(await bidsOf(120_000)).toEqual([]);
    await at(first, '#own-amount input').fill('905');
    await at(first, '#own-amount button').click();
    await reads(first, '#pending', '没有接受');
  });

  it('a bid whose answer is lost is asked for again under its key: never lost, never repeated, never shown as done', async () => {
    const { page } = on(first);
    let lost = 0;
    await page.route('**/bids', async (route) => {
      lost += 1;
      if (lost > 2) return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await at(first, '#bids button').first().click();
    await reads(first, '#pending', '还不知道收到没有');
    expect(await at(first, '#bids button').first().isDisabled()).toBe(true);
    await reads(first, '#pending', '收到了：930');
    expect(lost).toBe(3);
    expect(await bidsOf(93_000)).toEqual([{ outcome: 'accepted' }]);
    await page.unroute('**/bids');
  });

  it('a line that is cut is said in words; what was pressed goes out when it is back, also from a page that was closed', async () => {
    const { page } = on(second);
    const context = page.context();
    await context.setOffline(true);
    await at(second, '#bids button').first().click();
    await reads(second, '#pending', '还不知道收到没有');
    await reads(second, '#wire', '断线了');
    await on(second).picture('hall-offline');
    expect(await bidsOf(94_000)).toEqual([]);
    // The page is gone with its battery; what was pressed is still on the phone.
    await page.close();
    await context.setOffline(false);
    Object.assign(on(second), { page: await context.newPage() });
    await on(second).open(`/auctions/${id}`);
    await reads(second, '#pending', '收到了：940');
    expect(await bidsOf(94_000)).toEqual([{ outcome: 'accepted' }]);
    await reads(watcher, '#price', '940.00');
  });

  it('it is extended twice, and everybody reads it', async () => {
    await auctions.later(117);
    await again();
    await at(first, '#bids button').first().click();
    await reads(watcher, '.clock', '延时第 1 次');
    await auctions.later(3);
    await at(second, '#bids button').first().click();
    await reads(first, '.clock', '延时第 2 次');
    await reads(watcher, '.clock', '延时第 2 次');
  });

  it('a member takes it at the same price, and wins', async () => {
    await at(member, '#match button').waitFor();
    await on(member).picture('hall-match');
    await at(member, '#match button').click();
    await reads(member, '#standing', '现在您领先');
    await reads(second, '#standing', '同一个价，您排在后面');
    await auctions.later(6);
    await reads(member, '#standing', '您成交了');
    await reads(second, '.clock', '成交');
    await reads(watcher, '.clock', '成交');
    await on(member).picture('hall-won');
    await on(watcher).picture('hall-over');
    expect([...(await hindrances(member)), ...(await hindrances(watcher))]).toEqual([]);
  });
});
