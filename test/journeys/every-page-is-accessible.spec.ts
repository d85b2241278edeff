import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, type BrowserContext } from 'playwright-core';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

jest.setTimeout(300_000);
const path = browserPath();
const told = path === null ? describe.skip : describe;
const axe = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  target: string;
  html: string;
}

/** The real pages with real data, for every kind of reader, on a phone and at a desk. */
told('Every page', () => {
  let exchange: TestExchange;
  let browser: Browser;
  let base: string;
  let publicPages: string[];
  const cases: TransferStory[] = [];
  let desk: string[];
  const looked = new Set<string>();
  /** Pages whose address is only known once the county is there. */
  const found: Record<string, string> = {};

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', { PUBLIC_URL: 'http://127.0.0.1' });
    await exchange.app.listen(0, '127.0.0.1');
    const { port } = exchange.app.getHttpServer().address() as { port: number };
    base = `http://127.0.0.1:${port}`;
    browser = await openBrowser(path ?? '');
    const given = new Given(exchange);
    for (const state of ['submitted', 'on_notice', 'certified'] as const) cases.push(await given.transfer({ state }));
    const noticed = cases[1] as TransferStory;
    const objection = await noticed.object();
    const { noticeId, inspectionId } = await noticed.view();
    const { depositId } = await (cases[2] as TransferStory).view();
    const [land] = await exchange.database.ask<{ parcel: string; contract: string; household: string }>(
      `SELECT p.id AS parcel, c.id AS contract, c.contractor_id AS household FROM transfer_parcel tp JOIN parcel p ON p.id = tp.parcel_id
         JOIN contract c ON c.id = p.contract_id WHERE tp.transfer_id = $1 LIMIT 1`,
      [cases[2]?.id],
    );
    found['new mortgage'] = `/encumbrances/new?contract=${land?.contract}`;
    found['parcel'] = `/register/parcels/${land?.parcel}`;
    found['household'] = `/register/households/${land?.household}`;
    found['powers-of-attorney'] = `/transfers/${cases[0]?.id}/powers-of-attorney`;
    found['consent-sheets'] = `/transfers/${cases[0]?.id}/consent-sheets`;
    const [paper] = await exchange.database.ask<{ code: string }>(
      `SELECT code FROM paper WHERE kind = 'certificate' ORDER BY made_at DESC LIMIT 1`,
    );
    publicPages = [
      ...['/', '/notices', `/notices/${noticeId}`, `/notices/${noticeId}/board`, `/notices/${noticeId}/objections`],
      ...[
        '/verify',
        `/verify/${paper?.code}`,
        '/verify/AAAA-AAAA-AAAA',
        '/calculator',
        '/follow',
        '/guide',
        '/guide/renewal',
        '/offices',
      ],
      ...['/sign-in', '/problems', '/screens/370126000000', '/calendar', '/api/docs', '/nowhere'],
    ];
    desk = [
      ...['/desk', '/transfers', '/notices', '/account', `/notices/${noticeId}`, `/cases/${objection}`],
      ...cases.map(({ id }) => `/transfers/${id}`),
      ...[`/inspections/${inspectionId}`, `/deposits/${depositId}`, `/deposits/${depositId}/accounts`],
      '/account/confirmation?next=/desk',
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await exchange?.close();
  });

  /** Opens pages one after the other at both widths and tells all that is wrong with each. */
  async function faults(context: BrowserContext, pages: readonly string[], widths = [360, 1280]): Promise<string[]> {
    const page = await context.newPage();
    const wrong: string[] = [];
    let here = '';
    page.on('console', (line) => {
      // A refusal's own status is no fault of the page that tells it.
      if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) wrong.push(`${here}: ${line.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(`${here}: ${error.message}`));
    for (const url of pages) {
      here = url;
      await page.setViewportSize({ width: widths[0] ?? 360, height: 800 });
      const answer = await page.goto(base + url);
      if (!answer || answer.status() >= 500) wrong.push(`${url}: answered ${answer?.status()}`);
      // What is not this reader's own is refused with one and the same page, which is looked at among the public ones.
      if (answer && answer.status() >= 400 && url !== '/nowhere' && !url.startsWith('/verify')) continue;
      // What another reader was shown word for word was looked at there.
      const shown = `${widths.join()} ${String(await page.evaluate('(document.documentElement.dataset.view ?? "") + document.querySelector("main").innerHTML'))}`;
      if (looked.has(shown)) continue;
      looked.add(shown);
      await page.evaluate(axe);
      for (const width of widths) {
        here = `${url} at ${width}`;
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        if (Number(wide) > width) wrong.push(`${here}: ${String(wide)} wide`);
        const found = (await page.evaluate(`(async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => ({ id, target: node.target.join(' '), html: node.html.slice(0, 160) })));
        })()`)) as Finding[];
        wrong.push(...found.map(({ id, target, html }) => `${here}: ${id} ${target} ${html}`));
      }
    }
    await page.close();
    return wrong;
  }

  async function reader(login: string | null): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'zh-CN' });
    if (login === null) return context;
    const page = await context.newPage();
    await page.goto(`${base}/sign-in`);
    await page.locator('[name=login]').first().fill(login);
    await page.locator('[name=password]').first().fill('yanlian-2026');
    if (!/^(farmer|cooperative)/.test(login)) await page.locator('[name=code]').first().fill('000000');
    await page.locator('main form button').first().click();
    await page.waitForLoadState();
    await page.close();
    return context;
  }

  it('of the public is readable by everybody, on a phone and at a desk', async () => {
    expect(await faults(await reader(null), publicPages)).toEqual([]);
  });

  it('of the public is readable in large print', async () => {
    const context = await reader(null);
    await (await context.newPage()).goto(`${base}/?view=elder`);
    expect(await faults(context, publicPages)).toEqual([]);
  });

  it('of the public comes with its style in less than 60 KB', async () => {
    for (const url of publicPages) {
      let bytes = 0;
      for (const each of [url, '/exchange.css']) {
        const headers = { accept: 'text/html', 'accept-encoding': 'br' };
        bytes += (await exchange.app.inject({ url: each, headers })).rawPayload.length;
      }
      expect([url, bytes < 60_000]).toEqual([url, true]);
    }
  });

  it.each([
    ['farmer', ['/transfers/new']],
    ['cooperative', ['/transfers/new']],
    ['101-village-226', ['/transfers/new', '/board-photos']],
    ['101-clerk', ['/transfers/new', 'powers-of-attorney', 'consent-sheets']],
    ['101-reviewer', []],
    [
      '101-finance',
      [
        '/deposits',
        '/ledger',
        '/desk/ending',
        '/desk/land-out',
        '/encumbrances',
        'new mortgage',
        'parcel',
        'household',
      ],
    ],
    ['reviewer', ['/clock', '/clock/blocked', '/cases', '/cases?state=over', '/certificates', '/screens']],
    ['director', ['/director', '/parameters']],
    [
      'administrator',
      [
        '/accounts',
        '/escrow-accounts',
        '/county',
        '/parameters',
        '/register',
        '/register/imports',
        '/seals',
        '/calendar',
      ],
    ],
  ] as [string, string[]][])('of %s is readable, on a phone and at a desk', async (login, own) => {
    expect(await faults(await reader(login), [...desk, ...own.map((name) => found[name] ?? name)])).toEqual([]);
  });
});
